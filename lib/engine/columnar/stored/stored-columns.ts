import type { Query } from '../../../query/query';
import { PART_PROPERTIES } from '../../../series/parts/part-keys';
import { Columns, type KeptWithColumns, type Made, type SeriesFrame } from '../columns/columns';
import { type Dates, type PossibleSpans, type Spans, sectionsOf } from '../columns/dates';
import type { Codes } from '../columns/dictionary';
import type { IncidentParts } from '../columns/incident-parts';
import type { Lines, TextParts } from '../columns/text-parts';
import { readPlaces } from './places';
import { DamagedColumns, type Numbers, type SectionReader } from './sections';
import { readColumn, readValues } from './values';

/** What a file of columns says of itself. */
export interface StoredAbout {
  /** The content that it was made of. */
  readonly revision: string;
  /** The code that made it. */
  readonly madeBy: string;
}

export interface Header extends StoredAbout {
  readonly size: number;
  /** How many rows stand in each section, and the ids of the own fields that say anything. */
  readonly sections: readonly number[];
  readonly own: readonly string[];
}

export const SPANS = [
  ...(['first', 'last', 'daysFrom', 'daysTo', 'days', 'earliest', 'latest', 'gaps'] as const),
] satisfies readonly (keyof Spans)[];
export const POSSIBLE = ['from', 'to', 'codes'] satisfies readonly (keyof PossibleSpans)[];

/** Answers that are kept with columns; null where there is none to a query. */
export type StoredAnswers = (query: Query) => unknown;

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
