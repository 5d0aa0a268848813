import { memoryEngine } from '../../engine/memory/memory-engine';
import { sharedParts } from '../../engine/memory/shared-parts';
import type { ImportCounts } from '../../importers/import-counts';
import { partProblems } from '../../importers/report/left-out';
import { seriesDoubts } from '../../importers/report/series-doubts';
import { type ImportOptions, runImport, type Usable } from '../../importers/run/import-file';
import type { Mapping } from '../../mapping/mapping';
import type { Problem } from '../../problems/problem';
import type { Engine } from '../../query/engine';
import { fieldFacts } from '../../query/field-facts';
import { loadInfo } from '../../query/load-info';
import type { SeriesInfo } from '../../query/series-info';
import type { Incident, Series } from '../../series/model';
import { LOCAL } from '../../view/local';
import type { LocalSeries } from './local-connection';
import { columnsOf } from './preview';
import { problemTally } from './problem-tally';
import { nextTurn } from './query-queue';

/** Problems and sources that a page is given to show. */
const SHOWN = 200;

/** A series in memory with everything that the import said. */
export interface HeldSeries {
  readonly series: Series;
  readonly engine: Engine;
  readonly problems: readonly Problem[];
  readonly local: LocalSeries;
}

function infoOf(engine: Engine, series: Series, today: string): Promise<SeriesInfo> {
  const { incidents, sources: _, ...guide } = series;
  return loadInfo(engine, {
    guide,
    revision: '',
    published: today,
    incidents: incidents.length,
  });
}

interface Made {
  readonly series: Series;
  readonly problems: readonly Problem[];
  readonly columns: LocalSeries['columns'];
  readonly counts: ImportCounts;
}

async function held({ series, problems, columns, counts }: Made, today: string): Promise<HeldSeries> {
  const tally = problemTally();
  tally.add(problems);
  const parted = partProblems(problems);
  const engine = memoryEngine(series);
  const local = {
    info: await infoOf(engine, series, today),
    facts: fieldFacts(series.fields, series.incidents),
    columns,
    counts,
    sources: series.sources.slice(0, SHOWN),
    sourceCount: series.sources.length,
    problems: parted.problems.slice(0, SHOWN),
    warnings: parted.warnings.slice(0, SHOWN),
    byCode: tally.counts(),
    found: problems.length,
    doubts: seriesDoubts(problems),
  };
  return { series, engine, problems, local };
}

/** The title that the reader gave goes before the one of the mapping. */
function titled(series: Series, title: string): Series {
  return title === '' ? series : { ...series, meta: { ...series.meta, title } };
}

/** Builds the series of a file that was looked at and holds it. A Data Package needs no mapping. */
export async function buildLocal(
  examined: Usable,
  wanted: { readonly mapping: Mapping | null; readonly title: string; readonly today: string },
  options: ImportOptions,
): Promise<HeldSeries> {
  const { mapping, title, today } = wanted;
  const incidents: Incident[] = [];
  const problems: Problem[] = [];
  const share = sharedParts();
  const sink = {
    async incidents(batch: readonly Incident[]) {
      for (const incident of batch) incidents.push(share(incident));
      await nextTurn();
      options.signal?.throwIfAborted();
    },
    problems(batch: readonly Problem[]) {
      for (const problem of batch) problems.push(problem);
    },
  };
  const { rest, counts } = await runImport(examined, mapping, { id: LOCAL, title }, sink, options);
  const columns = examined.kind === 'table' && mapping ? columnsOf(examined, mapping) : null;
  return held({ series: titled({ ...rest, incidents }, title), problems, columns, counts }, today);
}
