import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../main';
import type { Terminal } from '../terminal/terminal';

let dir: string;
let store: string;

async function annals(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    write: async () => undefined,
    ...{ canAsk: false, isScreen: false, isOutScreen: false },
  };
  const exit = await main([...args], terminal, { ANNALS_STORE: store });
  const [line] = out;
  return { exit, err: err.join('\n'), json: line === undefined ? null : JSON.parse(line) };
}

/** Publishes a table of so many incidents. */
async function publish(id: string, rows: number): Promise<string> {
  const lines = Array.from(
    { length: rows },
    (_, at) => `${at},2021-02-${String(at + 1).padStart(2, '0')},North,1`,
  );
  const file = join(dir, `${id}-${rows}.csv`);
  writeFileSync(file, `${['id,date,actor,killed', ...lines].join('\n')}\n`);
  return (await annals('import', file, '--as', id, '--json')).json.revision;
}

const log = (id: string) => join(store, id, 'revisions.jsonl');
const linesOf = (id: string) => readFileSync(log(id), 'utf8').trimEnd().split('\n');
const listed = async (id: string): Promise<readonly string[]> =>
  ((await annals('revisions', id, '--json')).json as readonly { revision: string }[]).map(
    ({ revision }) => revision,
  );
const findings = async (...args: readonly string[]) => {
  const { exit, json } = await annals('verify', ...args, '--json');
  return [
    exit,
    (json.findings as readonly { kind: string; revision: string | null }[]).map((one) => one.kind),
  ];
};

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'store-commands-'));
  store = join(dir, 'store');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('verify', () => {
  it('finds nothing in a store that is as it was written, also deeply', async () => {
    await publish('mine', 3);
    await publish('mine', 4);
    expect(await findings()).toEqual([0, []]);
    expect(await findings('mine', '--deep')).toEqual([0, []]);
    expect((await annals('verify', '--json')).json).toMatchObject({ datasets: 1, revisions: 2 });
  });

  it('names the file that is damaged, ends with 6, and says that the other dataset is whole', async () => {
    const revision = await publish('mine', 3);
    await publish('theirs', 3);
    const file = join(store, 'mine', revision, 'actors.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('North', 'South'));
    const { exit, err } = await annals('verify');
    expect(exit).toBe(6);
    expect(err).toContain(`damage: ${file}: its bytes are not those that were written`);
    expect(err).toContain('theirs: 1 revisions, whole');
  });

  it('names a line without a folder, and a folder without a line', async () => {
    const first = await publish('mine', 3);
    await publish('mine', 4);
    const lines = linesOf('mine');
    writeFileSync(log('mine'), `${lines[0]}\n`);
    expect(await findings()).toEqual([6, ['damage']]);
    writeFileSync(log('mine'), `${lines.join('\n')}\n`);
    rmSync(join(store, 'mine', first), { recursive: true });
    expect(await findings()).toEqual([6, ['damage']]);
  });
});

describe('repair', () => {
  it('writes the line again that a log lost, and what was current is current', async () => {
    const revisions = [await publish('mine', 3), await publish('mine', 4)];
    writeFileSync(log('mine'), `${linesOf('mine')[0]}\n`);
    expect(await listed('mine')).toEqual(revisions.slice(0, 1));
    const { exit, json } = await annals('repair', '--json');
    expect([exit, json[0].mended.length, json[0].left]).toEqual([0, 1, []]);
    expect(await listed('mine')).toEqual(revisions);
    expect(await findings('--deep')).toEqual([0, []]);
  });

  it('puts what was lost before the last line where it cannot become current', async () => {
    const [first, second] = [await publish('mine', 3), await publish('mine', 4)];
    const lines = linesOf('mine');
    writeFileSync(log('mine'), `${lines[1]}\n`);
    expect(await findings()).toEqual([6, ['damage']]);
    const { exit, err } = await annals('repair');
    expect([exit, err]).toEqual([0, expect.stringContaining('the old one is kept as')]);
    expect(await listed('mine')).toEqual([first, second]);
    expect(readdirSync(join(store, 'mine')).some((name) => name.startsWith('revisions.jsonl.damaged-'))).toBe(
      true,
    );
    expect(await findings('--deep')).toEqual([0, []]);
  });

  it('names what only an import can mend, and that mends it', async () => {
    const revision = await publish('mine', 3);
    writeFileSync(join(store, 'mine', revision, 'manifest.json'), '{}');
    const { exit, err } = await annals('repair');
    expect(exit).toBe(6);
    expect(err).toContain('import the same content again');
    expect(await publish('mine', 3)).toBe(revision);
    expect(await findings('--deep')).toEqual([0, []]);
  });

  it('has nothing to do in a store that is whole', async () => {
    await publish('mine', 3);
    const before = readFileSync(log('mine'), 'utf8');
    expect((await annals('repair', 'mine', '--json')).json).toEqual([
      { dataset: 'mine', mended: [], left: [] },
    ]);
    expect(readFileSync(log('mine'), 'utf8')).toBe(before);
  });
});

describe('a backup', () => {
  it('is a store, takes only what is new the second time, and brings everything back', async () => {
    const revisions = [await publish('mine', 3), await publish('mine', 4)];
    const to = join(dir, 'copy');
    expect((await annals('backup', to, '--json')).json).toEqual([
      { dataset: 'mine', revisions: 2, fresh: 2 },
    ]);
    revisions.push(await publish('mine', 5));
    expect((await annals('backup', to, '--json')).json).toEqual([
      { dataset: 'mine', revisions: 3, fresh: 1 },
    ]);

    const original = store;
    store = to;
    expect([await listed('mine'), await findings('--deep')]).toEqual([revisions, [0, []]]);
    store = original;
    rmSync(store, { recursive: true });
    expect((await annals('restore', to)).exit).toBe(0);
    expect([await listed('mine'), await findings('--deep')]).toEqual([revisions, [0, []]]);
  });

  it('is not made of a damaged revision', async () => {
    const revision = await publish('mine', 3);
    writeFileSync(join(store, 'mine', revision, 'sources.json'), '[ ]');
    const { exit, err } = await annals('backup', join(dir, 'copy'));
    expect([exit, err]).toEqual([1, expect.stringContaining('sources.json')]);
  });

  it('gives up later publications only when it is told to', async () => {
    const first = await publish('mine', 3);
    await annals('backup', join(dir, 'copy'));
    const second = await publish('mine', 4);
    expect((await annals('restore', join(dir, 'copy'))).err).toContain('--replace');
    expect(await listed('mine')).toEqual([first, second]);
    expect((await annals('restore', join(dir, 'copy'), '--replace')).exit).toBe(0);
    expect([await listed('mine'), await findings()]).toEqual([[first], [0, []]]);
  });

  it('and the store may not lie in each other', async () => {
    await publish('mine', 3);
    for (const place of [store, join(store, 'x'), dir]) expect((await annals('backup', place)).exit).toBe(2);
  });
});

describe('prune', () => {
  it('lists what would go, and takes it with --yes; old links are told why', async () => {
    const revisions = [await publish('mine', 3), await publish('mine', 4), await publish('mine', 5)];
    expect((await annals('prune', 'mine', '--keep', '1', '--json')).json.removed).toEqual([]);
    expect(await listed('mine')).toEqual(revisions);
    const { json } = await annals('prune', 'mine', '--keep', '1', '--yes', '--json');
    expect(json).toEqual({ dataset: 'mine', kept: [revisions[2]], removed: revisions.slice(0, 2) });
    expect(await listed('mine')).toEqual([revisions[2]]);
    const { exit, err } = await annals('export', 'mine', '--revision', revisions[0]!.slice(0, 12));
    expect([exit, err]).toEqual([2, expect.stringContaining('only the last revision was kept')]);
  });

  it.each(['0', '-1', 'x', '1.5'])('does not take --keep %s', async (keep) => {
    await publish('mine', 3);
    expect((await annals('prune', 'mine', `--keep=${keep}`, '--yes')).exit).toBe(2);
  });
});

describe('gc', () => {
  it('takes old indexes and what dead processes left, and says how much', async () => {
    const revision = await publish('mine', 3);
    const index = join(store, 'mine', `${revision}.index-1.duckdb`);
    writeFileSync(index, 'x'.repeat(1000));
    const fresh = join(store, 'mine', '.tmp-aa');
    mkdirSync(fresh);
    const { json } = await annals('gc', '--json');
    expect(json).toEqual([{ dataset: 'mine', paths: [index], bytes: 1000 }]);
    expect([existsSync(index), existsSync(fresh)]).toEqual([false, true]);
    expect(await findings()).toEqual([0, []]);
  });
});

/** Mounts a file system of so many kilobytes; false where this process may not. */
function mount(place: string, options: string): boolean {
  mkdirSync(place, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a store that cannot be written', () => {
  afterEach(() => {
    try {
      execFileSync('umount', [store], { stdio: 'ignore' });
    } catch {
      // Nothing was mounted.
    }
  });

  it('for its disk is full says so, leaves nothing behind, and is whole', async ({ skip }) => {
    if (!mount(store, 'size=400k')) skip('a file system cannot be mounted here');
    const first = await publish('mine', 3);
    const { bavail, bsize } = statfsSync(store);
    writeFileSync(join(store, 'filler'), 'x'.repeat(bavail * bsize - 16_000));
    const big = join(dir, 'big.csv');
    const row = (at: number) => `${at},2021-02-01,North,${'words '.repeat(20)}${at}`;
    writeFileSync(
      big,
      `id,date,actor,notes\n${Array.from({ length: 3000 }, (_, at) => row(at)).join('\n')}\n`,
    );
    const { exit, err } = await annals('import', big, '--as', 'mine');
    expect([exit, err]).toEqual([1, expect.stringContaining('the disk is full')]);
    expect(err).not.toMatch(/damaged/i);
    expect(readdirSync(join(store, 'mine')).filter((name) => name.startsWith('.tmp'))).toEqual([]);
    expect([await listed('mine'), await findings('--deep')]).toEqual([[first], [0, []]]);
  });

  it('for its file system is read-only is read, and says so when it is to be written', async ({ skip }) => {
    if (!mount(store, 'size=4m')) skip('a file system cannot be mounted here');
    const first = await publish('mine', 3);
    execFileSync('mount', ['-o', 'remount,ro', store]);
    expect([await listed('mine'), await findings('--deep')]).toEqual([[first], [0, []]]);
    const file = join(dir, 'next.csv');
    writeFileSync(file, 'id,date,actor\na,2021-02-03,North\nb,2021-02-14,South\n');
    for (const id of ['mine', 'another']) {
      const { exit, err } = await annals('import', file, '--as', id);
      expect([exit, err]).toEqual([1, expect.stringContaining('read-only')]);
      expect(err).not.toMatch(/damaged/i);
    }
  });
});
