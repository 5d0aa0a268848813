import type { Built, ImportSink, MetaSeed } from '../../lib/importers/build/sink';
import {
  type Examined,
  type ImportOptions,
  runImport,
  type Usable,
} from '../../lib/importers/run/import-file';
import type { Mapping } from '../../lib/mapping/mapping';
import type { Question } from '../../lib/mapping/proposal';
import type { Problem } from '../../lib/problems/problem';
import type { Incident, Series } from '../../lib/series/model';

/** Everything that a reader must say before the file can be imported: of its bytes first, then of its columns. */
export function openQuestions(examined: Examined): readonly Question[] {
  return examined.kind === 'table' ? [...examined.opened.questions, ...examined.proposal.questions] : [];
}

/** A series in memory, with everything that came of its import. */
export interface CollectedSeries extends Built {
  readonly series: Series;
  readonly problems: readonly Problem[];
}

/** As `runImport`, with all of the series held in memory. */
export async function collectSeries(
  examined: Usable,
  mapping: Mapping | null,
  seed: MetaSeed,
  options: ImportOptions = {},
): Promise<CollectedSeries> {
  const incidents: Incident[] = [];
  const problems: Problem[] = [];
  const sink: ImportSink = {
    incidents(batch) {
      for (const incident of batch) incidents.push(incident);
    },
    problems(batch) {
      for (const problem of batch) problems.push(problem);
    },
  };
  const built = await runImport(examined, mapping, seed, sink, options);
  return { ...built, series: { ...built.rest, incidents }, problems };
}
