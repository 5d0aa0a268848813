import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { appendToLog, type LogEntry, readLog } from './log';

let file = '';
beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'annals-log-')), 'revisions.jsonl');
});

function entry(digit: string, parent: string | null = null): LogEntry {
  return {
    ...{ revision: digit.repeat(64), parent: parent?.repeat(64) ?? null, time: '2024-06-24T12:00:00.000Z' },
    ...{ source: 'x.zip', importer: 'test/1' },
    counts: {
      ...{ incidents: 1, links: 0, actors: 0, sources: 0, problems: 2 },
      ...{ read: 5, skipped: 2, cells: 3, warnings: 1 },
    },
  };
}

describe('the log', () => {
  it('is empty where there is no file', async () => {
    expect(await readLog(file)).toEqual([]);
  });

  it('gives back what was appended, oldest first', async () => {
    await appendToLog(file, entry('a'));
    await appendToLog(file, entry('b', 'a'));
    expect(await readLog(file)).toEqual([entry('a'), entry('b', 'a')]);
  });

  it('passes over a torn last line, and the next line stands by itself', async () => {
    await appendToLog(file, entry('a'));
    await appendFile(file, JSON.stringify(entry('b')).slice(0, 90));
    expect(await readLog(file)).toEqual([entry('a')]);
    await appendToLog(file, entry('c', 'a'));
    expect(await readLog(file)).toEqual([entry('a'), entry('c', 'a')]);
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(4);
  });

  it('of an older version reads, with null for what it did not count', async () => {
    const { read: _, skipped: __, cells: ____, warnings: ___, ...counts } = entry('a').counts;
    await writeFile(file, `${JSON.stringify({ ...entry('a'), counts })}\n`);
    const unknown = { ...counts, read: null, skipped: null, cells: null, warnings: null };
    expect(await readLog(file)).toEqual([{ ...entry('a'), counts: unknown }]);
  });

  it('takes a whole last line that lacks only its end', async () => {
    await writeFile(file, JSON.stringify(entry('a')));
    await appendToLog(file, entry('b', 'a'));
    expect(await readLog(file)).toEqual([entry('a'), entry('b', 'a')]);
  });

  it('puts earlier publications before all others, each once, in the order in which they came', async () => {
    const earlier = (digit: string) => ({ ...entry(digit), earlier: true }) as const;
    const lines = [entry('c'), earlier('a'), earlier('b'), earlier('a'), entry('d', 'c')];
    for (const line of lines) await appendToLog(file, line);
    expect((await readLog(file)).map(({ revision }) => revision[0])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('counts a revision once that two processes wrote one after the other, and twice with another between', async () => {
    for (const digit of ['a', 'a', 'b', 'a']) await appendToLog(file, entry(digit));
    expect((await readLog(file)).map(({ revision }) => revision[0])).toEqual(['a', 'b', 'a']);
  });
});
