import type { Problem } from '../../../problems/problem';
import { KeyNumbers } from '../../build/hashes/key-numbers';
import { problemAt } from '../../import-codes';
import type { Resource } from '../descriptor';
import { cellOf, type PackageRow } from './table';

/** The sets of fields of which no two rows may agree: the primary key first, then each field marked unique. */
function keysOf({ primaryKey, fields }: Resource['schema']): readonly (readonly string[])[] {
  const unique = fields.filter((field) => field.constraints?.unique).map((field) => field.name);
  const single = primaryKey?.length === 1 ? primaryKey[0] : undefined;
  const names = fields.some((field) => field.name === 'id') ? ['id', ...unique] : unique;
  const singles = new Set(single === undefined ? names : [single, ...names]);
  const composite = primaryKey !== undefined && primaryKey.length > 1 ? [primaryKey] : [];
  return [...composite, ...[...singles].map((name) => [name])];
}

/** The values of some fields as one text. */
export function keyOf(row: PackageRow, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => cellOf(row, field)));
}

/** Whether all of some fields are empty, or any of them. */
export const isBlank = {
  all: (row: PackageRow, fields: readonly string[]) => fields.every((field) => cellOf(row, field) === ''),
  any: (row: PackageRow, fields: readonly string[]) => fields.some((field) => cellOf(row, field) === ''),
};

/**
 * Says of each row that comes whether it is the first of its keys, and reports it where it is a later one. Empty cells of a
 * single field do not collide.
 */
export function duplicateCheck(
  schema: Resource['schema'],
  problems: Problem[],
): (row: PackageRow) => boolean {
  const keys = keysOf(schema).map((fields) => ({ fields, seen: new KeyNumbers() }));
  return (row) => {
    let first = true;
    for (const { fields, seen } of keys) {
      if (isBlank.all(row, fields)) continue;
      const earlier = seen.note(keyOf(row, fields), row.line);
      if (earlier === 0) continue;
      const isId = fields.length > 1 || fields[0] === 'id' || schema.primaryKey?.[0] === fields[0];
      const value = fields.map((field) => cellOf(row, field)).join(',');
      const place = { file: row.table.file, row: row.line, column: fields.join(','), value };
      const reason = `already stands in row ${earlier}; the first is kept`;
      problems.push(problemAt(place, isId ? 'duplicate-id' : 'duplicate-value', reason));
      first = false;
    }
    return first;
  };
}
