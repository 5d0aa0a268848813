import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { PROBLEM_COLUMNS } from '../../importers/report/problem-record';
import { problemsCsvOf } from './problems-csv';

const dir = mkdtempSync(join(tmpdir(), 'problems-'));
afterAll(() => rmSync(dir, { recursive: true }));

async function written(lines: readonly string[]): Promise<Record<string, string>[]> {
  const path = join(dir, 'problems.csv');
  writeFileSync(path, `file,row,column,value,code,reason\n${lines.join('\n')}\n`);
  let text = '';
  for await (const part of problemsCsvOf(path)) text += part;
  return parse(text, { columns: true });
}

test('each problem says where it stands, what it costs and what to do', async () => {
  const [row] = await written(['a.csv,7,when,"so, so",no-date,has none']);
  expect(Object.keys(row ?? {})).toEqual([...PROBLEM_COLUMNS]);
  expect(row).toMatchObject({ file: 'a.csv', line: '7', column: 'when', value: 'so, so', effect: 'row' });
  expect(row?.what_to_do).toContain('Give it a date');
});

test('a code that nobody knows keeps its place', async () => {
  expect(await written(['a.csv,,,,strange,odd'])).toMatchObject([
    { code: 'strange', effect: '', what_to_do: '' },
  ]);
});

test('a value that a spreadsheet would run is neutralised', async () => {
  expect(await written(['a.csv,2,x,=1+1,no-date,r'])).toMatchObject([{ value: "'=1+1" }]);
});

test('none of many is lost', async () => {
  const many = Array.from({ length: 2500 }, (_, at) => `a.csv,${at},,,no-date,r`);
  expect(await written(many)).toHaveLength(2500);
});
