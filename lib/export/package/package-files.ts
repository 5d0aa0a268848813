import { stringify } from 'csv-stringify/sync';
import type { Incident, SeriesGuide, SeriesMeta, Source } from '../../series/model';
import { formatDay } from '../../time/day';
import {
  ACTOR_TABLE,
  ANNOTATION_TABLE,
  AREA_TABLE,
  coverageTable,
  DENOMINATOR_TABLE,
  INCIDENT_TABLE,
  LINK_TABLE,
  type OwnedLink,
  ownColumns,
  type PackageColumn,
  REFERENCE_TABLE,
  RELATION_TABLE,
  regionTable,
  SOURCE_TABLE,
  TYPE_TABLE,
  VIEW_TABLE,
} from './package-tables';

/** A revision as its package is made from it. `incidents` gives all of them in batches, anew with each call. */
export interface PackageSeries {
  readonly guide: SeriesGuide;
  readonly sources: readonly Source[];
  incidents(): AsyncIterable<readonly Incident[]>;
}

/** A file of the package, by pieces of its text. */
export interface PackageFile {
  readonly path: string;
  readonly text: AsyncIterable<string>;
}

interface PackageTable {
  readonly name: string;
  readonly columns: readonly Pick<PackageColumn<unknown>, 'name' | 'type' | 'own'>[];
  text(): AsyncIterable<string>;
}

/** Lines of CSV as RFC 4180 has them. Nothing is neutralised: the package must come back as it was. */
function lines<T>(columns: readonly PackageColumn<T>[], entries: readonly T[]): string {
  const records = entries.map((entry) => columns.map(({ cell }) => cell(entry)));
  return stringify(records, { record_delimiter: '\r\n', quoted_match: /[\r\n\uFEFF]/ });
}

function header(columns: readonly { readonly name: string }[]): string {
  return `${columns.map(({ name }) => name).join(',')}\r\n`;
}

async function* textOf<T>(
  columns: readonly PackageColumn<T>[],
  batches: AsyncIterable<readonly T[]> | Iterable<readonly T[]>,
): AsyncGenerator<string> {
  yield header(columns);
  for await (const batch of batches) yield lines(columns, batch);
}

/** A table that is held as a whole. */
function held<T>(name: string, columns: readonly PackageColumn<T>[], entries: readonly T[]): PackageTable {
  return { name, columns, text: () => textOf(columns, [entries]) };
}

async function* linksOf(batches: AsyncIterable<readonly Incident[]>): AsyncGenerator<readonly OwnedLink[]> {
  for await (const batch of batches) {
    yield batch.flatMap(({ id, links }) => links.map((link) => ({ ...link, incident: id })));
  }
}

/** Every table, the empty ones too: a table that is left out would be made from the ids that name its entries. */
function tablesOf({ guide, sources, incidents }: PackageSeries): readonly PackageTable[] {
  const columns = [...INCIDENT_TABLE, ...ownColumns(guide.fields)];
  return [
    { name: 'incidents', columns, text: () => textOf(columns, incidents()) },
    { name: 'links', columns: LINK_TABLE, text: () => textOf(LINK_TABLE, linksOf(incidents())) },
    held('actors', ACTOR_TABLE, guide.actors),
    held('actor_relations', RELATION_TABLE, guide.actorRelations),
    held('types', TYPE_TABLE, guide.types),
    held('regions', regionTable(guide.regions), guide.regions),
    held('sources', SOURCE_TABLE, sources),
    held('coverage', coverageTable(guide.coverageNotes), guide.coverageNotes),
    held('annotations', ANNOTATION_TABLE, guide.annotations),
    held('reference_counts', REFERENCE_TABLE, guide.referenceCounts),
    held('named_views', VIEW_TABLE, guide.namedViews),
    // Nothing refers to these.
    ...(guide.areas === undefined ? [] : [held('areas', AREA_TABLE, guide.areas)]),
    ...(guide.denominators === undefined
      ? []
      : [held('denominators', DENOMINATOR_TABLE, guide.denominators)]),
  ];
}

function descriptorOf(meta: SeriesMeta, tables: readonly PackageTable[]): object {
  const { from, to, places, note } = meta.coverage;
  const { name, url, closed } = meta.licence;
  const { sourcesUntil } = meta;
  const meaningOf = new Map(meta.codebook.map(({ field, meaning }) => [field, meaning]));
  const field = (table: string, column: PackageTable['columns'][number]) => {
    const description = meaningOf.get(`${table}.${column.name}`);
    const about = { ...(description ? { description } : {}), ...(column.own ? { annals: column.own } : {}) };
    return { name: column.name, type: column.type, ...about };
  };
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: meta.id,
    title: meta.title,
    description: meta.description,
    licenses: [{ name, ...(url === null ? {} : { path: url }) }],
    annals: {
      ...{ format: 1, exact: true, publisher: meta.publisher, noun: meta.noun },
      coverage: { from: formatDay(from), to: formatDay(to), places, note },
      ...(sourcesUntil === undefined ? {} : { sourcesUntil }),
      ...(closed === undefined ? {} : { closed }),
      ...{ provenance: meta.provenance, codebook: meta.codebook },
    },
    resources: tables.map((table) => ({
      ...{ name: table.name, path: `${table.name}.csv`, format: 'csv', encoding: 'utf-8' },
      schema: {
        fields: table.columns.map((column) => field(table.name, column)),
        ...(table.columns[0]?.name === 'id' ? { primaryKey: 'id' } : {}),
      },
    })),
  };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/**
 * A series as a Data Package that imports back to the same revision: `datapackage.json`, then its tables. Incidents are
 * asked for twice, once for their own table and once for that of their links, and never held as a whole.
 */
export function* packageFiles(series: PackageSeries): Generator<PackageFile> {
  const tables = tablesOf(series);
  const descriptor = descriptorOf(series.guide.meta, tables);
  yield { path: 'datapackage.json', text: once(`${JSON.stringify(descriptor, null, 2)}\n`) };
  for (const { name, text } of tables) yield { path: `${name}.csv`, text: text() };
}
