import { closeSync, openSync, writeSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { appendToLog, type LogEntry, readLog } from './log';
import { StoreError } from './store-error';

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

  it('passes over a torn last line, which the next line takes the place of', async () => {
    await appendToLog(file, entry('a'));
    await appendFile(file, JSON.stringify(entry('b')).slice(0, 90));
    expect(await readLog(file)).toEqual([entry('a')]);
    await appendToLog(file, entry('c', 'a'));
    expect(await readLog(file)).toEqual([entry('a'), entry('c', 'a')]);
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(3);
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

describe('a log whose bits turn', () => {
  it.each([1, 2, 3])('of %s lines never says something else: each of its bits', async (lines) => {
    for (let at = 0; at < lines; at++) await appendToLog(file, entry('abcde'[at]!));
    const bytes = await readFile(file);
    const whole = await readLog(file);
    // In place: to write the whole file for each bit takes as long as to read it.
    const written = openSync(file, 'r+');
    const put = (at: number, byte: number) => writeSync(written, Uint8Array.of(byte), 0, 1, at);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const [at, byte] = [bit >> 3, bytes[bit >> 3]!];
      put(at, byte ^ (1 << (bit & 7)));
      const read = await readLog(file).catch((error: unknown) => error);
      // A log of one line can look like one that a crash tore; then it says nothing, and the folder of the revision tells.
      const said = read instanceof StoreError || (lines === 1 && JSON.stringify(read) === '[]');
      if (!said) expect([bit, read]).toEqual([bit, whole]);
      put(at, byte);
    }
    closeSync(written);
    expect(await readLog(file)).toEqual(whole);
  });

  it('that lost its first line, or one between, is damaged', async () => {
    for (const digit of ['a', 'b', 'c']) await appendToLog(file, entry(digit));
    const [a, b, c] = (await readFile(file, 'utf8')).split('\n');
    for (const lines of [
      [b, c],
      [a, c],
      [b, a, c],
      [a, a, b, c],
    ]) {
      await writeFile(file, lines.map((line) => `${line}\n`).join(''));
      await expect(readLog(file)).rejects.toThrow(/line \d is not as it was written/);
    }
  });
});

describe('a log of an older version', () => {
  const old = (...entries: readonly LogEntry[]) => entries.map((one) => `${JSON.stringify(one)}\n`).join('');

  it('gets its seals when the next line is written, and says the same', async () => {
    await writeFile(file, old(entry('a'), entry('b', 'a')));
    expect(await readLog(file)).toEqual([entry('a'), entry('b', 'a')]);
    await appendToLog(file, entry('c', 'b'));
    expect(await readLog(file)).toEqual([entry('a'), entry('b', 'a'), entry('c', 'b')]);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => /,"seal":"[0-9a-f]{64}"\}$/.test(line))).toEqual([true, true, true]);
  });

  it('keeps its order where a crash tore a line', async () => {
    await writeFile(file, `${old(entry('a'))}${JSON.stringify(entry('b')).slice(0, 80)}\n${old(entry('c'))}`);
    await appendToLog(file, entry('d'));
    expect((await readLog(file)).map(({ revision }) => revision[0])).toEqual(['a', 'c', 'd']);
  });

  it('is damaged where a whole line says nothing that is known', async () => {
    await writeFile(file, old(entry('a')).replace('"importer"', '"imporuer"') + old(entry('b')));
    await expect(readLog(file)).rejects.toThrow('line 1 is not as it was written');
  });
});
