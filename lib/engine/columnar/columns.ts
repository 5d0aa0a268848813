import { NONE } from '../../query/query';
import { settle } from '../../series/estimate';
import type { Facet, Split } from '../../series/field-table';
import { isOwnKey, type OwnKey, type OwnValue, ownIds, ownValue } from '../../series/fields';
import { type EstimateProperty, type Measure, propertyOf } from '../../series/measures';
import type { Estimate, Incident, Series } from '../../series/model';
import { type Bin, floorBin } from '../../time/bin';
import type { Day } from '../../time/day';
import { type Dates, datesOf } from './dates';
import { type Dictionary, derived, dictionaryOf } from './dictionary';
import { type LinkList, linkListsOf } from './link-lists';

/** What an incident has a value of by itself, not through its links. */
export type ValueKey = 'type' | 'region' | 'initiator' | 'scope' | OwnKey;

/** Whether a facet or a split is of values of the incident itself. */
export function isValueKey(key: Facet | Split): key is ValueKey {
  return isOwnKey(key) || key === 'type' || key === 'region' || key === 'initiator' || key === 'scope';
}

/** A series as columns. Rows are sorted by day; a column is made when it is first asked for, and kept. */
export class Columns {
  readonly series: Series;
  readonly size: number;
  readonly dates: Dates;
  readonly linkLists: Dictionary<LinkList>;
  readonly #made = new Map<string, Dictionary<unknown>>();

  constructor(series: Series) {
    const { incidents } = series;
    this.series = series;
    this.size = incidents.length;
    this.dates = datesOf(this.size, (at) => incidents[at]!.date);
    this.linkLists = linkListsOf(series, this.dates, (row) => this.incident(row));
  }

  incident(row: number): Incident {
    return this.series.incidents[this.dates.order[row]!]!;
  }

  /** The row of an incident; null where the id is unknown. */
  rowOf(id: string): number | null {
    const position = this.series.incidents.findIndex((one) => one.id === id);
    return position < 0 ? null : this.dates.order.indexOf(position);
  }

  /** A column made once under a name. */
  kept<T>(name: string, make: () => Dictionary<T>): Dictionary<T> {
    const known = this.#made.get(name);
    if (known !== undefined) return known as Dictionary<T>;
    const made = make();
    this.#made.set(name, made);
    return made;
  }

  /** The column of what `read` gives for each incident; values with the same key are one. */
  column<T>(
    name: string,
    read: (incident: Incident) => T,
    keyOf: (value: T) => unknown = (value) => value,
  ): Dictionary<T> {
    return this.kept(name, () => dictionaryOf(this.size, (row) => read(this.incident(row)), keyOf));
  }

  /** What incidents say in an own field; undefined where they say nothing. */
  own(key: OwnKey): Dictionary<OwnValue | undefined> {
    const id = key.slice(1);
    const keyOf = (value: OwnValue | undefined) =>
      typeof value === 'object' ? `list ${JSON.stringify(value)}` : value;
    const kinds = (value: OwnValue | undefined) =>
      typeof value === 'string' ? `text ${value}` : keyOf(value);
    return this.column(`own ${key}`, (incident) => ownValue(incident, id), kinds);
  }

  /** The ids of the distinct values that incidents have; {@link NONE} alone where they have none. */
  ids(key: ValueKey): Dictionary<readonly string[]> {
    return this.kept(`ids ${key}`, () =>
      derived(this.#lists(key), (ids) => (ids.length === 0 ? [NONE] : ids)),
    );
  }

  #lists(key: ValueKey): Dictionary<readonly string[]> {
    if (isOwnKey(key)) {
      const id = key.slice(1);
      return derived(this.own(key), (value) =>
        value === undefined ? [] : ownIds({ own: { [id]: value } }, key),
      );
    }
    switch (key) {
      case 'type':
        return derived(this.types(), (type) => (type === null ? [] : [type]));
      case 'region':
        return derived(this.regions(), (regions) => [...new Set<string>(regions)]);
      case 'initiator':
        return derived(this.initiators(), (one) => [one]);
      case 'scope':
        return derived(
          this.column('scope', ({ inScope }) => inScope),
          (isIn) => [isIn ? 'in' : 'out'],
        );
    }
  }

  types(): Dictionary<Incident['type']> {
    return this.column('type', ({ type }) => type);
  }

  initiators(): Dictionary<Incident['initiator']> {
    return this.column('initiator', ({ initiator }) => initiator);
  }

  titles(): Dictionary<string> {
    return this.column('title', ({ title }) => title);
  }

  places(): Dictionary<string | null> {
    return this.column('place', ({ place }) => place.name);
  }

  notes(): Dictionary<string | null> {
    return this.column('notes', ({ notes }) => notes);
  }

  /** Regions as listed. */
  regions(): Dictionary<Incident['regions']> {
    return this.column(
      'region',
      ({ regions }) => regions,
      (regions) => regions.join('\n'),
    );
  }

  /** The figures of a measure as they count; a number of an own field serves as all three. */
  figures(measure: Exclude<Measure, 'incidents'>): Dictionary<Estimate> {
    if (isOwnKey(measure)) {
      return this.kept(`figures ${measure}`, () =>
        derived(this.own(measure), (value) => {
          const number = typeof value === 'number' ? value : null;
          return { low: number, best: number, high: number };
        }),
      );
    }
    return this.estimates(propertyOf(measure));
  }

  /** An estimate of the model as it counts. */
  estimates(name: EstimateProperty): Dictionary<Estimate> {
    const keyOf = ({ low, best, high }: Estimate) =>
      low === best && best === high ? best : `${low} ${best} ${high}`;
    return this.column(`estimate ${name}`, (incident) => settle(incident[name]), keyOf);
  }

  /** Whether the start of an incident is dated, and if so whether its possible days lie in several bins. */
  dating(bin: Bin): Dictionary<'undated' | 'one bin' | 'several bins'> {
    const { column } = this.dates;
    return this.kept(`dating ${bin}`, () =>
      derived(column, ({ days, possible }) => {
        if (days.length === 0) return 'undated';
        const [first, last] = [possible[0]!.from, possible.at(-1)!.to];
        return floorBin(first as Day, bin) === floorBin(last as Day, bin) ? 'one bin' : 'several bins';
      }),
    );
  }
}
