import type { Problem } from '../../problems/problem';
import type { DatasetId, Incident, Series } from '../../series/model';
import { isFatal, problemAt } from '../import-codes';
import { DESCRIPTOR_FILE, readDescriptor } from './descriptor';
import { ownColumns } from './records/build-fields';
import { buildMeta } from './records/build-meta';
import { type BuiltPackage, buildSeries } from './records/build-series';
import type { CsvRecord } from './tables/csv-records';
import { readTables } from './tables/package-tables';
import { overTexts, type Passes } from './tables/passes';

/** What was read and what came of it: rows of the incidents table, and entries of the series. */
export interface PackageCounts {
  readonly read: number;
  readonly incidents: number;
  readonly links: number;
  readonly actors: number;
  readonly sources: number;
  readonly problems: number;
}

/** An import. `series` is null where a problem is fatal; otherwise it holds every row that is free of problems. */
export interface Import {
  readonly series: Series | null;
  readonly problems: Problem[];
  readonly counts: PackageCounts;
}

/** A package that was looked through, whose incidents are made when they are asked for. */
export type PackageFound =
  | {
      readonly kind: 'read';
      readonly built: BuiltPackage;
      readonly problems: Problem[];
      readonly read: number;
    }
  | { readonly kind: 'failed'; readonly problems: Problem[]; readonly read: number };

/**
 * Looks through a Frictionless Data Package in the Annals format, whose descriptor is `text`. Only the table `incidents` must be there; a table left out is empty, and types, regions,
 * actors and sources that are named without a table are made from their ids. Every row that cannot be used stands in
 * `problems`, with its line in the file.
 */
export function* lookThrough(id: DatasetId, text: string | undefined): Passes<PackageFound> {
  if (text === undefined) {
    const place = { file: DESCRIPTOR_FILE, row: null, column: null, value: null };
    const problem = problemAt(place, 'missing-descriptor', 'the package has no such file');
    return { kind: 'failed', problems: [problem], read: 0 };
  }
  const { descriptor, problems } = readDescriptor(text);
  if (!descriptor) return { kind: 'failed', problems, read: 0 };
  const { tables, problems: ofTables } = yield* readTables(descriptor);
  for (const problem of ofTables) problems.push(problem);
  const read = tables.get('incidents')?.read ?? 0;
  if (problems.some(({ code }) => isFatal(code))) return { kind: 'failed', problems, read };
  const built = yield* buildSeries(buildMeta(id, descriptor), ownColumns(descriptor), tables);
  for (const problem of built.problems) problems.push(problem);
  const isRead = !built.problems.some(({ code }) => isFatal(code));
  return isRead ? { kind: 'read', built, problems, read } : { kind: 'failed', problems, read };
}

/** All incidents of a package at once. */
function* allIncidents({ again }: BuiltPackage): Passes<Incident[]> {
  const incidents: Incident[] = [];
  const { file, of } = again();
  const take = (records: readonly CsvRecord[]): void => {
    for (const incident of of(records)) incidents.push(incident);
  };
  yield { path: file, take };
  return incidents;
}

function failed(problems: Problem[], read: number): Import {
  const none = { incidents: 0, links: 0, actors: 0, sources: 0 };
  return { series: null, problems, counts: { read, ...none, problems: problems.length } };
}

/** Makes a series of a package whose texts are held: `files` maps paths inside the package to them. See {@link lookThrough}. */
export function importDataPackage(id: DatasetId, files: ReadonlyMap<string, string>): Import {
  const found = overTexts(lookThrough(id, files.get(DESCRIPTOR_FILE)), files);
  const { problems, read } = found;
  if (found.kind === 'failed') return failed(problems, read);
  const { rest, counts } = found.built;
  const incidents = overTexts(allIncidents(found.built), files);
  const named = { actors: rest.actors.length, sources: rest.sources.length };
  return {
    series: { ...rest, incidents },
    problems,
    counts: { read, ...counts, ...named, problems: problems.length },
  };
}
