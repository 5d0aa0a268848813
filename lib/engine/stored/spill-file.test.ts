import { readdirSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { ColumnBuilder } from '../columnar/columns/dictionary';
import { Spills } from './spill-file';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annals-spill-'));
});

const spills = () => new Spills((at) => join(folder, `spill-${at}`));

it('texts that wait on the disk come back as they went, and nothing of them stays', () => {
  const all = spills();
  const texts = Array.from({ length: 5000 }, (_, at) =>
    at % 1700 === 3
      ? 'wide 😀 '.repeat(200_000)
      : ['', 'é', '\ud800', '\u0001x', 'plain'][at % 5]!.repeat(at % 90),
  );
  const [some, others] = [all.values<string>(), all.values<string | undefined>()];
  for (const text of texts) some.push(text);
  others.push(undefined);
  expect([...some]).toEqual(texts);
  expect(some.map((text, at) => text === texts[at])).not.toContain(false);
  expect([...others]).toEqual([undefined]);
  expect([some.at(7), some.at(5000), some.length]).toEqual([texts[7], undefined, 5000]);
  expect(readdirSync(folder)).toEqual([]);
  all.clear();
  expect(() => [...some]).toThrow();
});

it('numbers that wait on the disk come back in their order, as often as they are asked for', () => {
  const waiting = spills().numbers();
  const numbers = Uint32Array.from({ length: 700_001 }, (_, at) => (at * 2_654_435_761) >>> 0);
  for (let at = 0; at < numbers.length; at += 100_003) waiting.push(numbers.subarray(at, at + 100_003));
  for (const _ of [1, 2]) {
    const found = new Uint32Array(numbers.length);
    let size = 0;
    for (const some of waiting.all()) {
      found.set(some, size);
      size += some.length;
    }
    expect(size).toBe(numbers.length);
    expect(found.every((number, at) => number === numbers[at])).toBe(true);
  }
});

it('a column whose texts wait on the disk is the one whose texts are in memory', () => {
  const texts = Array.from({ length: 70_000 }, (_, at) => (at % 13 === 0 ? 'often' : `text ${at}`));
  const [held, spilled] = [undefined, () => spills().values<string>()].map((pack) => {
    const builder = new ColumnBuilder<string>(undefined, undefined, pack);
    for (const [row, text] of texts.entries()) builder.set(row, text);
    return builder.unordered(texts.length);
  });
  expect([...spilled!.values]).toEqual([...held!.values]);
  expect(spilled!.codes).toEqual(held!.codes);
  const values = [...spilled!.values];
  expect(Array.from(spilled!.codes, (code) => values[code])).toEqual(texts);
});
