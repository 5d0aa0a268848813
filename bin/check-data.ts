/**
 * Checks data packages: `tsx bin/check-data.ts [folder…]`, by default every folder under data/ that holds one.
 * With it go the packages that were published before it, in `earlier`. Prints each problem with its place and ends with 1 where there is any. Warnings fail nothing.
 */
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DESCRIPTOR_FILE } from '../lib/importers/datapackage/descriptor';
import { formatProblem, type PackageReport, reportEarlier, reportPackage } from './package-report';

/** Every folder at or below `root` that holds a descriptor, in the order of their names. */
async function packagesUnder(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true });
  return entries
    .filter((path) => basename(path) === DESCRIPTOR_FILE)
    .map((path) => join(root, dirname(path)))
    .sort();
}

/** Prints what there is to say of a package called `name`; how many problems it has. */
function print(folder: string, name: string, { summary, problems, warnings }: PackageReport): number {
  for (const problem of problems) console.log(join(folder, formatProblem(problem)));
  for (const warning of warnings) console.log(`${name}: warning: ${warning}`);
  console.log(`${name}: ${summary}`);
  return problems.length;
}

async function main(folders: readonly string[]): Promise<number> {
  const found = folders.length > 0 ? folders : await packagesUnder('data');
  let failures = found.length === 0 ? 1 : 0;
  if (found.length === 0) console.error('no data package found under data/');
  for (const folder of found) {
    const id = basename(folder);
    for (const [file, report] of await reportEarlier(folder, id))
      failures += print(folder, join(folder, file), report);
    failures += print(folder, folder, await reportPackage(folder, id));
  }
  return failures > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
