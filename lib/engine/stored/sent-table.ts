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
import { type PackedParts, PackedValues } from '../columnar/columns/values';

/** Packed places as another thread gets them. */
interface SentPlaces extends Omit<PlaceColumns, 'texts'> {
  readonly texts: Readonly<Record<PlaceText, SentColumn>>;
}

/** A column as another thread gets it: values that are packed lie in shared memory, and so do the codes. */
interface SentColumn {
  readonly codes: TableColumn['codes'];
  readonly values: readonly unknown[] | PackedParts | SentPlaces;
}

/** A table as it is sent to another thread. */
export interface SentTable {
  readonly ids: SentColumn['values'];
  readonly parts: Readonly<Record<PartProperty, SentColumn>>;
  readonly own: ReadonlyMap<string, SentColumn>;
}

function textsOf<T, U>(texts: Readonly<Record<PlaceText, T>>, make: (column: T) => U) {
  return Object.fromEntries(PLACE_TEXTS.map((name) => [name, make(texts[name])])) as Record<PlaceText, U>;
}

function sentValues(values: TableColumn['values']): SentColumn['values'] {
  if (values instanceof PackedPlaces) {
    return { ...values.columns, texts: textsOf(values.columns.texts, sentColumn) };
  }
  return values instanceof PackedValues ? values.parts : (values as readonly unknown[]);
}

function sentColumn({ codes, values }: TableColumn): SentColumn {
  return { codes, values: sentValues(values) };
}

/** What is sent of a table whose columns are in shared memory. */
export function sentTable({ ids, part, own }: IncidentTable): SentTable {
  const parts = PART_PROPERTIES.map((property) => [property, sentColumn(part(property))] as const);
  return {
    ids: sentValues(ids),
    parts: Object.fromEntries(parts) as SentTable['parts'],
    own: new Map(Array.from(own, ([id, column]) => [id, sentColumn(column)])),
  };
}

function receivedValues(values: SentColumn['values']): TableColumn['values'] {
  if ('chunks' in values) return PackedValues.of(values);
  if (!('texts' in values)) return values;
  const texts = textsOf(values.texts, (column) => receivedColumn(column) as Dictionary<string | null>);
  return PackedPlaces.of({ ...values, texts });
}

function receivedColumn({ codes, values }: SentColumn): TableColumn {
  return { codes, values: receivedValues(values) };
}

/** The table again. */
export function receivedTable({ ids, parts, own }: SentTable): IncidentTable {
  return {
    ids: receivedValues(ids),
    part: (property) => receivedColumn(parts[property]),
    own: new Map(Array.from(own, ([id, column]) => [id, receivedColumn(column)])),
  };
}
