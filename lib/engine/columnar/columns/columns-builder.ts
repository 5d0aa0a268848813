import { settle } from '../../../series/estimate';
import { VALUE_FACETS } from '../../../series/facets';
import type { OwnValue } from '../../../series/fields';
import { ESTIMATES, type EstimateProperty } from '../../../series/measures';
import type { Estimate, Incident, Link, Series } from '../../../series/model';
import type { EventDate } from '../../../time/event-date';
import { Columns, type Made, type ModelColumns } from './columns';
import { sortDates } from './dates';
import { ColumnBuilder, type Dictionary } from './dictionary';
import { linkListsOf } from './link-lists';

/** Numbers distinct links, so that lists of them make short keys. */
class LinkNumbers {
  readonly #known = new Map<string, Map<string, number>>();
  #size = 0;

  of({ actor, relation, certainty, disputedBy }: Link): number {
    const tie = disputedBy.length > 0 ? `${relation} ${certainty}!` : `${relation} ${certainty}`;
    let ofActor = this.#known.get(actor);
    if (ofActor === undefined) {
      ofActor = new Map();
      this.#known.set(actor, ofActor);
    }
    const number = ofActor.get(tie) ?? this.#size++;
    ofActor.set(tie, number);
    return number;
  }
}

function estimateKey({ low, best, high }: Estimate): unknown {
  return low === best && best === high ? best : `${low} ${best} ${high}`;
}

/** Makes columns of incidents as they come, so that they need be gone through but once. */
export class ColumnsBuilder {
  readonly #incidents: Incident[] = [];
  readonly #dates = new ColumnBuilder<EventDate>();
  readonly #lists = new ColumnBuilder<Incident>();
  readonly #numbers = new LinkNumbers();
  readonly #model = {
    title: new ColumnBuilder<string>(),
    place: new ColumnBuilder<string | null>(),
    notes: new ColumnBuilder<string | null>(),
  };
  readonly #values = VALUE_FACETS.map(({ key, read }) => ({
    ...{ key, of: read.of },
    column: new ColumnBuilder<readonly string[]>(),
  }));
  readonly #estimates = new Map<EstimateProperty, ColumnBuilder<Estimate>>(
    ESTIMATES.map(({ property }) => [property, new ColumnBuilder()]),
  );
  readonly #keys = new Map<string, object>();
  readonly #own = new Map<string, ColumnBuilder<OwnValue | undefined>>();

  add(incident: Incident): void {
    const row = this.#incidents.length;
    const { title, place, notes } = this.#model;
    this.#incidents.push(incident);
    this.#dates.set(row, incident.date, incident.date.edtf);
    this.#lists.set(row, incident, this.#listKey(incident));
    for (const { of, column } of this.#values) {
      const ids = of(incident);
      if (ids.length < 2) column.set(row, ids, ids[0] ?? '');
      else column.set(row, [...new Set(ids)], ids.join('\n'));
    }
    title.set(row, incident.title);
    place.set(row, incident.place.name);
    notes.set(row, incident.notes);
    for (const [property, column] of this.#estimates) {
      const estimate = settle(incident[property]);
      column.set(row, estimate, estimateKey(estimate));
    }
    this.#addOwn(row, incident.own);
  }

  #listKey({ links, natureDisputed }: Incident): string {
    let key = natureDisputed ? '!' : '';
    for (const link of links) key += `${this.#numbers.of(link)},`;
    return key;
  }

  #addOwn(row: number, own: Incident['own']): void {
    for (const id of Object.keys(own)) {
      const value = own[id]!;
      const key = typeof value === 'object' ? this.#keyOfList(JSON.stringify(value)) : value;
      this.#ownColumn(id).set(row, value, key);
    }
  }

  /** A key that no text is. */
  #keyOfList(json: string): object {
    const key = this.#keys.get(json) ?? {};
    this.#keys.set(json, key);
    return key;
  }

  #ownColumn(id: string): ColumnBuilder<OwnValue | undefined> {
    const known = this.#own.get(id);
    if (known !== undefined) return known;
    const made = new ColumnBuilder<OwnValue | undefined>();
    // What a row does not state is the first value of all.
    made.set(0, undefined);
    this.#own.set(id, made);
    return made;
  }

  /** The columns of a series, whose incidents were all added. `pause` is called between steps that take long. */
  async finish(guide: Omit<Series, 'incidents'>, pause: () => Promise<void> = async () => undefined) {
    const series = { ...guide, incidents: this.#incidents };
    const dates = sortDates(this.#dates.unordered(this.#incidents.length));
    const { order } = dates;
    const finished = async <T>(columns: Iterable<readonly [string, ColumnBuilder<T>]>) => {
      const all: (readonly [string, Dictionary<T>])[] = [];
      for (const [name, column] of columns) {
        await pause();
        all.push([name, column.finish(order)]);
      }
      return all;
    };
    const model = await finished<unknown>(Object.entries(this.#model));
    const values = await finished(this.#values.map(({ key, column }) => [key, column]));
    const estimates = await finished(this.#estimates);
    const own = await finished(this.#own);
    const linkLists = linkListsOf(series, dates, this.#lists.finish(order));
    return new Columns(series, {
      ...{ dates, linkLists, own: new Map(own) },
      model: { ...Object.fromEntries(model), values: Object.fromEntries(values) } as unknown as ModelColumns,
      estimates: Object.fromEntries(estimates) as Made['estimates'],
    });
  }
}

/** The columns of a series. */
export function columnsOf(series: Series): Promise<Columns> {
  const builder = new ColumnsBuilder();
  for (const incident of series.incidents) builder.add(incident);
  return builder.finish(series);
}
