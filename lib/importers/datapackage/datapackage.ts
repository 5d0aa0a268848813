import type { Problem } from '../../problems/problem';
import type { DatasetId, Series } from '../../series/model';
import { isFatal, problemAt } from '../import-codes';
import { DESCRIPTOR_FILE, readDescriptor } from './descriptor';
import { ownColumns } from './records/build-fields';
import { buildMeta } from './records/build-meta';
import { buildSeries } from './records/build-series';
import { readTables } from './tables/package-tables';

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

function countsOf(series: Series | null, read: number, problems: number): PackageCounts {
  return {
    read,
    incidents: series?.incidents.length ?? 0,
    links: series?.incidents.reduce((sum, incident) => sum + incident.links.length, 0) ?? 0,
    actors: series?.actors.length ?? 0,
    sources: series?.sources.length ?? 0,
    problems,
  };
}

function failed(problems: Problem[], read = 0): Import {
  return { series: null, problems, counts: countsOf(null, read, problems.length) };
}

/**
 * Reads a Frictionless Data Package in the Annals format. `files` maps paths inside the package to their texts.
 * Only `datapackage.json` and the table `incidents` must be there; a table left out is empty, and types, regions,
 * actors and sources that are named without a table are made from their ids. Every row that cannot be used stands in
 * `problems`, with its line in the file.
 */
export function importDataPackage(id: DatasetId, files: ReadonlyMap<string, string>): Import {
  const text = files.get(DESCRIPTOR_FILE);
  if (text === undefined) {
    const place = { file: DESCRIPTOR_FILE, row: null, column: null, value: null };
    return failed([problemAt(place, 'missing-descriptor', 'the package has no such file')]);
  }
  const { descriptor, problems } = readDescriptor(text);
  if (!descriptor) return failed(problems);
  const { tables, problems: tableProblems } = readTables(descriptor, files);
  problems.push(...tableProblems);
  const read = tables.get('incidents')?.read ?? 0;
  if (problems.some(({ code }) => isFatal(code))) return failed(problems, read);
  const built = buildSeries(buildMeta(id, descriptor), ownColumns(descriptor), tables);
  problems.push(...built.problems);
  if (built.problems.some(({ code }) => isFatal(code))) return failed(problems, read);
  return { series: built.series, problems, counts: countsOf(built.series, read, problems.length) };
}
