import type { Problem } from '../../../problems/problem';
import { problemAt } from '../../import-codes';
import type { Resource } from '../descriptor';
import type { PackageRow } from './table';

/** The sets of fields of which no two rows may agree: the primary key first, then each field marked unique. */
function keysOf({ primaryKey, fields }: Resource['schema']): readonly (readonly string[])[] {
  const unique = fields.filter((field) => field.constraints?.unique).map((field) => field.name);
  const single = primaryKey?.length === 1 ? primaryKey[0] : undefined;
  const names = fields.some((field) => field.name === 'id') ? ['id', ...unique] : unique;
  const singles = new Set(single === undefined ? names : [single, ...names]);
  const composite = primaryKey !== undefined && primaryKey.length > 1 ? [primaryKey] : [];
  return [...composite, ...[...singles].map((name) => [name])];
}

/** Keeps the first row of each key and reports the later ones. Empty cells of a single field do not collide. */
export function dropDuplicates(
  rows: readonly PackageRow[],
  schema: Resource['schema'],
  problems: Problem[],
): PackageRow[] {
  const keys = keysOf(schema).map((fields) => ({ fields, seen: new Map<string, number>() }));
  return rows.filter((row) => {
    let first = true;
    for (const { fields, seen } of keys) {
      const values = fields.map((field) => row.cells.get(field) ?? '');
      const key = JSON.stringify(values);
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, row.line);
      else if (values.some((value) => value !== '')) {
        const isId = fields.length > 1 || fields[0] === 'id' || schema.primaryKey?.[0] === fields[0];
        const place = { file: row.file, row: row.line, column: fields.join(','), value: values.join(',') };
        const reason = `already stands in row ${earlier}; the first is kept`;
        problems.push(problemAt(place, isId ? 'duplicate-id' : 'duplicate-value', reason));
        first = false;
      }
    }
    return first;
  });
}
