import type { Problem } from '../../problems/problem';
import type { DatasetId, Incident, Series } from '../../series/model';
import { incidentCounts } from '../build/incident-counts';
import type { Built, ImportSink, MetaSeed } from '../build/sink';
import { importDataPackage } from '../datapackage/datapackage';
import type { ImportCounts } from '../import-counts';
import { leftOutOf } from '../report/left-out';

/** A Data Package as it was read. Its series is called as its own files say, but for the id. */
export interface ReadPackage {
  readonly series: Series;
  readonly problems: readonly Problem[];
  readonly counts: ImportCounts;
}

const BATCH = 5_000;
const NO_ID = 'package' as DatasetId;

/**
 * Counts as everywhere: `problems` are rows of the incidents table that could not be used. What other tables lost, a
 * link or an actor, stands in `cells`: no incident is gone with it.
 */
export function packageCounts(read: number, incidents: number, problems: readonly Problem[]): ImportCounts {
  const lost = read - incidents;
  const { rows, cells, warnings } = leftOutOf(problems);
  return { read, incidents, problems: lost, skipped: 0, cells: cells + Math.max(0, rows - lost), warnings };
}

/** Reads a package whole; it is small enough to be edited by hand. Null series are those that a problem is fatal for. */
export function readPackage(
  files: ReadonlyMap<string, string>,
): ReadPackage | { readonly series: null; readonly problems: readonly Problem[] } {
  const { series, problems, counts } = importDataPackage(NO_ID, files);
  if (series === null) return { series, problems };
  return { series, problems, counts: packageCounts(counts.read, counts.incidents, problems) };
}

async function inBatches<T>(all: readonly T[], give: (batch: T[]) => void | Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += BATCH) await give(all.slice(at, at + BATCH));
}

/** Puts a package that was read into a sink, under the id of the seed. */
export async function givePackage(
  { series, problems, counts }: ReadPackage,
  seed: MetaSeed,
  sink: ImportSink,
): Promise<Built> {
  const { incidents, ...rest } = series;
  const counted = incidentCounts();
  for (const incident of incidents) counted.add(incident);
  await inBatches<Incident>(incidents, (batch) => sink.incidents(batch));
  await inBatches<Problem>(problems, (batch) => sink.problems(batch));
  return {
    rest: { ...rest, meta: { ...rest.meta, id: seed.id } },
    counts,
    first: counted.first(),
    last: counted.last(),
    actorCounts: counted.actorCounts(),
  };
}
