import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSource } from '../../formats/source/file-source';
import { examine } from '../../importers/run/import-file';
import type { ReadPackage } from '../../importers/run/import-package';
import type { Problem } from '../../problems/problem';
import type { DatasetId, Incident, Series } from '../../series/model';
import { parseDay } from '../../time/day';
import { reasonOf } from '../log/store-error';
import { revisionOf } from '../revision/revision-hash';

/** The folder, inside that of a package, with the packages that were published before it. */
const FOLDER = 'earlier';

/** A package that was published before, and the revision that it makes. */
export interface ReadEarlier extends Pick<ReadPackage, 'problems' | 'counts'> {
  readonly kind: 'read';
  readonly series: Series;
  readonly file: string;
  readonly revision: string;
  /** The day on which it was published, `YYYY-MM-DD`, where the name of the file begins with one; else null. */
  readonly published: string | null;
}

/** An earlier package of a series, or why it cannot be used. */
export type EarlierPackage =
  | ReadEarlier
  | { readonly kind: 'failed'; readonly file: string; readonly problems: readonly Problem[] };

/** The day that the name of a file begins with: `2024-06-24-2c837bbee631.zip`. */
function dayIn(file: string): string | null {
  const day = /\/(\d{4}-\d{2}-\d{2})\b/.exec(file)?.[1] ?? null;
  return day !== null && parseDay(day) !== null ? day : null;
}

/** The revision that the name of a file promises, by its first digits. */
function promisedBy(file: string): string | null {
  return /-([0-9a-f]{12,64})[.]zip$/.exec(file)?.[1] ?? null;
}

function failed(file: string, code: string, reason: string): EarlierPackage {
  return { kind: 'failed', file, problems: [{ file, row: null, column: null, value: null, code, reason }] };
}

/** Problems with the archive named, before the file in it where they have one. */
function placed(file: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((one) => ({
    ...one,
    file: file.endsWith(`/${one.file}`) ? file : `${file}/${one.file}`,
  }));
}

/** What an examined package is of a dataset. */
async function checked(id: DatasetId, file: string, read: ReadPackage): Promise<EarlierPackage> {
  const problems = placed(file, read.problems);
  if (read.counts.read > 0 && read.counts.incidents === 0) return { kind: 'failed', file, problems };
  const incidents: Incident[] = [];
  for await (const batch of read.incidents()) for (const incident of batch) incidents.push(incident);
  const series = { ...read.rest, meta: { ...read.rest.meta, id }, incidents };
  const revision = revisionOf(series);
  const promised = promisedBy(file);
  if (promised !== null && !revision.startsWith(promised)) {
    const reason = `it makes the revision ${revision.slice(0, 12)}, not the one that its name promises`;
    return failed(file, 'damaged-revision', reason);
  }
  return { kind: 'read', file, revision, published: dayIn(file), series, problems, counts: read.counts };
}

async function readOne(id: DatasetId, path: string, file: string): Promise<EarlierPackage> {
  try {
    const examined = await examine(await fileSource(path));
    if (examined.kind === 'package') return await checked(id, file, examined);
    if (examined.kind === 'refused')
      return { kind: 'failed', file, problems: placed(file, examined.problems) };
    return failed(file, 'missing-descriptor', 'the archive holds no datapackage.json');
  } catch (cause) {
    return failed(file, 'damaged-revision', `it cannot be read (${reasonOf(cause)})`);
  }
}

/**
 * The earlier packages of the series whose package lies in `dir`: every `earlier/*.zip`, in the order of the names, one
 * at a time. Never throws for one of them: a package that cannot be used comes with its problems.
 */
export async function* earlierPackages(id: DatasetId, dir: string): AsyncGenerator<EarlierPackage> {
  const names = await readdir(join(dir, FOLDER)).catch((): string[] => []);
  for (const name of names.filter((one) => one.endsWith('.zip')).sort()) {
    yield await readOne(id, join(dir, FOLDER, name), `${FOLDER}/${name}`);
  }
}
