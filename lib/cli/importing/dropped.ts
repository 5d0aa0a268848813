import { withFields } from '../../mapping/guess/fields/guess-fields';
import { mappedColumns } from '../../mapping/mapped-columns';
import type { Mapping } from '../../mapping/mapping';
import type { ColumnProfile } from '../../mapping/survey/survey';
import { textsOf, type Values } from '../commands/command';
import { usageError } from '../terminal/exit';

/** Refuses to drop what is not there, and what a field of the model is read from: the mapping says that. */
function checkDropped(mapping: Mapping, columns: readonly ColumnProfile[], dropped: readonly string[]): void {
  const own = new Set((mapping.fields ?? []).map(({ column }) => column));
  const { fields: _, ...others } = mappedColumns(mapping);
  for (const name of dropped) {
    if (!columns.some((column) => column.name === name)) {
      const names = columns.map((column) => column.name).join(', ');
      throw usageError(
        `--drop names “${name}”, a column that the file does not have. Its columns: ${names}.`,
      );
    }
    const reads = Object.entries(others).flatMap(([field, read]) => (read.includes(name) ? [field] : []));
    if (own.has(name) || reads.length === 0) continue;
    const words = `“${name}” is no field of its own: it is read for ${reads.join(', ')}`;
    throw usageError(`${words}. What reads it is changed in the mapping (--save-mapping, then --mapping).`);
  }
}

/** A mapping without the fields that `--drop` names; as it was where none is named. Throws where one cannot be dropped. */
export function withoutDropped(mapping: Mapping, columns: readonly ColumnProfile[], values: Values): Mapping {
  const dropped = textsOf(values, 'drop');
  if (dropped.length === 0) return mapping;
  const whole = withFields(mapping, columns);
  checkDropped(whole, columns, dropped);
  return { ...whole, fields: (whole.fields ?? []).filter(({ column }) => !dropped.includes(column)) };
}

/** Refuses `--drop` for a Data Package, which says itself what its columns mean. */
export function checkUndropped(values: Values): void {
  if (textsOf(values, 'drop').length > 0)
    throw usageError('--drop is for tables; a Data Package says itself what its fields are.');
}
