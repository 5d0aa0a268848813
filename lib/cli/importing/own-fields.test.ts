import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../main';
import type { Terminal } from '../terminal/terminal';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Runs a command line where nobody can be asked. */
async function annals(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    write: async () => {},
    ...{ canAsk: false, isScreen: false, isOutScreen: false },
  };
  const env = { ANNALS_STORE: join(dir, 'store'), ANNALS_DATA: join(dir, 'data') };
  const exit = await main(args, terminal, env);
  return { exit, out: out.join('\n'), err: err.join('\n') };
}

function file(name: string, text: string): string {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
}

const ROWS =
  'id,date,actor,mood,cost,range\na,2021-01-25,North,calm,"$1,200",12 km\nb,2021-02-03,South,grim,$35,3 km\n';

/** What `check --json` or `import --json` says of a file. */
async function told(...args: readonly string[]) {
  const { exit, out, err } = await annals(...args, '--json');
  expect([exit, err]).toEqual([0, expect.any(String)]);
  return JSON.parse(out);
}

test('a check prints the whole mapping with its fields, and given back it makes the same revision', async () => {
  const events = file('e.csv', ROWS);
  const { mapping } = await told('check', events);
  expect(mapping.fields).toMatchObject([
    { column: 'mood', kind: 'category' },
    { column: 'cost', kind: 'number', unit: 'USD', aggregate: 'sum' },
    { column: 'range', kind: 'number', unit: 'km' },
  ]);
  const [guessed, given] = [
    await told('import', events, '--as', 'mine'),
    await told(
      ...['import', events, '--as', 'mine'],
      ...['--mapping', file('m.json', JSON.stringify(mapping))],
    ),
  ];
  expect(given.revision).toBe(guessed.revision);
});

test('a mapping that is saved names its fields, and one that is changed changes them', async () => {
  const events = file('e.csv', ROWS);
  await annals('import', events, '--as', 'mine', '--save-mapping', join(dir, 'm.json'));
  const saved = JSON.parse(readFileSync(join(dir, 'm.json'), 'utf8'));
  saved.fields[1] = { ...saved.fields[1], label: 'Damage', aggregate: 'mean' };
  const changed = file('m.json', JSON.stringify(saved));
  const { columns } = await told('import', events, '--as', 'mine', '--mapping', changed);
  expect(columns[4]).toMatchObject({
    outcome: 'kept',
    meaning: 'Kept as the field “Damage”: number in USD, averaged.',
    why: 'as the mapping says',
  });
});

test('columns that are dropped are named as dropped, and the others are kept', async () => {
  const events = file('e.csv', ROWS);
  const { out } = await annals('check', events, '--drop', 'mood', '--drop', 'range');
  expect(out).toContain('3 columns used, 1 field kept, 2 dropped by you (mood, range).');
  const { mapping, mappingFrom } = await told('import', events, '--as', 'mine', '--drop', 'mood');
  expect(mapping.fields.map(({ column }: { column: string }) => column)).toEqual(['cost', 'range']);
  expect(mappingFrom).toBe('answered');
  const again = await told('import', events, '--as', 'mine');
  expect([again.mappingFrom, again.mapping.fields.length]).toEqual(['kept', 2]);
});

test.each([
  ['a column that the file does not have', 'Mood', 'a column that the file does not have'],
  ['a column that is read for something else', 'actor', 'it is read for actors'],
])('%s is not dropped', async (_, column, words) => {
  const { exit, err } = await annals('import', file('e.csv', ROWS), '--as', 'mine', '--drop', column);
  expect(exit).toBe(2);
  expect(err).toContain(words);
});
