import type { OwnValue } from '../../../series/fields';
import type { Incident, IncidentId, Series } from '../../../series/model';
import { ownKeys, PART_PROPERTIES, PARTS, type PartProperty } from '../../../series/parts/part-keys';
import { Columns, type Made, type SeriesFrame } from './columns';
import { sortDates } from './dates';
import { ColumnBuilder, codesFor, type Dictionary } from './dictionary';
import type { IncidentParts } from './incident-parts';
import { linkListsOf } from './link-lists';
import { PackedPlaces, placeNames } from './packed-places';
import { type Memory, OWN_MEMORY, type Packed, PackedValues, type Values } from './values';

const TEXTS: readonly PartProperty[] = ['title', 'type', 'scopeNote', 'notes'];

/** A part of incidents that comes as texts, and what one of them says. */
export type TextColumn =
  | {
      readonly kind: 'part';
      readonly property: PartProperty | 'id';
      readonly read: (text: string) => unknown;
    }
  | { readonly kind: 'own'; readonly id: string; readonly read: (text: string) => OwnValue | undefined };

type PartBuilders = { readonly [P in PartProperty]: ColumnBuilder<Incident[P]> };

/** How values of a part are kept where next to each row has its own: copied and packed. Lists and dates hardly ever are so many. */
function copyOf(property: PartProperty): ((value: unknown) => unknown) | null | undefined {
  if (property === 'place') return (place) => JSON.parse(JSON.stringify(place));
  return TEXTS.includes(property) ? undefined : null;
}

const packedPlaces = (memory: Memory) => new PackedPlaces(memory) as Packed<unknown>;

/** Makes the column of a part. `pack` is for texts of which nearly each row has its own. */
export function partBuilder<P extends PartProperty>(
  property: P,
  memory?: Memory,
  pack?: (memory: Memory) => Packed<unknown>,
): ColumnBuilder<Incident[P]> {
  return new ColumnBuilder(
    PARTS[property] as (part: unknown) => unknown,
    copyOf(property),
    property === 'place' ? packedPlaces : pack,
    memory,
  ) as unknown as ColumnBuilder<Incident[P]>;
}

/** The same of an own field; `keyOf` is that of {@link ownKeys}. */
export function ownBuilder(
  keyOf: (value: OwnValue | undefined) => unknown,
  memory?: Memory,
  pack?: (memory: Memory) => Packed<OwnValue | undefined>,
): ColumnBuilder<OwnValue | undefined> {
  const made = new ColumnBuilder(keyOf, undefined, pack, memory);
  // What a row does not state is the first value of all.
  made.set(0, undefined);
  return made;
}

function partBuilders(memory: Memory): PartBuilders {
  return Object.fromEntries(
    PART_PROPERTIES.map((property) => [property, partBuilder(property, memory)]),
  ) as unknown as PartBuilders;
}

/** Ids stay packed where they are many: as texts of the engine they take four times as much. */
const MANY_IDS = 1 << 16;

function idsInOrder(ids: PackedValues<IncidentId>, order: Uint32Array, many: number): Values<IncidentId> {
  return ids.length < many ? Array.from(order, (at) => ids.at(at)!) : ids.inOrder(order);
}

/** Makes columns of incidents as they come, so that they need be gone through but once, and none be held. */
export class ColumnsBuilder {
  #ids: PackedValues<IncidentId>;
  readonly #parts: PartBuilders;
  readonly #eachPart: readonly [PartProperty, ColumnBuilder<unknown>][];
  readonly #own = new Map<string, ColumnBuilder<OwnValue | undefined>>();
  readonly #keyOfOwn = ownKeys();

  /** From so many incidents on ids stay packed. */
  constructor(
    private readonly memory: Memory = OWN_MEMORY,
    private readonly manyIds = MANY_IDS,
  ) {
    this.#ids = new PackedValues(memory);
    this.#parts = partBuilders(memory);
    this.#eachPart = Object.entries(this.#parts) as [PartProperty, ColumnBuilder<unknown>][];
  }

  add(incident: Incident): void {
    const row = this.#ids.length;
    this.#ids.push(incident.id);
    for (const [property, column] of this.#eachPart) column.set(row, incident[property]);
    const { own } = incident;
    for (const id in own) this.own(id).set(row, own[id]);
  }

  /** The same of an incident that comes as a text for each of some columns. */
  addTexts(columns: readonly TextColumn[], texts: readonly string[]): void {
    const row = this.#ids.length;
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at]!;
      const text = texts[at]!;
      if (column.kind === 'own') this.own(column.id).setText(row, text, column.read);
      else if (column.property === 'id') this.#ids.push(column.read(text) as IncidentId);
      else this.#parts[column.property].setText(row, text, column.read as (text: string) => never);
    }
  }

  /** Begins some incidents, whose columns are then filled; gives the row of the first. */
  addIds(ids: readonly string[]): number {
    const first = this.#ids.length;
    for (const id of ids) this.#ids.push(id as IncidentId);
    return first;
  }

  part<P extends PartProperty>(property: P): PartBuilders[P] {
    return this.#parts[property];
  }

  own(id: string): ColumnBuilder<OwnValue | undefined> {
    const known = this.#own.get(id);
    if (known !== undefined) return known;
    const made = ownBuilder(this.#keyOfOwn, this.memory);
    this.#own.set(id, made);
    return made;
  }

  /** What was added so far, in the order in which it came. */
  unordered(): Pick<Made, 'own'> & { readonly ids: PackedValues<IncidentId>; readonly parts: IncidentParts } {
    const size = this.#ids.length;
    const columns = <T>(all: Iterable<readonly [string, ColumnBuilder<T>]>) =>
      Array.from(all, ([name, column]) => [name, column.unordered(size)] as const);
    const parts = Object.fromEntries(columns(this.#eachPart)) as unknown as IncidentParts;
    return { ids: this.#ids, parts, own: new Map(columns(this.#own)) };
  }

  /** The columns of a series, whose incidents were all added. `pause` is called between steps that take long. */
  async finish(series: SeriesFrame, pause: () => Promise<void> = async () => undefined): Promise<Columns> {
    const dates = sortDates(this.#parts.date.unordered(this.#ids.length));
    const same = codesFor(dates.order.length, 1);
    const finished = async <T>(columns: Iterable<readonly [string, ColumnBuilder<T>]>) => {
      const all: (readonly [string, Dictionary<T>])[] = [];
      for (const [name, column] of columns) {
        await pause();
        all.push([name, column.finish(dates.order, same)]);
      }
      return all;
    };
    const parts = Object.fromEntries(await finished(this.#eachPart)) as unknown as IncidentParts;
    const own = new Map(await finished(this.#own));
    await pause();
    const ids = this.#ids;
    this.#ids = new PackedValues();
    return new Columns(series, {
      incidentIds: idsInOrder(ids, dates.order, this.manyIds),
      ...{ parts, own, dates, linkLists: linkListsOf(series, dates, parts) },
      places: placeNames(parts.place),
    });
  }
}

/** The columns of a series. */
export function columnsOf({ incidents, ...frame }: Series): Promise<Columns> {
  const builder = new ColumnsBuilder();
  for (const incident of incidents) builder.add(incident);
  return builder.finish(frame);
}
