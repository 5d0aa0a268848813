import { NONE } from '../../../query/query';
import type { ValueFacet } from '../../../series/facets';
import { isOwnKey, type OwnKey, type OwnValue, ownIds } from '../../../series/fields';
import { type BaseMeasure, type EstimateProperty, propertyOf } from '../../../series/measures';
import type { Estimate, Incident, IncidentId, Series } from '../../../series/model';
import { type Bin, floorBin } from '../../../time/bin';
import type { Day } from '../../../time/day';
import type { Dates } from './dates';
import { type Dictionary, derived, recoded } from './dictionary';
import { type IncidentParts, PART_PROPERTIES, type PartProperty } from './incident-parts';
import type { LinkList } from './link-lists';

/** What an incident has a value of by itself, not through its links. */
export type ValueKey = ValueFacet | OwnKey;

/** What the model knows of every incident, by row. */
export interface ModelColumns {
  /** The distinct ids that it has in each facet of its own; empty where it has none. */
  readonly values: Readonly<Record<ValueFacet, Dictionary<readonly string[]>>>;
  readonly title: Dictionary<string>;
  readonly place: Dictionary<string | null>;
  readonly notes: Dictionary<string | null>;
}

/** A series without its incidents. */
export type SeriesFrame = Omit<Series, 'incidents'>;

/** The columns of a series: what its incidents hold, by row, each made once. */
export interface Made {
  readonly incidentIds: readonly IncidentId[];
  readonly parts: IncidentParts;
  readonly dates: Dates;
  readonly linkLists: Dictionary<LinkList>;
  readonly model: ModelColumns;
  /** As they count. */
  readonly estimates: Readonly<Record<EstimateProperty, Dictionary<Estimate>>>;
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
  readonly model: ModelColumns;
  readonly estimates: Made['estimates'];
  readonly own: Made['own'];
  readonly #kept = new Map<string, unknown>();

  constructor(series: SeriesFrame, made: Made) {
    this.series = series;
    this.size = made.incidentIds.length;
    this.incidentIds = made.incidentIds;
    this.parts = made.parts;
    this.dates = made.dates;
    this.linkLists = made.linkLists;
    this.model = made.model;
    this.estimates = made.estimates;
    this.own = made.own;
  }

  /** An incident put together again. Where not all of it is wanted, {@link part} is quicker. */
  incident(row: number): Incident {
    const own: Record<string, OwnValue> = {};
    for (const [id, { codes, values }] of this.own) {
      const value = values[codes[row]!];
      if (value !== undefined) own[id] = value;
    }
    const incident: Record<string, unknown> = { id: this.incidentIds[row]! };
    for (const property of PART_PROPERTIES) incident[property] = this.part(property, row);
    incident.own = own;
    return incident as unknown as Incident;
  }

  /** A part of an incident. */
  part<P extends PartProperty>(property: P, row: number): Incident[P] {
    const { codes, values } = this.parts[property];
    return values[codes[row]!]!;
  }

  /** The row of an incident; null where the id is unknown. */
  rowOf(id: string): number | null {
    const row = this.incidentIds.indexOf(id as IncidentId);
    return row < 0 ? null : row;
  }

  /** What is worked out of the columns once, under a name. */
  kept<T extends object>(name: string, make: () => T): T {
    const known = this.#kept.get(name);
    if (known !== undefined) return known as T;
    const made = make();
    this.#kept.set(name, made);
    return made;
  }

  /** What incidents say in an own field; undefined where they say nothing. */
  ownValues(key: OwnKey): Dictionary<OwnValue | undefined> {
    const silent = () => ({ codes: new Uint8Array(this.size), values: [undefined] });
    return this.own.get(key.slice(1)) ?? this.kept('no such field', silent);
  }

  /** How many sources incidents have. */
  sources(): Dictionary<number> {
    return derived(this.parts.sources, ({ length }) => length);
  }

  /** The ids of the distinct values that incidents have; {@link NONE} alone where they have none. */
  ids(key: ValueKey): Dictionary<readonly string[]> {
    return this.kept(`ids ${key}`, () =>
      derived(this.lists(key), (ids) => (ids.length === 0 ? [NONE] : ids)),
    );
  }

  /** The distinct ids that incidents have; empty where they have none. */
  lists(key: ValueKey): Dictionary<readonly string[]> {
    if (!isOwnKey(key)) return this.model.values[key];
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
    return this.estimates[propertyOf(measure)];
  }

  /** Whether the start of an incident is dated, and if so whether its possible days lie in several bins. */
  dating(bin: Bin): Dictionary<'undated' | 'one bin' | 'several bins'> {
    const { column } = this.dates;
    return this.kept(`dating ${bin}`, () =>
      recoded(column, ({ days, possible }) => {
        if (days.length === 0) return 'undated';
        const [first, last] = [possible[0]!.from, possible.at(-1)!.to];
        return floorBin(first as Day, bin) === floorBin(last as Day, bin) ? 'one bin' : 'several bins';
      }),
    );
  }
}
