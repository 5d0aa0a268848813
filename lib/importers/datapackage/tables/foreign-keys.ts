import type { Problem } from '../../../problems/problem';
import { problemAt } from '../../import-codes';
import { DESCRIPTOR_FILE, type Descriptor } from '../descriptor';
import { isTableName, type TableName } from './format';
import type { PackageRow, Table, Tables } from './table';

type ForeignKey = Descriptor['resources'][number]['schema']['foreignKeys'][number];

function keyOf(row: PackageRow, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => row.cells.get(field) ?? ''));
}

/** Keeps the rows whose reference is empty or met by a row of `target`. */
function keepReferring(
  rows: readonly PackageRow[],
  key: ForeignKey,
  target: Table,
  problems: Problem[],
): readonly PackageRow[] {
  const known = new Set(target.rows.map((row) => keyOf(row, key.reference.fields)));
  return rows.filter((row) => {
    const values = key.fields.map((field) => row.cells.get(field) ?? '');
    if (values.some((value) => value === '') || known.has(JSON.stringify(values))) return true;
    const place = { file: row.file, row: row.line, column: key.fields.join(','), value: values.join(',') };
    const reason = `${key.reference.resource} has no usable row with this ${key.reference.fields.join(',')}`;
    problems.push(problemAt(place, 'unknown-reference', reason));
    return false;
  });
}

/**
 * Drops and reports the rows whose foreign keys lead nowhere. Keys are taken in the order of the descriptor; what hangs
 * on a row that falls later is found when the series is built. A key into a table that the package lacks is a fault
 * of the descriptor.
 */
export function dropBrokenReferences(tables: Tables, descriptor: Descriptor, problems: Problem[]): Tables {
  const result = new Map<TableName, Table>(tables);
  for (const { name, schema } of descriptor.resources) {
    if (!isTableName(name)) continue;
    for (const key of schema.foreignKeys) {
      const to = key.reference.resource === '' ? name : key.reference.resource;
      const target = isTableName(to) ? result.get(to) : undefined;
      const table = result.get(name);
      if (!target || !table || key.fields.length !== key.reference.fields.length) {
        const place = { file: DESCRIPTOR_FILE, row: null, column: `${name}.schema.foreignKeys`, value: to };
        problems.push(problemAt(place, 'bad-descriptor', 'a foreign key leads to no table of the package'));
      } else {
        result.set(name, { ...table, rows: keepReferring(table.rows, key, target, problems) });
      }
    }
  }
  return result;
}
