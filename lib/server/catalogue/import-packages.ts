import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Import, importDataPackage } from '../../importers/datapackage/datapackage';
import { DESCRIPTOR_FILE } from '../../importers/datapackage/descriptor';
import { PackageFolderError, readPackageFolder } from '../../importers/datapackage/read-folder';
import { leftOutOf } from '../../importers/report/left-out';
import { leftOutSentences, warningSentence } from '../../importers/report/left-out-words';
import { withoutValues } from '../../importers/report/without-values';
import { packageCounts } from '../../importers/run/import-package';
import type { Problem } from '../../problems/problem';
import type { DatasetId } from '../../series/model';
import { isDatasetId } from '../../store/log/layout';
import { earlierPackages } from '../../store/publish/earlier-packages';
import { problemsOf, type SeriesStore } from './series-store';

/** What came of one package folder. */
export type PackageOutcome =
  | { readonly kind: 'published'; readonly id: string; readonly revision: string }
  | { readonly kind: 'failed'; readonly id: string; readonly problems: readonly Problem[] };

type Say = (line: string) => void;

function badName(id: string): Problem {
  const reason = 'the name of the folder cannot stand in an address: lower-case letters, digits and hyphens';
  return { file: `data/${id}`, row: null, column: null, value: id, code: 'bad-id', reason };
}

async function readPackage(
  id: string,
  dir: string,
): Promise<Import | { readonly problems: readonly Problem[] }> {
  if (!isDatasetId(id)) return { problems: [badName(id)] };
  try {
    return importDataPackage(id, await readPackageFolder(dir));
  } catch (error) {
    if (error instanceof PackageFolderError) return { problems: [error.problem] };
    return { problems: problemsOf(error, join(id, DESCRIPTOR_FILE)) };
  }
}

/** Keeps the earlier packages of a folder, the oldest first. One that cannot be used is said and does not stop the others. */
async function importEarlier(store: SeriesStore, id: DatasetId, dir: string, say: Say): Promise<void> {
  for await (const earlier of earlierPackages(id, dir)) {
    if (earlier.kind === 'failed') {
      const [first] = earlier.problems;
      say(`${id}: ${earlier.file} cannot be used: ${first?.reason} [${first?.code}]`);
      continue;
    }
    const name = `${id}: ${earlier.file}, revision ${earlier.revision.slice(0, 12)}`;
    try {
      const news = await store.publishEarlier(earlier);
      if (news === 'published') say(`${name} published as an earlier one`);
      if (news === 'removed') say(`${name} stays removed`);
    } catch (error) {
      say(`${name} cannot be published: ${problemsOf(error, id)[0]?.reason}`);
    }
  }
}

/** Whether a package says that its rows stay in, read by itself, for what else it says may be what is wrong with it. */
async function keepsRowsIn(dir: string): Promise<boolean> {
  try {
    const { annals } = JSON.parse(await readFile(join(dir, DESCRIPTOR_FILE), 'utf8')) ?? {};
    return typeof annals?.closed === 'string';
  } catch {
    return false;
  }
}

/** Why a package cannot be used; of one that keeps its rows in, without what its cells say. */
async function failedOf(
  id: string,
  dir: string,
  problems: readonly Problem[],
): Promise<Extract<PackageOutcome, { kind: 'failed' }>> {
  return { kind: 'failed', id, problems: (await keepsRowsIn(dir)) ? withoutValues(problems) : problems };
}

/** Imports one folder and publishes it where it is not what the dataset shows already. */
async function importOne(store: SeriesStore, id: string, dir: string, say: Say): Promise<PackageOutcome> {
  if (isDatasetId(id)) await importEarlier(store, id, dir, say);
  const read = await readPackage(id, dir);
  if (!('series' in read) || read.series === null) {
    say(
      `${id}: cannot be imported, ${read.problems.length} problems; the first: ${read.problems[0]?.reason}`,
    );
    return failedOf(id, dir, read.problems);
  }
  const { series, problems, counts } = read;
  if (counts.read > 0 && counts.incidents === 0) {
    say(`${id}: none of its ${counts.read} rows can be used; the first problem: ${problems[0]?.reason}`);
    return failedOf(id, dir, problems);
  }
  const before = await store.current(series.meta.id).catch(() => null);
  const revision = await store.publish(
    series,
    problems,
    packageCounts(counts.read, counts.incidents, problems),
  );
  const news = before?.revision === revision ? 'unchanged' : 'published';
  const left = leftOutOf(problems);
  const found = [...leftOutSentences(left), warningSentence(left)].filter((words) => words !== null);
  say(
    `${id}: ${counts.incidents} incidents; revision ${revision.slice(0, 12)} ${news}${found.map((words) => `; ${words}`).join('')}`,
  );
  return { kind: 'published', id, revision };
}

/** Whether a folder means to be a package: it holds a descriptor, or tables that have lost theirs. */
async function isPackage(dir: string): Promise<boolean> {
  const names = await readdir(dir).catch(() => []);
  return names.some((name) => name === DESCRIPTOR_FILE || name.endsWith('.csv'));
}

async function packagesIn(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
  const names = folders.map(({ name }) => name).filter((name) => !name.startsWith('.'));
  const packages = names.map(async (name) => ((await isPackage(join(dir, name))) ? [name] : []));
  return (await Promise.all(packages)).flat().sort();
}

/**
 * Imports every package folder directly under `dir`, each after the packages that were published before it. A package that cannot be used is an outcome with its problems,
 * never an error: the others go on.
 */
export async function importPackages(
  store: SeriesStore,
  dir: string,
  say: Say,
): Promise<readonly PackageOutcome[]> {
  const outcomes: PackageOutcome[] = [];
  for (const id of await packagesIn(dir)) {
    try {
      outcomes.push(await importOne(store, id, join(dir, id), say));
    } catch (error) {
      const problems = problemsOf(error, id);
      say(`${id}: cannot be published: ${problems[0]?.reason}`);
      outcomes.push({ kind: 'failed', id, problems });
    }
  }
  return outcomes;
}
