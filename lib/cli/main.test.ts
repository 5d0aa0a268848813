import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from './main';
import type { Terminal } from './terminal/terminal';

const DATA = new URL('../../data/', import.meta.url).pathname;
let dir: string;
/** Revisions that were to be prepared: store, dataset, revision. */
let prepared: (readonly string[])[] = [];

beforeEach(() => {
  prepared = [];
  dir = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Runs a command line where nobody can be asked. */
async function annals(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const chunks: Uint8Array[] = [];
  const terminal: Terminal = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    write: async (chunk) => void chunks.push(chunk),
    ...{ canAsk: false, isScreen: false, isOutScreen: false },
  };
  const env = { ANNALS_STORE: join(dir, 'store'), ANNALS_DATA: join(dir, 'data') };
  const exit = await main(args, terminal, env, async (...of) => {
    prepared.push(of);
    if (of[1] === 'unlucky') throw new Error('no room');
  });
  return { exit, out, err: err.join('\n'), bytes: Buffer.concat(chunks) };
}

function file(name: string, text: string): string {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
}

const json = ({ out }: { out: readonly string[] }) => {
  expect(out).toHaveLength(1);
  return JSON.parse(out[0] ?? '');
};
const stored = () => (existsSync(join(dir, 'store')) ? readdirSync(join(dir, 'store')) : []);

/** Four rows: one without a date, and days that settle the order. */
const EVENTS = [
  'id,date,actor,killed,place',
  'a,25/01/2021,North,1,X',
  'b,03/02/2021,South,,Y',
  'c,not known,North,2,X',
  'd,14/02/2021,North,0,Z',
  '',
].join('\n');
const UNSETTLED = 'id,date,actor\na,03/04/2021,North\nb,05/06/2021,South\n';

describe('import', () => {
  test('prepares what it publishes, and nothing else; where that fails it stands all the same', async () => {
    const events = file('e.csv', EVENTS);
    const { revision } = json(await annals('import', events, '--as', 'mine', '--json'));
    expect(prepared).toEqual([[join(dir, 'store'), 'mine', revision]]);
    await annals('import', events, '--as', 'tried', '--dry-run');
    await annals('import', events, '--as', 'sent', '--json', '--progress-lines');
    expect(prepared).toHaveLength(1);
    const { exit, err } = await annals('import', events, '--as', 'unlucky');
    expect([exit, err]).toEqual([0, expect.stringContaining('its index could not be made: no room')]);
    expect(stored()).toContain('unlucky');
  });

  test('prints one line that accounts for every row', async () => {
    const done = await annals('import', file('e.csv', EVENTS), '--as', 'mine', '--json');
    const report = json(done);
    expect(done.exit).toBe(0);
    expect(Object.keys(report)).toEqual([
      ...['dataset', 'revision', 'read', 'incidents', 'problems', 'skipped', 'cells', 'warnings'],
      ...[
        'first',
        'last',
        'actors',
        'mapping',
        'mappingFrom',
        'columns',
        'notes',
        'address',
        'url',
        'changes',
      ],
    ]);
    expect(report).toMatchObject({
      dataset: 'mine',
      read: 4,
      incidents: 3,
      problems: 1,
      skipped: 0,
      actors: 2,
    });
    expect(report).toMatchObject({
      first: '2021-01-25',
      last: '2021-02-14',
      mapping: { date: { column: 'date' } },
    });
    expect(report.revision).toMatch(/^[0-9a-f]{64}$/);
  });

  test('counts what a stated rule leaves out', async () => {
    const mapping = file('m.json', '{"date":{"kind":"one","column":"date"},"id":"id"}');
    const twice = file('e.csv', 'id,date\na,2021-02-03\na,2021-02-03\na,2021-02-04\n');
    const report = json(await annals('import', twice, '--as', 'mine', '--json', '--mapping', mapping));
    expect(report).toMatchObject({ read: 3, incidents: 1, problems: 1, skipped: 1 });
  });

  test('says so where nothing is new, and names the revision of a dry run without publishing it', async () => {
    const path = file('e.csv', EVENTS);
    const dry = json(await annals('import', path, '--as', 'mine', '--json', '--dry-run'));
    expect(stored()).toEqual([]);
    const first = json(await annals('import', path, '--as', 'mine', '--json'));
    expect(first.revision).toBe(dry.revision);
    const again = await annals('import', path, '--as', 'mine');
    expect([again.exit, again.err]).toEqual([0, expect.stringContaining('Nothing new was published')]);
    expect(json(await annals('revisions', 'mine', '--json'))).toHaveLength(1);
  });

  test('refuses an answer to what the file does not ask', async () => {
    const path = file('e.csv', EVENTS);
    for (const answer of ['date-order=month-first', 'nonsense=1']) {
      const done = await annals('import', path, '--as', 'mine', '--answer', answer);
      expect(done.exit).toBe(2);
      expect(done.err).toContain(`“${answer.split('=')[0]}”`);
    }
    expect(stored()).toEqual([]);
  });

  test('never asks: it ends with the questions and the answers to give', async () => {
    const path = file('u.csv', UNSETTLED);
    const stopped = await annals('import', path, '--as', 'mine', '--json');
    const { dataset, error } = json(stopped);
    expect([stopped.exit, dataset, error.code]).toEqual([4, 'mine', 'unsettled']);
    expect(error.questions.map(({ id }: { id: string }) => id)).toEqual(['date-order']);
    expect(error.message).toContain('--answer date-order=day-first');
    expect((await annals('import', path, '--as', 'mine', '--yes')).exit).toBe(4);
    expect(stored()).toEqual([]);
    const told = await annals('import', path, '--as', 'mine', '--json', '--answer', 'date-order=month-first');
    expect(json(told)).toMatchObject({ first: '2021-03-04', last: '2021-05-06' });
  });

  test('finds a mapping again that was decided on, for the next file of the same dataset', async () => {
    await annals('import', file('u.csv', UNSETTLED), '--as', 'mine', '--answer', 'date-order=day-first');
    const next = file('next.csv', 'id,date,actor\nz,07/08/2022,West\n');
    expect((await annals('import', next, '--as', 'mine', '--mapping', 'none')).exit).toBe(4);
    const found = await annals('import', next, '--as', 'mine', '--json');
    expect(json(found)).toMatchObject({ first: '2022-08-07', mappingFrom: 'kept' });
    expect(json(found).notes.join()).toContain('from “mine”; it is used (--mapping none');
    expect(found.err).toContain('--mapping none');
  });

  test('asks of another dataset what the cells leave open, whatever was kept for the header', async () => {
    await annals('import', file('u.csv', UNSETTLED), '--as', 'mine', '--answer', 'date-order=day-first');
    const next = file('next.csv', 'id,date,actor\nz,07/08/2022,West\n');
    const asked = await annals('import', next, '--as', 'other', '--json');
    expect([asked.exit, json(asked).error.code]).toEqual([4, 'unsettled']);
    expect(json(asked).error.message).toContain('from “mine”; it is not used');
    expect(json(await annals('datasets', '--json'))).toHaveLength(1);
  });

  test('uses what was kept for another dataset where the cells settle all, says so, and does not keep it', async () => {
    const mapping = file('m.json', '{"date":{"kind":"one","column":"date"},"notes":["place"]}');
    await annals('import', file('e.csv', EVENTS), '--as', 'mine', '--mapping', mapping);
    const settled = EVENTS.replace('c,not known', 'c,28/02/2021');
    const used = json(await annals('import', file('f.csv', settled), '--as', 'other', '--json'));
    expect(used).toMatchObject({ mappingFrom: 'kept', first: '2021-01-25', last: '2021-02-28' });
    expect(used.mapping.notes).toEqual(['place']);
    expect(used.notes.join()).toContain('from “mine”; it is used, with dates as the cells');
    const open = file('g.csv', EVENTS.replace(/25|14/g, '05').replace('not known', '06/07/2021'));
    expect((await annals('import', open, '--as', 'other')).exit).toBe(4);
  });

  test('does not use a kept mapping against what the cells say', async () => {
    await annals('import', file('u.csv', UNSETTLED), '--as', 'mine', '--answer', 'date-order=day-first');
    const american = file('next.csv', 'id,date,actor\nz,07/28/2022,West\ny,01/02/2022,East\n');
    const found = await annals('import', american, '--as', 'other', '--json');
    expect(json(found)).toMatchObject({ first: '2022-01-02', last: '2022-07-28', problems: 0 });
    expect(found.err).toContain('it is not used');
  });

  test('does not keep a guess, and writes the mapping where it is asked to', async () => {
    const path = join(dir, 'm.json');
    await annals('import', file('e.csv', EVENTS), '--as', 'mine', '--save-mapping', path);
    expect(stored()).toEqual(['mine']);
    const saved = JSON.parse(readFileSync(path, 'utf8'));
    expect(saved.format).toBe('annals-mapping/1');
    const again = json(
      await annals('import', file('e.csv', EVENTS), '--as', 'mine', '--json', '--mapping', path),
    );
    expect(again.mapping).toEqual(saved);
  });

  test('takes a mapping for the same rows in another format, and gives the same revision', async () => {
    const path = join(dir, 'm.json');
    const csv = await annals(
      'import',
      file('e.csv', EVENTS),
      '--as',
      'mine',
      '--json',
      '--save-mapping',
      path,
    );
    const [header = [], ...rows] = EVENTS.trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const records = rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]])));
    const semicolons = EVENTS.replaceAll(',', ';');
    for (const other of [file('e.json', JSON.stringify(records)), file('s.csv', semicolons)]) {
      const again = json(await annals('import', other, '--as', 'mine', '--json', '--mapping', path));
      expect(again).toMatchObject({ revision: json(csv).revision, incidents: 3, problems: 1 });
    }
  });

  test('gives the same rows the same revision whatever the file is called', async () => {
    const [one, two] = [file('march.csv', EVENTS), file('April final (2).csv', EVENTS)];
    const first = json(await annals('import', one, '--as', 'mine', '--json'));
    const second = json(await annals('import', two, '--as', 'mine', '--json'));
    expect(second.revision).toBe(first.revision);
    const named = await annals('import', one, '--as', 'mine', '--json', '--name', 'else.csv');
    expect(json(named).revision).toBe(first.revision);
  });

  test('keeps the title of the revision before, where nothing else is said', async () => {
    const named = json(
      await annals('import', file('e.csv', EVENTS), '--as', 'mine', '--json', '--title', 'Ours'),
    );
    const again = json(await annals('import', file('e.csv', EVENTS), '--as', 'mine', '--json'));
    expect(again.revision).toBe(named.revision);
  });

  test('says what became of every column, and with which relation actors were read', async () => {
    const rows = EVENTS.replace('actor', 'perpetrator').replace('place', 'mood');
    const { columns } = json(await annals('import', file('e.csv', rows), '--as', 'mine', '--json'));
    const found = columns.map(({ column, outcome, fields }: Record<string, unknown>) => [
      column,
      outcome,
      fields,
    ]);
    expect(found).toEqual([
      ['id', 'used', ['id']],
      ['date', 'used', ['date']],
      ['perpetrator', 'used', ['actors']],
      ['killed', 'used', ['fatalities']],
      ['mood', 'kept', ['fields']],
    ]);
    const text = (await annals('import', file('e.csv', rows), '--as', 'mine')).out.join('\n');
    expect(text).toMatch(/actors ← perpetrator: .*read as “attributed”: the column says who did it/);
    expect(text).toContain('fields ← mood: Kept as the field “Mood”');
  });

  test('counts and tells apart what is left out and what is only warned of', async () => {
    const rows = EVENTS.replace('South,,Y', 'South,about 5,Y').replace('North,0,Z', 'North,many,Z');
    const done = await annals('import', file('e.csv', rows), '--as', 'mine', '--json');
    expect(json(done)).toMatchObject({ problems: 1, cells: 1, warnings: 1 });
    const text = (await annals('import', file('e.csv', rows), '--as', 'other')).err;
    const [left = '', warned = ''] = text.split('Warnings, for which nothing is left out:');
    expect([left.includes('no-date'), left.includes('not-a-count')]).toEqual([true, true]);
    expect([left.includes('about-count'), warned.includes('about-count')]).toEqual([false, true]);
  });

  test('names the address of the dashboard', async () => {
    const done = await annals('import', file('e.csv', EVENTS), '--as', 'mine');
    expect(done.err).toContain('http://localhost:3000/mine');
    const more = await annals('import', file('more.csv', `${EVENTS}e,17/02/2021,West,1,X\n`), '--as', 'mine');
    expect(more.err).toMatch(/http:\/\/localhost:3000\/mine\/changes\?since=[0-9a-f]{12}$/m);
    const report = json(await annals('import', file('e.csv', EVENTS), '--as', 'mine', '--json'));
    expect(report).toMatchObject({ address: '/mine', url: 'http://localhost:3000/mine' });
  });

  test('says in a dry run what publishing would change', async () => {
    const before = json(await annals('import', file('e.csv', EVENTS), '--as', 'mine', '--json'));
    expect(before.changes).toBeNull();
    const next = EVENTS.replace('a,25/01/2021,North,1,X\n', '').replace('d,14', 'd,16');
    const path = file('next.csv', `${next}e,17/02/2021,West,1,X\n`);
    const { changes } = json(await annals('import', path, '--as', 'mine', '--json', '--dry-run'));
    expect(changes).toMatchObject({
      ...{ since: before.revision, added: 1, changed: 1, removed: 1, unchanged: 1 },
      series: ['description, licence or coverage', 'actors'],
    });
    expect(changes.incidents).toMatchObject([
      { kind: 'added', id: 'e', date: '2021-02-17', fields: [] },
      { kind: 'removed', id: 'a', date: '2021-01-25', fields: [] },
      { kind: 'changed', id: 'd', date: '2021-02-16', fields: ['date'] },
    ]);
    const text = (await annals('import', path, '--as', 'mine', '--dry-run')).out.join('\n');
    expect(text).toContain('1 added, 1 changed, 1 removed, 1 as they were');
    expect(json(await annals('revisions', 'mine', '--json'))).toHaveLength(1);
  });

  test('takes the title from the command line before that of the mapping, and else from the id', async () => {
    const path = file('e.csv', EVENTS);
    const titleOf = async (...more: string[]) => {
      const { revision } = json(await annals('import', path, '--as', 'my-own', '--json', ...more));
      const manifest = readFileSync(join(dir, 'store', 'my-own', revision, 'manifest.json'), 'utf8');
      return JSON.parse(manifest).meta.title;
    };
    expect(await titleOf()).toBe('My own');
    expect(await titleOf('--title', 'Ours')).toBe('Ours');
  });

  test.each([
    ['no such file', ['import', '/no/such/file', '--as', 'mine'], 2, 'there is no such file'],
    ['a folder that is no package', ['import', tmpdir(), '--as', 'mine'], 2, 'holds no datapackage.json'],
    ['no dataset', ['import', 'x.csv'], 2, '--as'],
    ['an id in capitals', ['import', 'x.csv', '--as', 'My Events'], 2, 'Did you mean “my-events”?'],
    ['an id that addresses need', ['import', 'x.csv', '--as', 'open'], 2, 'try “open-data”'],
    ['an unknown option', ['import', 'x.csv', '--as', 'a', '--forse'], 2, '--forse'],
    ['an unknown command', ['imprt'], 2, 'There is no command “imprt”'],
    ['an unknown limit', ['import', 'x.csv', '--as', 'a', '--limit', 'row=1'], 2, 'Limits: fileBytes'],
    ['a limit that is none', ['import', 'x.csv', '--as', 'a', '--limit', 'rows=many'], 2, 'whole number'],
  ])('%s is a mistake of the command line, said so', async (_, args, exit, words) => {
    const failed = await annals(...args);
    expect([failed.exit, failed.err]).toEqual([exit, expect.stringContaining(words)]);
    const line = json(await annals(...args, '--json'));
    expect(line.error.message).toContain(words);
    expect(stored()).toEqual([]);
  });

  test.each([
    ['no JSON', '{bad', 'is not JSON'],
    ['an unknown column', '{"date":{"kind":"one","column":"nope"}}', 'The columns of the file: id, date'],
  ])('a mapping with %s is refused with the reason', async (_, text, words) => {
    const mapping = file('m.json', text);
    const failed = await annals('import', file('e.csv', EVENTS), '--as', 'mine', '--mapping', mapping);
    expect([failed.exit, failed.err]).toEqual([2, expect.stringContaining(words)]);
  });

  test('a file without dates is refused with the reason', async () => {
    const failed = await annals('import', file('n.csv', 'a,b\n1,x\n2,y\n'), '--as', 'mine', '--json');
    expect(json(failed).error).toMatchObject({ code: 'refused', problems: [{ code: 'no-date-column' }] });
    expect(failed.exit).toBe(3);
  });

  test('takes several columns for a date, and asks before it takes days for years', async () => {
    const path = file('n.csv', 'a,b,c,place\n2019,1,3,x\n2019,2,7,y\n2020,8,9,z\n');
    const named = await annals('import', path, '--as', 'mine', '--json', '--answer', 'date-column=a,b,c');
    expect(json(named)).toMatchObject({ incidents: 3, first: '2019-01-03', last: '2020-08-09' });
    const early = await annals('import', path, '--as', 'yours', '--json', '--answer', 'date-column=c');
    expect(early.exit).toBe(4);
    expect(json(early).error.questions.map(({ id }: { id: string }) => id)).toEqual(['early-years']);
    expect(stored()).not.toContain('yours');
  });

  test('asks of the date that was chosen what its own cells leave open', async () => {
    const rows = '03/04/2024,05/06/2024,x\n07/08/2024,09/10/2024,y\n';
    const path = file('u.csv', `date_recorded,date_updated,place\n${rows}`);
    const chosen = ['--answer', 'date-column=date_updated'];
    const asked = await annals('import', path, '--as', 'mine', '--json', ...chosen);
    expect(json(asked).error.questions[0].text).toContain('Day or month first in “date_updated”?');
    const answers = [...chosen, '--answer', 'date-order=month-first'];
    const done = await annals('import', path, '--as', 'mine', '--json', ...answers);
    expect(json(done)).toMatchObject({ first: '2024-05-06', last: '2024-09-10' });
  });

  test('warns of a year far from all others in its report, and keeps the row', async () => {
    const path = file('y.csv', 'date,place\n2024-03-01,x\n0024-03-12,y\n2024-03-20,z\n');
    const done = await annals('import', path, '--as', 'mine', '--json');
    expect(json(done)).toMatchObject({ incidents: 3, problems: 0, warnings: 1, first: '0024-03-12' });
    expect(done.err).toContain('y.csv:3:date: “0024-03-12” the year 24 lies 2000 years from all others');
  });

  test('a file over a limit is refused', async () => {
    const path = file('e.csv', EVENTS);
    const failed = await annals('import', path, '--as', 'mine', '--json', '--limit', 'fileBytes=10');
    expect([failed.exit, json(failed).error.problems[0].code]).toEqual([3, 'over-limit']);
  });

  test('a file of which no row can be used leaves nothing', async () => {
    const mapping = file('m.json', '{"date":{"kind":"one","column":"place"}}');
    const failed = await annals(
      'import',
      file('e.csv', EVENTS),
      '--as',
      'mine',
      '--json',
      '--mapping',
      mapping,
    );
    expect([failed.exit, json(failed).error.code]).toEqual([5, 'unusable']);
    expect(json(await annals('datasets', '--json'))).toEqual([]);
  });

  test('an interrupted import leaves nothing', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `${at},2021-02-03,Actor ${at % 50}`);
    const path = file('long.csv', `id,date,actor\n${rows.join('\n')}\n`);
    setTimeout(() => process.emit('SIGINT'), 40);
    const stopped = await annals('import', path, '--as', 'mine', '--json');
    expect([stopped.exit, json(stopped).error.code]).toEqual([130, 'interrupted']);
    const left = stored().flatMap((name) => readdirSync(join(dir, 'store', name)));
    expect(left).toEqual([]);
  });
});

describe('check', () => {
  test('says what the columns mean, what is wrong and when things happened, and publishes nothing', async () => {
    const done = await annals('check', file('e.csv', EVENTS));
    const text = done.out.join('\n');
    for (const words of ['date ← date', '4 rows read = 3 incidents + 1 problem + 0 skipped', 'no-date']) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/2021-01 █+ 1\n\s*2021-02 █+ 2/);
    expect([done.exit, stored()]).toEqual([0, []]);
  });

  test('shows the mapping that was given, not the guess', async () => {
    const given = '{"date":{"kind":"one","column":"date"},"type":"place","notes":["actor"]}';
    const done = await annals('check', file('e.csv', EVENTS), '--mapping', file('m.json', given));
    const text = done.out.join('\n');
    for (const words of ['The mapping that was given', 'type ← place', 'notes ← actor']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('actors ←');
    expect(text).toContain('3 columns used, 2 fields kept');
    expect(text).toContain('fields ← killed: Kept as the field “Killed”');
  });

  test('shows the mapping that was kept for the dataset', async () => {
    await annals('import', file('u.csv', UNSETTLED), '--as', 'mine', '--answer', 'date-order=day-first');
    expect((await annals('check', file('u.csv', UNSETTLED))).exit).toBe(4);
    const done = await annals('check', file('u.csv', UNSETTLED), '--as', 'mine', '--json');
    expect(json(done)).toMatchObject({ mappingFrom: 'kept', first: '2021-04-03' });
  });

  test('counts problems by code in JSON', async () => {
    const { read, codes } = json(await annals('check', file('e.csv', EVENTS), '--json'));
    expect(read).toBe(4);
    expect(codes.map(({ code, count }: { code: string; count: number }) => [code, count])).toContainEqual([
      'no-date',
      1,
    ]);
  });
});

describe('export', () => {
  test.each(['russia-militancy', 'fixtures/one-incident', 'fixtures/partial-dates'])(
    'a package of %s imports back to the same revision',
    async (folder) => {
      const before = json(await annals('import', join(DATA, folder), '--as', 'mine', '--json'));
      const zip = join(dir, 'out.zip');
      expect((await annals('export', 'mine', '--out', zip)).exit).toBe(0);
      await annals('remove', 'mine', '--reason', 'to import it anew', '--yes');
      expect(json(await annals('import', zip, '--as', 'mine', '--json'))).toMatchObject({
        revision: before.revision,
        incidents: before.incidents,
      });
    },
  );

  test('a package of an imported table imports back to the same revision', async () => {
    const before = json(await annals('import', file('e.csv', EVENTS), '--as', 'mine', '--json'));
    const { bytes } = await annals('export', 'mine');
    writeFileSync(join(dir, 'out.zip'), bytes);
    const after = json(await annals('import', join(dir, 'out.zip'), '--as', 'mine', '--json'));
    expect(after).toMatchObject({ revision: before.revision, mapping: null });
  });

  const GED = new URL('../../../shared/series/ucdp_ged_car_231/GEDEvent_v23_1.geojson', import.meta.url)
    .pathname;

  test.skipIf(!existsSync(GED))(
    'a package of a file of UCDP imports back to the same revision (skipped without ../shared/series)',
    async () => {
      const before = json(await annals('import', GED, '--as', 'mine', '--json'));
      writeFileSync(join(dir, 'out.zip'), (await annals('export', 'mine')).bytes);
      const after = json(await annals('import', join(dir, 'out.zip'), '--as', 'mine', '--json'));
      expect(after).toMatchObject({ revision: before.revision, read: 1848, incidents: 1848 });
    },
  );

  test('rows come as CSV, JSON and NDJSON, all of them', async () => {
    await annals('import', file('e.csv', EVENTS), '--as', 'mine');
    const of = async (format: string) =>
      (await annals('export', 'mine', '--format', format)).bytes.toString();
    const ids = ['a', 'b', 'd'];
    expect(JSON.parse(await of('json')).map(({ id }: { id: string }) => id)).toEqual(ids);
    const lines = (await of('ndjson')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(ids);
    const [header, ...rows] = (await of('csv')).trimEnd().split('\r\n');
    expect(header).toMatch(/^id,date,earliest,/);
    expect(rows.map((row) => row.split(',')[0])).toEqual(ids);
  });

  test('an unknown revision or format is a mistake', async () => {
    await annals('import', file('e.csv', EVENTS), '--as', 'mine');
    expect((await annals('export', 'mine', '--revision', 'ffffffff')).exit).toBe(2);
    expect((await annals('export', 'mine', '--format', 'pdf')).exit).toBe(2);
    expect((await annals('export', 'other')).exit).toBe(2);
  });
});

describe('remove', () => {
  test('needs a reason, and --yes where nobody can be asked', async () => {
    await annals('import', file('e.csv', EVENTS), '--as', 'mine');
    expect((await annals('remove', 'mine')).err).toContain('--reason');
    expect((await annals('remove', 'mine', '--reason', 'wrong')).err).toContain('--yes');
    expect(json(await annals('datasets', '--json'))).toHaveLength(1);
    expect((await annals('remove', 'mine', '--reason', 'wrong', '--yes')).exit).toBe(0);
    expect(json(await annals('datasets', '--json'))).toEqual([]);
    expect(readFileSync(join(dir, 'store', 'mine', 'revisions.jsonl'), 'utf8')).toContain('wrong');
  });
});

test('help names every command, limit and exit code', async () => {
  const [text = ''] = (await annals('help')).out;
  for (const word of [
    'import',
    'check',
    'datasets',
    'revisions',
    'export',
    'remove',
    'ANNALS_LIMIT_ROWS',
    '130',
  ]) {
    expect(text).toContain(word);
  }
  expect((await annals('import', '--help')).out[0]).toContain('--dry-run');
});
