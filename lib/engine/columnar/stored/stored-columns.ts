import { Budget, bytesOfArray, type Kept, Turns } from '../../../caches/budget';
import type { Filter, Query } from '../../../query/query';
import { PART_PROPERTIES } from '../../../series/parts/part-keys';
import { columnsBudget } from '../budgets';
import { Columns, type Made, type SeriesFrame } from '../columns/columns';
import { type Dates, type PossibleSpans, type Spans, sectionsOf } from '../columns/dates';
import type { Codes } from '../columns/dictionary';
import type { IncidentParts } from '../columns/incident-parts';
import type { KeptWithColumns } from '../columns/kept-with-columns';
import type { Lines, TextParts } from '../columns/texts/text-parts';
import { Recent } from '../selection/recent';
import { readPlaces } from './places';
import { DamagedColumns, type Numbers, type SectionReader } from './sections';
import { type OpenColumns, readColumn, readValues } from './values';

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

function filterOf(query: Query): Filter | null {
  return query.kind === 'incident' ? null : query.filter;
}

function windowOf(filter: Filter | null): string {
  return filter === null ? '' : `${filter.from} ${filter.to}`;
}

/** Answers that are held: a filter by an actor asks for all actors as they are without it. */
const READ = 8;

/** The answers of a file, each read when it is asked for. */
export function readAnswers(reader: SectionReader): StoredAnswers {
  const queries = reader.json('answers') as string[];
  const places = new Map(queries.map((query, at) => [query, at]));
  const read = new Recent<unknown>(READ);
  const known = queries.map((query) => filterOf(JSON.parse(query) as Query));
  const windows = new Set(known.map(windowOf));
  const filters = new Set(known.map((filter) => JSON.stringify(filter)));
  /** Whether any answer is of a filter: the queries of a dashboard share a few. */
  const isKnown = new WeakMap<Filter, boolean>();
  const mayBeOf = (filter: Filter | null) => {
    // To write a filter out takes as long as to answer some query of a window that has moved.
    if (filter === null || !windows.has(windowOf(filter))) return filter === null;
    const known = isKnown.get(filter) ?? filters.has(JSON.stringify(filter));
    isKnown.set(filter, known);
    return known;
  };
  return (query) => {
    if (!mayBeOf(filterOf(query))) return null;
    const at = places.get(JSON.stringify(query));
    return at === undefined ? null : read.get(String(at), () => reader.json(`answer ${at}`));
  };
}

/** Spans that few queries look at. */
const SELDOM: readonly string[] = ['earliest', 'latest'];

/** Numbers of the distinct dates: held, but for those of `seldom`, which may be let go of. */
function readNumbers<K extends string>(
  { reader, columns }: OpenColumns,
  of: string,
  names: readonly K[],
  seldom: readonly string[],
): Record<K, Numbers> {
  const numbers = {} as Record<K, Numbers>;
  for (const name of names) {
    const read = () => reader.numbers(`${of} ${name}`);
    if (seldom.includes(name)) {
      const kept = columns.kept(read, bytesOfArray);
      Object.defineProperty(numbers, name, { get: () => kept.get(), enumerable: true });
    } else numbers[name] = read();
  }
  return numbers;
}

function readDates(open: OpenColumns, same: Kept<Codes>, counts: readonly number[]): Dates {
  return {
    sections: sectionsOf(counts),
    column: readColumn(open, 'date', same),
    spans: readNumbers(open, 'span', SPANS, SELDOM) as unknown as Spans,
    possible: readNumbers(open, 'possible', POSSIBLE, POSSIBLE) as unknown as PossibleSpans,
  };
}

interface StoredParts {
  readonly size: number;
  readonly firsts: readonly number[];
  readonly texts: number | null;
}

const NO_TEXTS: TextParts = { lines: [], size: 0, places: null };

/** Texts, and other values of which nearly each incident has its own, may take so many bytes an incident, and so many however few there are. */
const [TEXT_BYTES_EACH, LEAST_TEXT_BYTES] = [64, 2 ** 24] as const;

/** What may be held of columns that are read, of texts that are, and of what is made of both. */
export interface Budgets {
  readonly columns: Budget;
  readonly texts: Budget;
  readonly made: Budget;
}

/** For a file that is read again as quickly as what it says is worked out: columns and what is made of them share one budget. */
export function storedBudgets(incidents: number): Budgets {
  const turns = new Turns();
  const columns = columnsBudget(incidents, turns);
  const texts = new Budget(Math.max(LEAST_TEXT_BYTES, incidents * TEXT_BYTES_EACH), turns);
  return { columns, texts, made: columns };
}

/** For a file whose bytes are held: what was read of it stays. */
export function heldBudgets(incidents: number): Budgets {
  const all = new Budget(Number.POSITIVE_INFINITY);
  return { columns: all, texts: all, made: columnsBudget(incidents) };
}

function readParts({ reader, texts: held }: OpenColumns, name: string): TextParts {
  if (!reader.has(`parts ${name}`)) return NO_TEXTS;
  const { size, firsts, texts } = reader.json(`parts ${name}`) as StoredParts;
  const lines = firsts.map((first, at): Lines => {
    const section = `lines ${at} ${name}`;
    const bytes = reader.bytesOf(section);
    // Where a letter takes more than a byte in the file, V8 holds two for each.
    const bytesOf = ({ length }: string) => (length === bytes ? length : 2 * length);
    const text = held.kept(() => reader.text(section, 0, bytes), bytesOf);
    const starts = keptNumbers(held, reader, `line starts ${at} ${name}`);
    return {
      first,
      get text() {
        return text.get();
      },
      get starts() {
        return starts.get();
      },
    };
  });
  if (texts === null) return { lines, size, places: null };
  const starts = keptNumbers(held, reader, `part ends ${name}`);
  const read = (from: number, to: number) =>
    reader.someNumbers(`part texts ${name}`, from, to) as Uint32Array;
  const places = {
    texts,
    read,
    get starts() {
      return starts.get();
    },
  };
  return { lines, size, places };
}

function keptNumbers(budget: Budget, reader: SectionReader, name: string): Kept<Uint32Array> {
  return budget.kept(() => reader.numbers(name) as Uint32Array, bytesOfArray);
}

function readMade(open: OpenColumns, { size, sections, own }: Header): Made {
  const same = open.columns.kept<Codes>(() => new Uint8Array(size), bytesOfArray);
  const dates = readDates(open, same, sections);
  const column = <T>(name: string) => readColumn<T>(open, name, same);
  const given: Partial<IncidentParts> = { date: dates.column, place: readPlaces(open, same) };
  const parts = Object.fromEntries(
    PART_PROPERTIES.map((property) => [property, given[property] ?? column(property)]),
  ) as unknown as IncidentParts;
  return {
    ...{ incidentIds: readValues(open, 'id'), parts, dates },
    places: column('place name'),
    linkLists: column('links of row'),
    own: new Map(own.map((id) => [id, readColumn(open, `.${id}`, same, 'undefined')])),
  };
}

/** What a file says of itself. Throws {@link DamagedColumns}. */
export function storedAbout({ about }: SectionReader): StoredAbout {
  const { revision, madeBy } = about as Header;
  return { revision, madeBy };
}

/**
 * The columns of a file, each read when it is asked for, and again where it was let go of meanwhile. What is damaged then throws
 * {@link DamagedColumns}.
 */
export function readColumns(
  reader: SectionReader,
  series: SeriesFrame,
  budgets: (incidents: number) => Budgets = storedBudgets,
): Columns {
  const header = reader.about as Header;
  if (header.own.some((id) => !series.fields.some((field) => field.id === id))) {
    throw new DamagedColumns('it has fields that the series has not');
  }
  const { made, columns, texts } = budgets(header.size);
  const open = { reader, columns, texts };
  const before: KeptWithColumns = {
    numbers: (name) => (reader.has(name) ? (reader.numbers(name) as Uint32Array) : null),
    someNumbers: (name, from, to) =>
      reader.has(name) ? (reader.someNumbers(name, from, to) as Uint32Array) : null,
    parts: (name) => readParts(open, name),
    small: (name) => (reader.has(name) ? reader.json(name) : null),
  };
  return new Columns(series, readMade(open, header), before, made);
}
