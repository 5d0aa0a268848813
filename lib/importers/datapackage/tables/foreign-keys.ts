import type { Problem } from '../../../problems/problem';
import { KeyNumbers } from '../../build/hashes/key-numbers';
import { problemAt } from '../../import-codes';
import { DESCRIPTOR_FILE, type Descriptor } from '../descriptor';
import { isTableName } from './format';
import type { Passes } from './passes';
import { cellOf, eachRow, type Table, type Tables } from './table';
import { isBlank, keyOf } from './unique-keys';

type ForeignKey = Descriptor['resources'][number]['schema']['foreignKeys'][number];

/** Drops the rows whose reference is neither empty nor met by a row of `target`. */
function* keepReferring(table: Table, key: ForeignKey, target: Table, problems: Problem[]): Passes<void> {
  const { fields, reference } = key;
  const known = new KeyNumbers();
  yield* eachRow(target, (row) => void known.note(keyOf(row, reference.fields), 1));
  yield* eachRow(table, (row, record) => {
    if (isBlank.any(row, fields) || known.of(keyOf(row, fields)) > 0) return;
    const value = fields.map((field) => cellOf(row, field)).join(',');
    const place = { file: table.file, row: row.line, column: fields.join(','), value };
    const reason = `${reference.resource} has no usable row with this ${reference.fields.join(',')}`;
    problems.push(problemAt(place, 'unknown-reference', reason));
    table.drop(record);
  });
}

/**
 * Drops and reports the rows whose foreign keys lead nowhere. Keys are taken in the order of the descriptor; what hangs
 * on a row that falls later is found when the series is built. A key into a table that the package lacks is a fault
 * of the descriptor.
 */
export function* dropBrokenReferences(
  tables: Tables,
  descriptor: Descriptor,
  problems: Problem[],
): Passes<void> {
  for (const { name, schema } of descriptor.resources) {
    if (!isTableName(name)) continue;
    for (const key of schema.foreignKeys) {
      const to = key.reference.resource === '' ? name : key.reference.resource;
      const target = isTableName(to) ? tables.get(to) : undefined;
      const table = tables.get(name);
      if (!target || !table || key.fields.length !== key.reference.fields.length) {
        const place = { file: DESCRIPTOR_FILE, row: null, column: `${name}.schema.foreignKeys`, value: to };
        problems.push(problemAt(place, 'bad-descriptor', 'a foreign key leads to no table of the package'));
      } else yield* keepReferring(table, key, target, problems);
    }
  }
}
