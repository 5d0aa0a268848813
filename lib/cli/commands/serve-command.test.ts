import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../main';
import { idOfFile } from './serve-command';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annals-open-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command with a server that only notes what it is asked to show. */
async function run(...args: string[]) {
  const served: string[] = [];
  const said: string[] = [];
  const terminal = {
    out: (line: string) => void said.push(line),
    err: (line: string) => void said.push(line),
    canAsk: false,
    width: 80,
  };
  const serve = async (path: string) => void served.push(path);
  const env = { ANNALS_STORE: join(folder, 'store') };
  const code = await main(args, terminal as never, env, async () => {}, serve);
  return { code, served, said: said.join('\n') };
}

describe('annals open', () => {
  it('imports a file under the name that it has, and serves its dashboard', async () => {
    const file = join(folder, 'Some Events.csv');
    writeFileSync(file, 'date,actor\n2024-01-25,A\n2024-02-26,B\n');
    expect(await run('open', file)).toMatchObject({ code: 0, served: ['/some-events'] });
    expect((await run('datasets')).said).toContain('some-events');
  });

  it('serves nothing where it must be told which column has the date', async () => {
    const file = join(folder, 'words.csv');
    writeFileSync(file, 'a,b\nx,y\nz,w\n');
    expect(await run('open', file)).toMatchObject({ code: 4, served: [] });
  });

  it.each([
    ['a/b/Événements 2024.csv.gz', 'evenements-2024'],
    ['события.csv', 'my-events'],
    [`${'long-'.repeat(30)}.csv`, `${'long-'.repeat(12).slice(0, -1)}`],
  ])('calls %s %s', (path, id) => expect(idOfFile(path)).toBe(id));
});

describe('annals serve', () => {
  it('serves what there is', async () => {
    expect(await run('serve')).toMatchObject({ code: 0, served: [''] });
  });
});
