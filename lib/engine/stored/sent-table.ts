import type { Place } from '../../series/model';
import type { PartProperty } from '../../series/parts/part-keys';
import { PART_PROPERTIES } from '../../series/parts/part-keys';
import type { IncidentTable, TableColumn } from '../../store/incidents/incident-table';
import { SHORT_PLACE } from '../columnar/columns/columns-builder';
import { type PackedParts, PackedValues, PartlyPacked, type ShortForm } from '../columnar/columns/values';

/** A column as another thread gets it: what is packed lies in shared memory, and so do the codes. */
interface SentColumn {
  readonly codes: TableColumn['codes'];
  readonly held: readonly unknown[];
  /** Null where all values are held. */
  readonly packed: PackedParts | null;
}

/** A table as it is sent to another thread. */
export interface SentTable {
  readonly ids: readonly string[];
  readonly parts: Readonly<Record<PartProperty, SentColumn>>;
  readonly own: ReadonlyMap<string, SentColumn>;
}

function sentColumn({ codes, values }: TableColumn): SentColumn {
  if (!(values instanceof PartlyPacked)) return { codes, held: values as readonly unknown[], packed: null };
  return { codes, held: values.held, packed: values.packed.parts };
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

function receivedColumn({ codes, held, packed }: SentColumn, form: ShortForm<Place> | null): TableColumn {
  if (packed === null) return { codes, values: held };
  return {
    codes,
    values: new PartlyPacked<unknown>(held, PackedValues.of(packed, form as ShortForm<unknown> | null)),
  };
}

/** The table again. */
export function receivedTable({ ids, parts, own }: SentTable): IncidentTable {
  return {
    ids,
    part: (property) => receivedColumn(parts[property], property === 'place' ? SHORT_PLACE : null),
    own: new Map(Array.from(own, ([id, column]) => [id, receivedColumn(column, null)])),
  };
}
