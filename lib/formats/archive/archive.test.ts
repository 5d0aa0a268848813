import { gzipSync } from 'node:zlib';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits';
import { blobSource } from '../source/byte-source';
import { joined, wholeLines } from '../source/unpacked-source';
import { entrySource } from './entry-source';
import { gunzipped } from './gzip-source';
import { readZip } from './zip-directory';

const source = (bytes: Uint8Array, name = 'a.bin') => blobSource(new Blob([bytes as BlobPart]), name);
const lines = Array.from({ length: 20_000 }, (_, at) => `${at},some text ${Math.sin(at)}\n`).join('');

async function textOf(from: { stream(): AsyncIterable<Uint8Array> }): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of from.stream()) parts.push(chunk);
  return new TextDecoder().decode(joined(parts));
}

describe('gzip', () => {
  it('gives all members, as often as asked', async () => {
    const bytes = joined([gzipSync(lines), gzipSync('second\n'), gzipSync('third\n')]);
    const made = await gunzipped(source(bytes, 'a.csv.gz'), 'a.csv.gz', DEFAULT_LIMITS);
    expect([made.name, made.size, made.torn()]).toEqual(['a.csv', lines.length + 13, null]);
    expect(await textOf(made)).toBe(`${lines}second\nthird\n`);
    expect(await textOf(made)).toBe(`${lines}second\nthird\n`);
  });

  it('gives the whole lines before a tear, and says so', async () => {
    const bytes = gzipSync(lines);
    const made = await gunzipped(source(bytes.subarray(0, bytes.length / 2), 'a.gz'), 'a.gz', DEFAULT_LIMITS);
    expect(made.torn()).not.toBeNull();
    const text = await textOf(wholeLines(made, 1e6));
    expect(text.length).toBeGreaterThan(lines.length / 4);
    expect(text.endsWith('\n')).toBe(true);
    expect(lines.startsWith(text)).toBe(true);
  });

  it.each([
    ['first member', 4],
    ['last member', 12],
  ])('sees a changed checksum of the %s', async (_, where) => {
    const one = gzipSync('first\n');
    const bytes = joined([one, gzipSync('second\n')]);
    const at = where === 4 ? one.length - 8 : bytes.length - 8;
    bytes[at] = bytes[at]! ^ 1;
    const made = await gunzipped(source(bytes), 'a.gz', DEFAULT_LIMITS);
    expect(made.torn()).toBe('its checksum does not match');
  });

  it('stops a bomb before it fills the memory', async () => {
    const bytes = gzipSync(new Uint8Array(80_000_000));
    await expect(gunzipped(source(bytes), 'a.gz', DEFAULT_LIMITS)).rejects.toThrow(/come out of/);
    const limits = { ...DEFAULT_LIMITS, unpackedBytes: 1000 };
    await expect(gunzipped(source(gzipSync(lines)), 'a.gz', limits)).rejects.toThrow(/more than 1000 bytes/);
  });
});

describe('zip', () => {
  const whole = zipSync({
    'one.csv': strToU8(lines),
    'é/two.csv': strToU8('a\n1\n'),
    'three.csv': [strToU8(lines), { level: 0 }],
  });

  it('lists its files with the names they have', async () => {
    const listing = await readZip(source(whole), 'a.zip', DEFAULT_LIMITS);
    expect(listing.damage).toBeNull();
    expect(listing.entries.map(({ name, unpacked }) => [name, unpacked])).toEqual([
      ['one.csv', lines.length],
      ['é/two.csv', 4],
      ['three.csv', lines.length],
    ]);
  });

  it.each([0, 1, 2])('gives file %i', async (at) => {
    const zip = source(whole);
    const { entries } = await readZip(zip, 'a.zip', DEFAULT_LIMITS);
    const entry = entrySource(zip, entries[at]!, 'x', DEFAULT_LIMITS);
    expect(await textOf(entry)).toBe(at === 1 ? 'a\n1\n' : lines);
    expect(entry.torn()).toBeNull();
  });

  it('finds what is whole in a zip that lost its end', async () => {
    const zip = source(whole.subarray(0, whole.length - lines.length / 2));
    const listing = await readZip(zip, 'a.zip', DEFAULT_LIMITS);
    expect(listing.damage).not.toBeNull();
    const [one, , three] = listing.entries.map((entry) => entrySource(zip, entry, 'x', DEFAULT_LIMITS));
    expect(await textOf(one!)).toBe(lines);
    expect(one!.torn()).toBeNull();
    const rest = await textOf(three!);
    expect(rest.length).toBeGreaterThan(1000);
    expect(three!.torn()).not.toBeNull();
  });

  it('finds the files of a streamed zip, whose sizes stand behind them, without its directory', async () => {
    const parts: Uint8Array[] = [];
    const zipper = new Zip((_, data) => parts.push(data));
    for (const name of ['one.csv', 'two.csv', 'three.csv']) {
      const file = new ZipDeflate(name);
      zipper.add(file);
      file.push(strToU8(lines + name), true);
    }
    zipper.end();
    const all = joined(parts);
    const torn = source(all.subarray(0, all.length - 1000));
    const { entries, damage } = await readZip(torn, 'a.zip', DEFAULT_LIMITS);
    expect([damage !== null, entries.map(({ name }) => name)]).toEqual([
      true,
      ['one.csv', 'two.csv', 'three.csv'],
    ]);
    const texts = await Promise.all(
      entries.map(async (entry) => {
        const unpacked = entrySource(torn, entry, 'x', DEFAULT_LIMITS);
        return [(await textOf(unpacked)).startsWith(lines), unpacked.torn() === null];
      }),
    );
    expect(texts).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ]);
  });

  it('sees changed bytes by their checksum', async () => {
    const bytes = whole.slice();
    const at = bytes.length - lines.length / 2;
    bytes[at] = bytes[at]! ^ 255;
    const zip = source(bytes);
    const { entries } = await readZip(zip, 'a.zip', DEFAULT_LIMITS);
    const three = entrySource(zip, entries[2]!, 'x', DEFAULT_LIMITS);
    await textOf(three);
    expect(three.torn()).toBe('its checksum does not match');
  });

  it('refuses more files than are looked at, and files that state an absurd size', async () => {
    const zip = source(whole);
    await expect(readZip(zip, 'a.zip', { ...DEFAULT_LIMITS, archiveEntries: 2 })).rejects.toThrow(/3 files/);
    const { entries } = await readZip(zip, 'a.zip', DEFAULT_LIMITS);
    const limits = { ...DEFAULT_LIMITS, unpackedBytes: 100 };
    expect(() => entrySource(zip, entries[0]!, 'x', limits)).toThrow(/more than 100 bytes/);
    expect(() => entrySource(zip, { ...entries[0]!, encrypted: true }, 'x', limits)).toThrow(/encrypted/);
  });
});
