import { type Budget, bytesOfArray, type Kept, type KeptByName } from '../../../caches/budget';
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
import type { Bin } from '../../../time/bin';
import { heldBudget } from '../budgets';
import { type Postings, postingsOf } from './bits';
import { type Dates, type Dating, datingOf } from './dates';
import { type Codes, type Dictionary, derived, valueAt } from './dictionary';
import type { IncidentParts } from './incident-parts';
import { type KeptNumbers, type KeptWithColumns, NOTHING_KEPT, withSome } from './kept-with-columns';
import type { LinkList } from './link-lists';
import { lowest } from './lowest';
import type { TextParts } from './texts/text-parts';
import type { Values } from './values';

/** What an incident has a value of by itself, not through its links. */
export type ValueKey = ValueFacet | OwnKey;

/** The links of an incident, among what facets go by. */
export const LINKS = 'links';

/** What facets go by: values of incidents, or their links. */
export type FacetColumn = ValueKey | typeof LINKS;

/** The names of orders of rows. */
export const [ID_ORDER, DATE_ORDER, NEWEST_FIRST] = [
  'order by id',
  'order by date',
  'order by date, newest first',
] as const;

const VALUE_ROLES = new Map<string, (typeof VALUE_FACETS)[number]>(
  VALUE_FACETS.map((role) => [role.key, role]),
);

function rowFound(row: number): number | null {
  return row < 0 ? null : row;
}

/** The codes of rows, and of how many values. */
interface Coded {
  readonly codes: Codes;
  readonly values: { readonly length: number };
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
  readonly #numbers = new Map<string, KeptNumbers>();
  readonly #postings: KeptByName<Postings>;
  readonly #same: Kept<Codes>;
  readonly budget: Budget;
  readonly #before: KeptWithColumns;

  constructor(
    series: SeriesFrame,
    made: Made,
    before: KeptWithColumns = NOTHING_KEPT,
    budget = heldBudget(made.incidentIds.length),
  ) {
    this.budget = budget;
    this.#same = budget.kept<Codes>(() => new Uint8Array(this.size), bytesOfArray);
    this.#before = before;
    this.series = series;
    this.size = made.incidentIds.length;
    this.#postings = budget.named(({ starts, rows }) => starts.byteLength + rows.byteLength);
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
    for (const [id, column] of this.own) {
      const value = valueAt(column, row);
      if (value !== undefined) own[id] = value;
    }
    const incident: Record<string, unknown> = { id: this.incidentIds.at(row)! };
    for (const property of PART_PROPERTIES) incident[property] = this.part(property, row);
    incident.own = own;
    return incident as unknown as Incident;
  }

  /** A part of an incident. */
  part<P extends PartProperty>(property: P, row: number): Incident[P] {
    return valueAt<Incident[P]>(this.parts[property], row);
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
    return this.keptNumbers('all rows', () => Uint32Array.from({ length: this.size }, (_, row) => row));
  }

  /** The codes of a column in which all rows have the same value. */
  get sameCodes(): Codes {
    return this.#same.get();
  }

  /** What is worked out of the columns once, under a name, and is small beside them. */
  kept<T extends object>(name: string, make: () => T): T {
    const known = this.#kept.get(name);
    if (known !== undefined) return known as T;
    const made = make();
    this.#kept.set(name, made);
    return made;
  }

  /** The same, which may have been kept with the columns as JSON. */
  keptSmall<T extends object>(name: string, make: () => T): T {
    return this.kept(name, () => (this.#before.small(name) as T | null) ?? make());
  }

  /** Numbers under a name, which may have been kept with the columns. */
  keptNumbers(name: string, make: () => Uint32Array): Uint32Array {
    return this.numbers(name, make).get();
  }

  /** The same, to be asked for again and again. */
  numbers(name: string, make: () => Uint32Array): KeptNumbers {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const { numbers, someNumbers } = this.#before;
    const kept = this.budget.kept(() => numbers(name) ?? make(), bytesOfArray);
    const made = withSome(kept, (from, to) => someNumbers(name, from, to));
    this.#numbers.set(name, made);
    return made;
  }

  /** Numbers without a name. */
  unnamedNumbers(make: () => Uint32Array): KeptNumbers {
    return withSome(this.budget.kept(make, bytesOfArray), () => null);
  }

  /** The parts of the texts of a column, where they were kept with it. */
  keptParts(column: string): TextParts | null {
    return this.#before.parts(column);
  }

  /** The rows of each value of a column. */
  postings(name: string, column: Coded): Postings {
    return this.#posted(name, column).get();
  }

  /** The same where they are held, or there is room for them: to look at all rows once takes less long than to make them. */
  postingsAtHand(name: string, column: Coded): Postings | null {
    const posted = this.#posted(name, column);
    const bytes = (this.size + column.values.length) * Uint32Array.BYTES_PER_ELEMENT;
    return posted.held() !== null || this.budget.hasRoom(bytes) ? posted.get() : null;
  }

  #posted(name: string, column: Coded): Kept<Postings> {
    return this.#postings.of(name, () => postingsOf(column.codes, column.values.length));
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

  /** What facets go by, as it was read; the ids of its values have its codes. */
  facetColumn(key: FacetColumn): Dictionary<unknown> {
    if (key === LINKS) return this.linkLists;
    return isOwnKey(key) ? this.ownValues(key) : this.parts[VALUE_ROLES.get(key)!.property];
  }

  /** The distinct ids that incidents have; empty where they have none. */
  lists(key: ValueKey): Dictionary<readonly string[]> {
    if (!isOwnKey(key)) {
      const { property, read } = VALUE_ROLES.get(key)!;
      return this.kept(`lists ${key}`, () =>
        derived<unknown, readonly string[]>(this.facetColumn(key), (part) => [
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
  dating(bin: Bin): Dictionary<Dating> {
    return this.kept(`dating ${bin}`, () => datingOf(this.dates, bin, this.budget));
  }
}
