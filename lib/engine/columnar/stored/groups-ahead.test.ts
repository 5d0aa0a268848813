import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { PackedValues } from '../columns/values';
import { GroupsAhead } from './groups-ahead';
import { SectionWriter } from './sections';
import { writeValues } from './values';

const CODEC = {
  checksum: (bytes: Uint8Array) => bytes.length,
  pack: (bytes: Uint8Array) => deflateRawSync(bytes),
  unpack: (bytes: Uint8Array) => inflateRawSync(bytes),
};

/** What is written of values, all at once or with what was packed before. */
function written(values: PackedValues<unknown>, ahead: GroupsAhead | null): Buffer {
  const bytes: Buffer[] = [];
  const writer = new SectionWriter((some) => void bytes.push(Buffer.from(some)), CODEC);
  writeValues(writer, 'notes', values, 10, ahead);
  return Buffer.concat(bytes);
}

const LONG = 'x'.repeat(40_000);

it.each([
  ['none', 0, 0],
  ['a part of a group', 31, 0],
  ['a group', 64, 32],
  ['groups of several pages', 2_005, 1_984],
])('what was packed before changes no byte of a column: %s', (_, size, packed) => {
  const [values, ahead] = [new PackedValues<unknown>(), new GroupsAhead(CODEC)];
  for (let at = 0; at < size; at++) {
    // Texts that hardly get smaller fill more than a page.
    const random = Array.from({ length: 900 }, (_, i) => Math.imul(at + 1, i + 7) % 7919).join('');
    values.push(at % 50 === 0 ? undefined : at % 51 === 0 ? LONG : `note ${at}\n“${random}”`);
    if (at % 37 === 0) ahead.take(values);
  }
  values.push('the last');
  expect(ahead.count).toBe(packed);
  expect(written(values, ahead).equals(written(values, null))).toBe(true);
});
