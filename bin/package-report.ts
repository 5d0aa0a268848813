import { importDataPackage } from '../lib/importers/datapackage/datapackage';
import { PackageFolderError, readPackageFolder } from '../lib/importers/datapackage/read-folder';
import type { Problem } from '../lib/problems/problem';
import type { DatasetId, Series } from '../lib/series/model';
import { type EarlierPackage, earlierPackages } from '../lib/store/publish/earlier-packages';

/** What there is to say of one package. `warnings` do not fail it. */
export interface PackageReport {
  readonly summary: string;
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

/** `file:row:column value — reason [code]`, with `-` for what a problem does not have. */
export function formatProblem({ file, row, column, value, code, reason }: Problem): string {
  const shown = value === null ? '' : ` ${JSON.stringify(value)}`;
  return `${file}:${row ?? '-'}:${column ?? '-'}${shown} — ${reason} [${code}]`;
}

function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

/** Actors that no incident is tied to, by themselves or through those below them. */
function idleActors({ actors, actorRelations, incidents }: Series): string[] {
  const links = incidents.flatMap((incident) => incident.links);
  const used = new Set(links.flatMap(({ actor, claimant }) => (claimant ? [actor, claimant] : [actor])));
  for (const { child, parent } of actorRelations) used.add(child).add(parent);
  return actors.filter(({ id }) => !used.has(id)).map(({ id }) => `no row refers to the actor ${id}`);
}

/** Sources that no row names. */
function idleSources(series: Series): string[] {
  const holders = [...series.incidents, ...series.actors, ...series.annotations, ...series.referenceCounts];
  const links = series.incidents.flatMap((incident) => incident.links);
  const used = new Set([...holders, ...links].flatMap((holder) => holder.sources));
  return series.sources
    .filter(({ id }) => !used.has(id))
    .map(({ id }) => `no row refers to the source ${id}`);
}

/** What there is to say of an earlier package. */
function earlierReport(earlier: EarlierPackage): PackageReport {
  const { problems } = earlier;
  const found = counted(problems.length, 'problem');
  if (earlier.kind === 'failed') return { summary: `not usable, ${found}`, problems, warnings: [] };
  const { counts, revision } = earlier;
  const made = `${counts.incidents} of ${counted(counts.read, 'incident')}`;
  return { summary: `${made}, revision ${revision.slice(0, 12)}, ${found}`, problems, warnings: [] };
}

/** Imports the packages that were published before the one in a folder, the oldest first, by the name of their file. */
export async function reportEarlier(folder: string, id: string): Promise<ReadonlyMap<string, PackageReport>> {
  const reports = new Map<string, PackageReport>();
  for await (const one of earlierPackages(id as DatasetId, folder)) reports.set(one.file, earlierReport(one));
  return reports;
}

/** Imports the package in a folder and says what came of it. */
export async function reportPackage(folder: string, id: string): Promise<PackageReport> {
  try {
    const { series, problems, counts } = importDataPackage(id as DatasetId, await readPackageFolder(folder));
    const { incidents, links, actors, sources, read } = counts;
    const made = [counted(links, 'link'), counted(actors, 'actor'), counted(sources, 'source')];
    const found = counted(problems.length, 'problem');
    const summary =
      series === null
        ? `not usable, ${found}`
        : [`${incidents} of ${counted(read, 'incident')}`, ...made, found].join(', ');
    return { summary, problems, warnings: series ? [...idleActors(series), ...idleSources(series)] : [] };
  } catch (error) {
    if (!(error instanceof PackageFolderError)) throw error;
    return { summary: 'not usable, 1 problem', problems: [error.problem], warnings: [] };
  }
}
