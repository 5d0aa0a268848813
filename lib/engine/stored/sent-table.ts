import type { PartProperty } from '../../series/parts/part-keys';
import { PART_PROPERTIES } from '../../series/parts/part-keys';
import type { IncidentTable, TableColumn } from '../../store/incidents/incident-table';
import type { Dictionary } from '../columnar/columns/dictionary';
import {
  PackedPlaces,
  PLACE_TEXTS,
  type PlaceColumns,
  type PlaceText,
} from '../columnar/columns/packed-places';
import { type Packed, type PackedParts, PackedValues, PartlyPacked } from '../columnar/columns/values';

/** Packed places as another thread gets them. */
interface SentPlaces extends Omit<PlaceColumns, 'texts'> {
  readonly texts: Readonly<Record<PlaceText, SentColumn>>;
}

/** A column as another thread gets it: what is packed lies in shared memory, and so do the codes. */
interface SentColumn {
  readonly codes: TableColumn['codes'];
  readonly held: readonly unknown[];
  /** Null where all values are held. */
  readonly packed: PackedParts | SentPlaces | null;
}

/** A table as it is sent to another thread. */
export interface SentTable {
  readonly ids: readonly string[];
  readonly parts: Readonly<Record<PartProperty, SentColumn>>;
  readonly own: ReadonlyMap<string, SentColumn>;
}

function textsOf<T, U>(texts: Readonly<Record<PlaceText, T>>, make: (column: T) => U) {
  return Object.fromEntries(PLACE_TEXTS.map((name) => [name, make(texts[name])])) as Record<PlaceText, U>;
}

function sentPacked(packed: Packed<unknown>): PackedParts | SentPlaces {
  if (packed instanceof PackedPlaces) {
    return { ...packed.columns, texts: textsOf(packed.columns.texts, sentColumn) };
  }
  return (packed as PackedValues<unknown>).parts;
}

function sentColumn({ codes, values }: TableColumn): SentColumn {
  if (!(values instanceof PartlyPacked)) return { codes, held: values as readonly unknown[], packed: null };
  return { codes, held: values.held, packed: sentPacked(values.packed) };
}

/** What is sent of a table whose columns are in shared memory. */
export function sentTable({ ids, part, own }: IncidentTable): SentTable {
  const parts = PART_PROPERTIES.map((property) => [property, sentColumn(part(property))] as const);
  return {
    ids,
    parts: Object.fromEntries(parts) as SentTable['parts'],
    own: new Map(Array.from(own, ([id, column]) => [id, sentColumn(column)])),
  };
}

function receivedPacked(packed: PackedParts | SentPlaces): Packed<unknown> {
  if ('chunks' in packed) return PackedValues.of(packed);
  const texts = textsOf(packed.texts, (column) => receivedColumn(column) as Dictionary<string | null>);
  return PackedPlaces.of({ ...packed, texts }) as Packed<unknown>;
}

function receivedColumn({ codes, held, packed }: SentColumn): TableColumn {
  if (packed === null) return { codes, values: held };
  return { codes, values: new PartlyPacked<unknown>(held, receivedPacked(packed)) };
}

/** The table again. */
export function receivedTable({ ids, parts, own }: SentTable): IncidentTable {
  return {
    ids,
    part: (property) => receivedColumn(parts[property]),
    own: new Map(Array.from(own, ([id, column]) => [id, receivedColumn(column)])),
  };
}
