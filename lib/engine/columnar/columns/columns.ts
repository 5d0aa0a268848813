import { NONE, type Rollup } from '../../../query/query';
import { settle } from '../../../series/estimate';
import { rollingIn, VALUE_FACETS, type ValueFacet } from '../../../series/facets';
import { isOwnKey, type OwnKey, type OwnValue, ownIds } from '../../../series/fields';
import { type BaseMeasure, propertyOf } from '../../../series/measures';
import type { Estimate, Incident, IncidentId, Series } from '../../../series/model';
import { PART_PROPERTIES, type PartProperty } from '../../../series/parts/part-keys';
import { rootRegions } from '../../../series/places/region-tree';
import { byCodePoint } from '../../../text/order';
import { placesInOrder } from '../../../text/text-places';
import { type Bin, floorBin } from '../../../time/bin';
import type { Day } from '../../../time/day';
import { Recent } from '../selection/recent';
import { type Postings, postingsOf } from './bits';
import type { Dates } from './dates';
import { type Dictionary, derived, recoded } from './dictionary';
import type { IncidentParts } from './incident-parts';
import type { LinkList } from './link-lists';
import { lowest } from './lowest';
import type { TextParts } from './text-parts';
import type { Values } from './values';

/** What an incident has a value of by itself, not through its links. */
export type ValueKey = ValueFacet | OwnKey;

/** The names of orders of rows. */
export const [ID_ORDER, DATE_ORDER, NEWEST_FIRST] = [
  'order by id',
  'order by date',
  'order by date, newest first',
] as const;

const VALUE_ROLES = new Map<string, (typeof VALUE_FACETS)[number]>(
  VALUE_FACETS.map((role) => [role.key, role]),
);

/** What was worked out of columns and kept with them, by name; null where it was not. */
export interface KeptWithColumns {
  numbers(name: string): Uint32Array | null;
  /** The parts of the texts of a column. */
  parts(column: string): TextParts | null;
}

const NOTHING_KEPT: KeptWithColumns = { numbers: () => null, parts: () => null };

/** Each takes four bytes a row: of a large series hardly more than a click needs are kept. */
const [POSTINGS, POSTINGS_OF_LARGE, LARGE] = [6, 2, 2 ** 19] as const;

function rowFound(row: number): number | null {
  return row < 0 ? null : row;
}

/** A series without its incidents. */
export type SeriesFrame = Omit<Series, 'incidents'>;

/** The columns of a series: what its incidents hold, by row, each made once. */
export interface Made {
  readonly incidentIds: Values<IncidentId>;
  readonly parts: IncidentParts;
  readonly dates: Dates;
  readonly linkLists: Dictionary<LinkList>;
  /** Names of places. */
  readonly places: Dictionary<string | null>;
  /** By the ids of the fields; undefined where an incident says nothing. */
  readonly own: ReadonlyMap<string, Dictionary<OwnValue | undefined>>;
}

/** A series as columns. Rows are sorted by day; what is worked out of a column is kept. */
export class Columns implements Made {
  readonly series: SeriesFrame;
  readonly size: number;
  readonly incidentIds: Made['incidentIds'];
  readonly parts: IncidentParts;
  readonly dates: Dates;
  readonly linkLists: Dictionary<LinkList>;
  readonly places: Made['places'];
  readonly own: Made['own'];
  readonly #kept = new Map<string, unknown>();
  readonly #postings: Recent<Postings>;
  readonly #before: KeptWithColumns;

  constructor(series: SeriesFrame, made: Made, before: KeptWithColumns = NOTHING_KEPT) {
    this.#before = before;
    this.series = series;
    this.size = made.incidentIds.length;
    this.#postings = new Recent(this.size > LARGE ? POSTINGS_OF_LARGE : POSTINGS);
    this.incidentIds = made.incidentIds;
    this.parts = made.parts;
    this.dates = made.dates;
    this.linkLists = made.linkLists;
    this.places = made.places;
    this.own = made.own;
  }

  /** An incident put together again. Where not all of it is wanted, {@link part} is quicker. */
  incident(row: number): Incident {
    const own: Record<string, OwnValue> = {};
    for (const [id, { codes, values }] of this.own) {
      const value = values.at(codes[row]!);
      if (value !== undefined) own[id] = value;
    }
    const incident: Record<string, unknown> = { id: this.incidentIds.at(row)! };
    for (const property of PART_PROPERTIES) incident[property] = this.part(property, row);
    incident.own = own;
    return incident as unknown as Incident;
  }

  /** A part of an incident. */
  part<P extends PartProperty>(property: P, row: number): Incident[P] {
    const { codes, values } = this.parts[property];
    return values.at(codes[row]!)!;
  }

  /** The row of an incident; null where the id is unknown. */
  rowOf(id: string): number | null {
    const ids = this.incidentIds;
    if (Array.isArray(ids)) return rowFound(ids.indexOf(id));
    const rows = this.idOrder();
    const at = lowest(0, rows.length, (place) => byCodePoint(ids.at(rows[place]!)!, id) >= 0);
    return at < rows.length && ids.at(rows[at]!) === id ? rows[at]! : null;
  }

  /** The rows by their ids. */
  idOrder(): Uint32Array {
    return this.keptNumbers(ID_ORDER, () => placesInOrder(this.incidentIds));
  }

  /** All rows, ascending. */
  allRows(): Uint32Array {
    return this.kept('all rows', () => Uint32Array.from({ length: this.size }, (_, row) => row));
  }

  /** What is worked out of the columns once, under a name. */
  kept<T extends object>(name: string, make: () => T): T {
    const known = this.#kept.get(name);
    if (known !== undefined) return known as T;
    const made = make();
    this.#kept.set(name, made);
    return made;
  }

  /** The same of numbers, which may have been kept with the columns. */
  keptNumbers(name: string, make: () => Uint32Array): Uint32Array {
    return this.kept(name, () => this.#before.numbers(name) ?? make());
  }

  /** The parts of the texts of a column, where they were kept with it. */
  keptParts(column: string): TextParts | null {
    return this.#before.parts(column);
  }

  /** The rows of each value of a column; those of the columns that were asked for last are kept. */
  postings(name: string, { codes, values }: Dictionary<unknown>): Postings {
    return this.#postings.get(name, () => postingsOf(codes, values.length));
  }

  /** What incidents say in an own field; undefined where they say nothing. */
  ownValues(key: OwnKey): Dictionary<OwnValue | undefined> {
    const silent = () => ({ codes: new Uint8Array(this.size), values: [undefined] });
    return this.own.get(key.slice(1)) ?? this.kept('no such field', silent);
  }

  /** The ids of the distinct values that incidents have; {@link NONE} alone where they have none. */
  ids(key: ValueKey): Dictionary<readonly string[]> {
    return this.kept(`ids ${key}`, () =>
      derived(this.lists(key), (ids) => (ids.length === 0 ? [NONE] : ids)),
    );
  }

  /** The same with those above them: what filters and facets go by. */
  rolledIds(key: ValueKey): Dictionary<readonly string[]> {
    return this.kept(`rolled ids ${key}`, () => {
      const rolled = rollingIn(this.series);
      return derived(this.ids(key), (ids) => rolled(key, ids));
    });
  }

  /** The groups of incidents in a split by values: their ids, or the regions that these are rolled up under. */
  groupIds(split: ValueKey, roll: Rollup | undefined): Dictionary<readonly string[]> {
    const ids = this.ids(split);
    if (split !== 'region' || roll === undefined) return ids;
    const under = rollingIn(this.series);
    const wanted = new Set(roll === 'roots' ? rootRegions(this.series.regions) : roll);
    return derived(ids, (own) => {
      const rolled = under(split, own).filter((id) => wanted.has(id));
      return rolled.length === 0 ? own : rolled;
    });
  }

  /** The distinct ids that incidents have; empty where they have none. */
  lists(key: ValueKey): Dictionary<readonly string[]> {
    if (!isOwnKey(key)) {
      const { property, read } = VALUE_ROLES.get(key)!;
      return this.kept(`lists ${key}`, () =>
        derived<unknown, readonly string[]>(this.parts[property], (part) => [
          ...new Set(read.of({ [property]: part } as unknown as Incident)),
        ]),
      );
    }
    const id = key.slice(1);
    return derived(this.ownValues(key), (value) =>
      value === undefined ? [] : ownIds({ own: { [id]: value } }, key),
    );
  }

  /** The figures of a measure as they count; a number of an own field serves as all three. */
  figures(measure: Exclude<BaseMeasure, 'incidents'>): Dictionary<Estimate> {
    if (isOwnKey(measure)) {
      return this.kept(`figures ${measure}`, () =>
        derived(this.ownValues(measure), (value) => {
          const number = typeof value === 'number' ? value : null;
          return { low: number, best: number, high: number };
        }),
      );
    }
    return this.kept(`figures ${measure}`, () => derived(this.parts[propertyOf(measure)], settle));
  }

  /** Whether the start of an incident is dated, and if so whether its possible days lie in several bins. */
  dating(bin: Bin): Dictionary<'undated' | 'one bin' | 'several bins'> {
    const { spans } = this.dates;
    const { codes } = this.dates.column;
    return this.kept(`dating ${bin}`, () =>
      recoded({ codes, values: Array.from(spans.first, (_, code) => code) }, (code) => {
        if (spans.days[code] === 0) return 'undated';
        const [first, last] = [spans.first[code] as Day, spans.last[code] as Day];
        return floorBin(first, bin) === floorBin(last, bin) ? 'one bin' : 'several bins';
      }),
    );
  }
}
