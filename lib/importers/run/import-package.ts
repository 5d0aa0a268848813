import { decodeStream } from '../../formats/encoding/decode-stream';
import { formatError } from '../../formats/errors/format-error';
import type { OnProgress } from '../../formats/progress';
import type { Problem } from '../../problems/problem';
import type { DatasetId, Incident } from '../../series/model';
import { incidentCounts } from '../build/incident-counts';
import type { Built, ImportSink, MetaSeed, SeriesRest } from '../build/sink';
import { lookThrough } from '../datapackage/datapackage';
import { DESCRIPTOR_FILE } from '../datapackage/descriptor';
import { overFiles, type PackageFiles, recordsOf } from '../datapackage/tables/passes';
import type { ImportCounts } from '../import-counts';
import { leftOutOf } from '../report/left-out';

/** How the reading of a package is watched and stopped. */
export interface PackageOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** A Data Package that was looked through. Its series is called as its own files say, but for the id. */
export interface ReadPackage {
  readonly rest: SeriesRest;
  readonly problems: readonly Problem[];
  readonly counts: ImportCounts;
  /** The incidents, read again with each call, so that no more than a batch of them is held. */
  readonly incidents: (options?: PackageOptions) => AsyncIterable<readonly Incident[]>;
}

const BATCH = 5_000;
const NO_ID = 'package' as DatasetId;
/** A descriptor names tables and fields, and is held as a text. */
const LONGEST_DESCRIPTOR = 64_000_000;
/** Every table is read so often before incidents are made: for its cells, and for what they mean. */
const PASSES = 2;

/**
 * Counts as everywhere: `problems` are rows of the incidents table that could not be used. What other tables lost, a
 * link or an actor, stands in `cells`: no incident is gone with it.
 */
export function packageCounts(read: number, incidents: number, problems: readonly Problem[]): ImportCounts {
  const lost = read - incidents;
  const { rows, cells, warnings } = leftOutOf(problems);
  return { read, incidents, problems: lost, skipped: 0, cells: cells + Math.max(0, rows - lost), warnings };
}

async function descriptorIn(files: PackageFiles, signal?: AbortSignal): Promise<string | undefined> {
  const file = files.get(DESCRIPTOR_FILE);
  if (file === undefined || typeof file === 'string') return file;
  let text = '';
  for await (const part of decodeStream(file, 'utf-8', signal)) {
    text += part.text;
    if (text.length > LONGEST_DESCRIPTOR)
      throw formatError(file.name, 'over-limit', `it has more than ${LONGEST_DESCRIPTOR} characters`);
  }
  return text;
}

/** Tells of a step that reads so many bytes in all. */
function watchOf(step: 'survey' | 'build', ofBytes: number, { signal, onProgress }: PackageOptions) {
  let [bytes, rows] = [0, 0];
  const onRead = (more: number, records: number): void => {
    bytes += more;
    rows += records;
    onProgress?.({ step, bytes: Math.min(bytes, ofBytes), ofBytes, rows });
  };
  return { signal, onRead };
}

function sizeOf(files: PackageFiles): number {
  return [...files.values()].reduce(
    (sum, file) => sum + (typeof file === 'string' ? file.length : file.size),
    0,
  );
}

/** Looks through a package. Null where a problem is fatal. Throws what its files throw, and `AbortError`. */
export async function readPackage(
  files: PackageFiles,
  options: PackageOptions = {},
): Promise<ReadPackage | { readonly rest: null; readonly problems: readonly Problem[] }> {
  const descriptor = await descriptorIn(files, options.signal);
  const watch = watchOf('survey', PASSES * sizeOf(files), options);
  const found = await overFiles(lookThrough(NO_ID, descriptor), files, watch);
  const { problems, read } = found;
  if (found.kind === 'failed') return { rest: null, problems };
  const { rest, counts, again } = found.built;
  return {
    rest,
    problems,
    counts: packageCounts(read, counts.incidents, problems),
    async *incidents(wanted = {}) {
      const { file, of } = again();
      const bytes = files.get(file)!;
      const size = typeof bytes === 'string' ? bytes.length : bytes.size;
      for await (const records of recordsOf(bytes, watchOf('build', size, wanted))) yield of(records);
    },
  };
}

/** Puts a package that was looked through into a sink, under the id of the seed. */
export async function givePackage(
  { rest, problems, counts, incidents }: ReadPackage,
  seed: MetaSeed,
  sink: ImportSink,
  options: PackageOptions = {},
): Promise<Built> {
  const counted = incidentCounts();
  for await (const batch of incidents(options)) {
    for (const incident of batch) counted.add(incident);
    if (batch.length > 0) await sink.incidents(batch);
  }
  for (let at = 0; at < problems.length; at += BATCH) await sink.problems(problems.slice(at, at + BATCH));
  return {
    rest: { ...rest, meta: { ...rest.meta, id: seed.id } },
    counts,
    first: counted.first(),
    last: counted.last(),
    actorCounts: counted.actorCounts(),
  };
}
