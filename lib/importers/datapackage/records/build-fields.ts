import { KINDS } from '../../../series/field-kinds';
import type { OwnField, OwnValue, OwnValues } from '../../../series/fields';
import type { Descriptor } from '../descriptor';
import type { RowReader } from '../tables/row-reader';

/** An own field with the column of the table that holds it. */
export interface OwnColumn {
  readonly name: string;
  readonly field: OwnField;
}

/** The columns of the incidents that are fields of the series' own, in their order. */
export function ownColumns({ resources }: Descriptor): readonly OwnColumn[] {
  const table = resources.find(({ name }) => name === 'incidents');
  return (table?.schema.fields ?? []).flatMap(({ name, type, annals }) =>
    annals === undefined ? [] : [{ name, field: { ...annals, many: type === 'list' } }],
  );
}

function readValue(row: RowReader, { name, field }: OwnColumn): OwnValue | null {
  if (row.text(name) === null && !field.many) return null;
  const { held } = KINDS[field.kind];
  if (held === 'number') return row.number(name);
  if (held === 'flag') return row.flag(name, false);
  if (!field.many) return row.text(name);
  const list = row.list(name);
  return list.length === 0 ? null : list;
}

/** What the own fields of a row say; nothing for what is empty. */
export function readOwn(row: RowReader, columns: readonly OwnColumn[]): OwnValues {
  const values: Record<string, OwnValue> = {};
  for (const column of columns) {
    const value = readValue(row, column);
    if (value !== null) values[column.field.id] = value;
  }
  return values;
}
