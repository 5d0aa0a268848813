import type { Problem } from '../../../problems/problem';
import { isFatal, problemAt } from '../../import-codes';
import { DESCRIPTOR_FILE, type Descriptor, type FieldSchema, type Resource } from '../descriptor';
import { isOutlineFile } from '../outlines/outline-file';
import type { PackageCode } from '../package-codes';
import type { CsvRecord } from './csv-records';
import { dropBrokenReferences } from './foreign-keys';
import { FORMAT, isTableName, type TableName } from './format';
import type { Passes } from './passes';
import { cellOf, type PackageRow, Table, type Tables } from './table';
import { checkCell } from './table-schema';
import { duplicateCheck } from './unique-keys';

/** Whether a table is given as a file of outlines, and is none of outlines. */
function isMisfit(name: TableName, path: string): boolean {
  return name !== 'areas' && isOutlineFile(path);
}

/** Finds what the descriptor lacks or has too much of, before any file is opened. */
function checkTables({ resources }: Descriptor): Problem[] {
  const problems: Problem[] = [];
  const report = (name: string, column: string | null, code: PackageCode, reason: string) =>
    problems.push(problemAt({ file: DESCRIPTOR_FILE, row: null, column, value: name }, code, reason));
  for (const [name, { required }] of Object.entries(FORMAT)) {
    if (required && !resources.some((resource) => resource.name === name)) {
      report(name, 'resources', 'missing-table', `the package describes no table ${name}`);
    }
  }
  for (const { name, path, schema } of resources) {
    if (isTableName(name) && isMisfit(name, path))
      report(
        path,
        `${name}.path`,
        'bad-descriptor',
        'only areas can be GeoJSON or TopoJSON; this table is CSV',
      );
    if (!isTableName(name)) {
      report(name, 'resources', 'unknown-table', 'not a table that the format knows; it is not read');
      continue;
    }
    const declared = new Set(schema.fields.map((field) => field.name));
    if (declared.size < schema.fields.length) {
      report(name, `${name}.schema.fields`, 'bad-descriptor', 'two fields have one name');
    }
    for (const field of FORMAT[name].fields.filter((needed) => !declared.has(needed))) {
      report(field, `${name}.schema.fields`, 'missing-field', `the table ${name} needs the field ${field}`);
    }
  }
  return problems;
}

function checkHeader(file: string, header: readonly string[], fields: readonly FieldSchema[]): Problem[] {
  const problems: Problem[] = [];
  const report = (column: string, code: PackageCode, reason: string) =>
    problems.push(problemAt({ file, row: 1, column, value: column }, code, reason));
  for (const { name } of fields) {
    if (!header.includes(name)) report(name, 'missing-column', 'the schema has it, the file has not');
  }
  header.forEach((name, at) => {
    if (header.indexOf(name) < at) report(name, 'duplicate-column', 'stands a second time');
    else if (!fields.some((field) => field.name === name)) {
      report(name, 'unknown-column', 'not in the schema; it is not read');
    }
  });
  return problems;
}

/** Finds what is wrong with the cells of one record; nothing where it can be used. */
function faultsOf(row: PackageRow, fields: readonly FieldSchema[], width: number): Problem[] {
  const { table, line, cells } = row;
  const { file, exact } = table;
  if (cells.length !== width) {
    const reason = `${cells.length} cells where the header has ${width}`;
    return [problemAt({ file, row: line, column: null, value: null }, 'ragged-row', reason)];
  }
  const problems: Problem[] = [];
  for (const field of fields) {
    const value = cellOf(row, field.name);
    const place = { file, row: line, column: field.name, value };
    const fault = checkCell(field, value);
    if (fault) problems.push(problemAt(place, fault.code, fault.reason));
    else if (!exact && value.includes('\uFFFD'))
      problems.push(problemAt(place, 'bad-encoding', 'holds bytes that are not UTF-8'));
  }
  return problems;
}

/** Checks a record after the other, the header first; drops from the table what cannot be used. */
function checker(table: Table, schema: Resource['schema'], problems: Problem[]) {
  const { fields } = schema;
  const isFirst = duplicateCheck(schema, problems);
  let header: readonly string[] | null = null;
  let isSound = true;
  const open = (names: readonly string[]) => {
    header = names;
    problems.push(...checkHeader(table.file, names, fields));
    isSound = fields.every(({ name }) => names.includes(name));
    table.open(
      names,
      fields.map(({ name }) => name),
    );
  };
  return {
    take(records: readonly CsvRecord[]): void {
      for (const { line, cells } of records) {
        if (header === null) open(cells);
        else if (isSound) {
          const row = { table, line, cells };
          const faults = faultsOf(row, fields, header.length);
          if (faults.length > 0) problems.push(...faults);
          if (faults.length > 0 || !isFirst(row)) table.drop(table.read);
          table.read += 1;
        }
      }
    },
    end(): void {
      if (header === null) open([]);
    },
  };
}

function* readTable({ path, schema }: Resource, exact: boolean, problems: Problem[]): Passes<Table> {
  const whole = { file: path, row: null, column: null, value: null };
  const table = new Table(path, exact);
  const found: Problem[] = [];
  const check = checker(table, schema, found);
  const end = yield { path, take: check.take };
  if (end.kind === 'missing') {
    problems.push(problemAt(whole, 'missing-table', 'the package names this file and does not hold it'));
  } else if (end.kind === 'no-outlines') {
    problems.push(problemAt(whole, 'bad-outlines', end.reason));
  } else if (end.kind === 'torn') {
    problems.push(problemAt({ ...whole, row: end.line }, 'torn-quote', end.reason));
  } else {
    check.end();
    // One by one: there may be more than a call takes arguments.
    for (const problem of found) problems.push(problem);
  }
  return table;
}

/** Reads every table the format knows: schema, keys and references between tables. Meaning is not looked at. */
export function* readTables(descriptor: Descriptor): Passes<{ tables: Tables; problems: Problem[] }> {
  const problems = checkTables(descriptor);
  const tables = new Map<TableName, Table>();
  for (const resource of descriptor.resources) {
    const { name, path } = resource;
    if (isTableName(name) && !isMisfit(name, path))
      tables.set(name, yield* readTable(resource, descriptor.annals.exact, problems));
  }
  if (!problems.some(({ code }) => isFatal(code))) yield* dropBrokenReferences(tables, descriptor, problems);
  return { tables, problems };
}
