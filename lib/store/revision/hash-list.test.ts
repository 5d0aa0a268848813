import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { HashList } from './hash-list';

/** The lines of a list, one hash after the other. */
function linesOf(list: HashList): string[] {
  const text = Array.from(list.sortedLines(), (lines) => Buffer.from(lines).toString()).join('');
  return text.split('\n').slice(1);
}

/** A list that begins with hashes given as hexadecimal. */
function listOf(hashes: readonly string[]): HashList {
  const page = new Uint8Array(32 * hashes.length);
  hashes.forEach((hash, at) => void page.set(Buffer.from(hash, 'hex'), 32 * at));
  const list = new HashList();
  list.takeOver({ pages: [page], count: hashes.length });
  return list;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

it('gives the hashes of all texts in order, also of more than a page', () => {
  const texts = Array.from({ length: 70_000 }, (_, at) => `text ${at % 69_000}`);
  const list = new HashList();
  for (const text of texts) list.addText(text);
  const apart = new HashList();
  apart.takeOver(structuredClone(list.all()));
  expect(linesOf(apart)).toEqual(texts.map(hashOf).sort());
});

it('puts hashes in order that begin alike', () => {
  const begun = [
    ...['ab01ffffffff', 'ab01ffffffff', 'ab0100000000', 'ab0100000001', '000000000000'],
    ...['ab01fffffffe', 'ab0180000000', 'ab017fffffff'],
  ];
  const hashes = begun.map((prefix, at) => prefix + (9 - at).toString(16).padStart(52, '0'));
  expect(linesOf(listOf(hashes))).toEqual(hashes.toSorted());
});

it('goes on behind hashes that it took over, and takes none over twice', () => {
  const before = new HashList();
  before.addText('a');
  const list = new HashList();
  list.takeOver(before.all());
  list.addText('b');
  expect(linesOf(list)).toEqual(['a', 'b'].map(hashOf).sort());
  expect(() => list.takeOver(before.all())).toThrow('there are hashes already');
});
