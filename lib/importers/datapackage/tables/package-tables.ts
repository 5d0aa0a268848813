import type { Problem } from '../../../problems/problem';
import { problemAt } from '../../import-codes';
import { DESCRIPTOR_FILE, type Descriptor, type FieldSchema, type Resource } from '../descriptor';
import type { PackageCode } from '../package-codes';
import { type CsvRecord, readCsv } from './csv-rows';
import { dropBrokenReferences } from './foreign-keys';
import { FORMAT, isTableName, type TableName } from './format';
import type { PackageRow, Table, Tables } from './table';
import { checkCell } from './table-schema';
import { dropDuplicates } from './unique-keys';

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
  for (const { name, schema } of resources) {
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

/** What the records of one file have in common. */
interface Sheet {
  readonly file: string;
  readonly header: readonly string[];
  readonly fields: readonly FieldSchema[];
  readonly exact: boolean;
}

/** Checks one record against the schema; null, and problems reported, where it cannot be used. */
function readRow(sheet: Sheet, record: CsvRecord, problems: Problem[]): PackageRow | null {
  const { file, header, fields, exact } = sheet;
  const before = problems.length;
  const { line } = record;
  if (record.cells.length !== header.length) {
    const reason = `${record.cells.length} cells where the header has ${header.length}`;
    problems.push(problemAt({ file, row: line, column: null, value: null }, 'ragged-row', reason));
    return null;
  }
  const cells = new Map<string, string>();
  for (const field of fields) {
    const value = record.cells[header.indexOf(field.name)] ?? '';
    const place = { file, row: line, column: field.name, value };
    const fault = checkCell(field, value);
    if (fault) problems.push(problemAt(place, fault.code, fault.reason));
    else if (!exact && value.includes('\uFFFD'))
      problems.push(problemAt(place, 'bad-encoding', 'holds bytes that are not UTF-8'));
    cells.set(field.name, value);
  }
  return problems.length === before ? { file, line, cells, exact } : null;
}

function readTable(
  { path, schema }: Resource,
  text: string | undefined,
  exact: boolean,
  problems: Problem[],
): Table {
  const nothing = { rows: [], read: 0 };
  const whole = { file: path, row: null, column: null, value: null };
  if (text === undefined) {
    problems.push(problemAt(whole, 'missing-table', 'the package names this file and does not hold it'));
    return nothing;
  }
  const reading = readCsv(text);
  if (reading.kind === 'torn') {
    problems.push(problemAt({ ...whole, row: reading.line }, 'torn-quote', reading.reason));
    return nothing;
  }
  const [header, ...records] = reading.records;
  problems.push(...checkHeader(path, header?.cells ?? [], schema.fields));
  if (!header || schema.fields.some(({ name }) => !header.cells.includes(name))) return nothing;
  const sheet = { file: path, header: header.cells, fields: schema.fields, exact };
  const rows = records.flatMap((record) => readRow(sheet, record, problems) ?? []);
  return { rows: dropDuplicates(rows, schema, problems), read: records.length };
}

/** Reads every table the format knows: schema, keys and references between tables. Meaning is not looked at. */
export function readTables(
  descriptor: Descriptor,
  files: ReadonlyMap<string, string>,
): { tables: Tables; problems: Problem[] } {
  const problems = checkTables(descriptor);
  const tables = new Map<TableName, Table>();
  for (const resource of descriptor.resources) {
    if (isTableName(resource.name)) {
      tables.set(
        resource.name,
        readTable(resource, files.get(resource.path), descriptor.annals.exact, problems),
      );
    }
  }
  return { tables: dropBrokenReferences(tables, descriptor, problems), problems };
}
