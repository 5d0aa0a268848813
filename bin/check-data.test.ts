import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tinyPackage } from '../testing/packages/tiny-package';
import { testProgram } from '../testing/test-program';

const ROOT = new URL('..', import.meta.url).pathname;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annals-check-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function check(args: readonly string[], cwd = ROOT): Promise<{ code: number; lines: string[] }> {
  const done = await promisify(execFile)(process.execPath, [testProgram('check-data'), ...args], {
    cwd,
  }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => error,
  );
  return { code: done.code, lines: done.stdout.trim().split('\n') };
}

async function write(name: string, tables: Record<string, string>): Promise<string> {
  const dir = join(folder, name);
  for (const [file, text] of tinyPackage({ tables })) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), text);
  }
  return dir;
}

describe('check-data', () => {
  it('passes the packages of the project, the fixtures among them', async () => {
    const { code, lines } = await check([]);
    expect(code).toBe(0);
    expect(lines).toContainEqual(
      'data/russia-militancy: 95 of 95 incidents, 77 links, 28 actors, 357 sources, 0 problems',
    );
    expect(lines).toContainEqual(
      'data/russia-militancy/earlier/2026-11-23-2c837bbee631.zip: 81 of 81 incidents, revision 2c837bbee631, 0 problems',
    );
    expect(lines.filter((line) => line.startsWith('data/fixtures/'))).toHaveLength(9);
  });

  it('names file, row, column, value, reason and code, and fails', async () => {
    const good = await write('good', { incidents: 'id,date,title\na,2020,A\n' });
    const bad = await write('bad', { incidents: 'id,date,title\na,2020,A\nb,2020-13,B\n' });
    const { code, lines } = await check([good, bad]);
    expect(code).toBe(1);
    expect(lines[0]).toBe(`${good}: 1 of 1 incident, 0 links, 0 actors, 0 sources, 0 problems`);
    expect(lines[1]).toMatch(/^.*\/bad\/incidents\.csv:3:date "2020-13" — .+ \[bad-date\]$/);
    expect(lines[2]).toBe(`${bad}: 1 of 2 incidents, 0 links, 0 actors, 0 sources, 1 problem`);
  });

  it('checks the packages that were published before, and fails for one that is broken', async () => {
    const dir = await write('series', { incidents: 'id,date,title\na,2020,A\n' });
    await mkdir(join(dir, 'earlier'));
    await writeFile(join(dir, 'earlier', '1.zip'), 'not a zip');
    const { code, lines } = await check([dir]);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^.*\/series\/earlier\/1\.zip:-:- — .+ \[[a-z-]+\]$/);
    expect(lines.slice(1)).toEqual([
      `${dir}/earlier/1.zip: not usable, 1 problem`,
      `${dir}: 1 of 1 incident, 0 links, 0 actors, 0 sources, 0 problems`,
    ]);
  });

  it('fails a package that is not usable, and one that is not there', async () => {
    const { code, lines } = await check([join(folder, 'nothing'), folder]);
    expect(code).toBe(1);
    expect(lines.filter((line) => line.endsWith('[missing-descriptor]'))).toHaveLength(2);
  });

  it('warns of actors and sources that no row refers to, without failing', async () => {
    const dir = await write('idle', {
      incidents: 'id,date,title\na,2020,A\n',
      actors: 'id,name\nx,X\n',
      sources: 'id,publisher,title\ns,P,T\n',
    });
    const { code, lines } = await check([dir]);
    expect(code).toBe(0);
    expect(lines.slice(0, 2)).toEqual([
      `${dir}: warning: no row refers to the actor x`,
      `${dir}: warning: no row refers to the source s`,
    ]);
  });
});
