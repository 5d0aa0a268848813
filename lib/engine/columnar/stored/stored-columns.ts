import type { Query } from '../../../query/query';
import { COLUMNS } from '../../../series/field-table';
import { ownKey } from '../../../series/fields';
import { PART_PROPERTIES } from '../../../series/parts/part-keys';
import {
  Columns,
  DATE_ORDER,
  ID_ORDER,
  type KeptWithColumns,
  type Made,
  NEWEST_FIRST,
  type SeriesFrame,
} from '../columns/columns';
import { type Dates, type PossibleSpans, type Spans, sectionsOf } from '../columns/dates';
import type { Codes } from '../columns/dictionary';
import type { IncidentParts } from '../columns/incident-parts';
import {
  LOCATION_CODES,
  LOCATIONS,
  locationCodes,
  locationNumbers,
  locationsOf,
  OFF_CODES,
} from '../columns/locations';
import type { Lines, TextParts } from '../columns/text-parts';
import { type Texts, textPartsNow } from '../columns/text-parts';
import { dateOrder, newestFirst, ranksIn, ranksName, sortings } from '../list/sort-orders';
import { foldedTexts, searchedColumns } from '../selection/words';
import { readPlaces, writePlaces } from './places';
import { DamagedColumns, type Numbers, type SectionReader, type SectionWriter } from './sections';
import { readColumn, readValues, writeColumn, writeValues } from './values';

/** From how many values on something is kept in another way. Tests set them low, for their series are small. */
export interface StoredLimits {
  /** Up to so many distinct values of a column are read at once and held; of more some are read when they are asked for. */
  readonly few: number;
  /** Characters of texts that are searched as one. */
  readonly characters: number;
}

export const STORED_LIMITS: StoredLimits = { few: 1 << 14, characters: 1 << 24 };

/** What a file of columns says of itself. */
export interface StoredAbout {
  /** The content that it was made of. */
  readonly revision: string;
  /** The code that made it. */
  readonly madeBy: string;
}

interface Header extends StoredAbout {
  readonly size: number;
  /** How many rows stand in each section, and the ids of the own fields that say anything. */
  readonly sections: readonly number[];
  readonly own: readonly string[];
}

const SPANS = [
  ...(['first', 'last', 'daysFrom', 'daysTo', 'days', 'earliest', 'latest', 'gaps'] as const),
] satisfies readonly (keyof Spans)[];
const POSSIBLE = ['from', 'to', 'codes'] satisfies readonly (keyof PossibleSpans)[];

function writeDates(writer: SectionWriter, { column, spans, possible }: Dates, few: number): void {
  writeColumn(writer, 'date', column, few);
  for (const name of SPANS) writer.add(`span ${name}`, spans[name]);
  for (const name of POSSIBLE) writer.add(`possible ${name}`, possible[name]);
}

function hasText(texts: Texts): boolean {
  for (const text of texts) if (text !== '') return true;
  return false;
}

/** Writes the parts of the texts of a column, but where it has no texts. */
function writeParts(writer: SectionWriter, name: string, texts: Texts, most: number): void {
  if (!hasText(texts)) return;
  const { lines, size, places } = textPartsNow(texts, most);
  for (const [at, { text, starts }] of lines.entries()) {
    writer.add(`line starts ${at} ${name}`, starts);
    writer.add(`lines ${at} ${name}`, new TextEncoder().encode(text));
  }
  writer.addJson(`parts ${name}`, {
    ...{ size, firsts: lines.map(({ first }) => first), texts: places?.texts ?? null },
  });
  if (places === null) return;
  const { starts } = places;
  writer.add(`part ends ${name}`, starts);
  writer.add(`part texts ${name}`, places.read(0, starts.at(-1)!));
}

/** Writes the ranks of columns of many values: few are ranked as quickly as they are read. */
function writeRanks(writer: SectionWriter, columns: Columns, few: number): void {
  const own = columns.series.fields.map(ownKey);
  for (const column of [...COLUMNS, ...own]) {
    if (column === 'id' || column === 'date') continue;
    for (const sorting of sortings(columns, column)) {
      if (sorting.values.values.length <= few) continue;
      writer.add(ranksName(sorting.name), ranksIn(columns, sorting));
    }
  }
}

/** Writes where rows are; made anew in no time where no row has a point. */
function writeLocations(writer: SectionWriter, columns: Columns): void {
  const { size } = locationsOf(columns);
  if (size === OFF_CODES) return;
  writer.add(LOCATION_CODES, locationCodes(columns));
  writer.add(LOCATIONS, locationNumbers(columns));
}

/** Answers that are kept with columns; null where there is none to a query. */
export type StoredAnswers = (query: Query) => unknown;

function writeAnswers(writer: SectionWriter, answers: ReadonlyMap<string, unknown>): void {
  writer.addJson('answers', [...answers.keys()]);
  for (const [at, answer] of [...answers.values()].entries()) writer.addJson(`answer ${at}`, answer);
}

function windowOf(query: Query): string {
  return query.kind === 'incident' ? '' : `${query.filter.from} ${query.filter.to}`;
}

/** The answers of a file, each read when it is asked for. */
export function readAnswers(reader: SectionReader): StoredAnswers {
  const queries = reader.json('answers') as string[];
  const places = new Map(queries.map((query, at) => [query, at]));
  const windows = new Set(queries.map((query) => windowOf(JSON.parse(query) as Query)));
  return (query) => {
    // To write a query out takes as long as to answer one of a window that has moved.
    if (!windows.has(windowOf(query))) return null;
    const at = places.get(JSON.stringify(query));
    return at === undefined ? null : reader.json(`answer ${at}`);
  };
}

/** What is written of a revision: its columns, what the file says of itself, and answers that are kept with them. */
export interface Written {
  readonly columns: Columns;
  readonly about: StoredAbout;
  readonly answers: ReadonlyMap<string, unknown>;
}

/** Writes columns, with all that takes long to work out of them. */
export async function writeColumns(
  writer: SectionWriter,
  { columns, about, answers }: Written,
  { few, characters }: StoredLimits = STORED_LIMITS,
  pause: () => Promise<void> = async () => undefined,
): Promise<void> {
  writeValues(writer, 'id', columns.incidentIds, few);
  writer.add(ID_ORDER, columns.idOrder());
  for (const property of PART_PROPERTIES) {
    await pause();
    if (property === 'place') writePlaces(writer, columns.parts.place, few);
    else if (property !== 'date') writeColumn<unknown>(writer, property, columns.parts[property], few);
  }
  for (const [id, column] of columns.own) {
    await pause();
    writeColumn(writer, `.${id}`, column, few);
  }
  writeDates(writer, columns.dates, few);
  writeColumn(writer, 'place name', columns.places, few);
  writeColumn(writer, 'links of row', columns.linkLists, Number.POSITIVE_INFINITY);
  await pause();
  writeLocations(writer, columns);
  writer.add(DATE_ORDER, dateOrder(columns));
  writer.add(NEWEST_FIRST, newestFirst(columns));
  writeRanks(writer, columns, few);
  for (const searched of searchedColumns(columns)) {
    await pause();
    writeParts(writer, searched.name, foldedTexts(searched), characters);
  }
  writeAnswers(writer, answers);
  const header: Header = {
    ...about,
    size: columns.size,
    sections: columns.dates.sections.map(({ from, to }) => to - from),
    own: [...columns.own.keys()],
  };
  writer.finish(header);
}

function readDates(reader: SectionReader, same: Codes, counts: readonly number[]): Dates {
  const numbers = <K extends string>(names: readonly K[], of: string) =>
    Object.fromEntries(names.map((name) => [name, reader.numbers(`${of} ${name}`)])) as Record<K, Numbers>;
  return {
    sections: sectionsOf(counts),
    column: readColumn(reader, 'date', same),
    spans: numbers(SPANS, 'span') as unknown as Spans,
    possible: numbers(POSSIBLE, 'possible') as unknown as PossibleSpans,
  };
}

interface StoredParts {
  readonly size: number;
  readonly firsts: readonly number[];
  readonly texts: number | null;
}

const NO_TEXTS: TextParts = { lines: [], size: 0, places: null };

function readParts(reader: SectionReader, name: string): TextParts {
  if (!reader.has(`parts ${name}`)) return NO_TEXTS;
  const { size, firsts, texts } = reader.json(`parts ${name}`) as StoredParts;
  const lines = firsts.map((first, at): Lines => {
    const section = `lines ${at} ${name}`;
    return {
      text: reader.text(section, 0, reader.bytesOf(section)),
      first,
      starts: reader.numbers(`line starts ${at} ${name}`) as Uint32Array,
    };
  });
  if (texts === null) return { lines, size, places: null };
  const starts = reader.numbers(`part ends ${name}`) as Uint32Array;
  const read = (from: number, to: number) =>
    reader.someNumbers(`part texts ${name}`, from, to) as Uint32Array;
  return { lines, size, places: { texts, starts, read } };
}

function readMade(reader: SectionReader, { size, sections, own }: Header): Made {
  const same = new Uint8Array(size);
  const dates = readDates(reader, same, sections);
  const column = <T>(name: string) => readColumn<T>(reader, name, same);
  const given: Partial<IncidentParts> = { date: dates.column, place: readPlaces(reader, same) };
  const parts = Object.fromEntries(
    PART_PROPERTIES.map((property) => [property, given[property] ?? column(property)]),
  ) as unknown as IncidentParts;
  return {
    ...{ incidentIds: readValues(reader, 'id'), parts, dates },
    places: column('place name'),
    linkLists: column('links of row'),
    own: new Map(own.map((id) => [id, readColumn(reader, `.${id}`, same, 'undefined')])),
  };
}

/** What a file says of itself. Throws {@link DamagedColumns}. */
export function storedAbout({ about }: SectionReader): StoredAbout {
  const { revision, madeBy } = about as Header;
  return { revision, madeBy };
}

/** The columns of a file, each read when it is first asked for. What is damaged then throws {@link DamagedColumns}. */
export function readColumns(reader: SectionReader, series: SeriesFrame): Columns {
  const header = reader.about as Header;
  if (header.own.some((id) => !series.fields.some((field) => field.id === id))) {
    throw new DamagedColumns('it has fields that the series has not');
  }
  const before: KeptWithColumns = {
    numbers: (name) => (reader.has(name) ? (reader.numbers(name) as Uint32Array) : null),
    parts: (name) => readParts(reader, name),
  };
  return new Columns(series, readMade(reader, header), before);
}
