import { describe, expect, it } from 'vitest';
import { blobSource } from '../source/byte-source';
import { findEncoding } from './text-encoding';

const RUSSIAN = 'дата,место\n2020-01-01,Взрыв на рынке в Грозном\n2020-01-02,Нападение на пост полиции\n';
const GERMAN =
  'Datum,Ort\n2020-01-01,Anschlag auf ein Flüchtlingsheim in Köln\n2020-01-02,Überfall in Düsseldorf\n';
const PLAIN = `id,note\n${'1,nothing in particular happened\n'.repeat(60_000)}`;

/** The bytes of a text in an encoding of one byte a character, by the decoder's own table turned round. */
function encoded(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder(encoding);
  const codes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
  );
  return Uint8Array.from(text, (one) => codes.get(one) ?? 63);
}

function utf16(text: string, little: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
}

function find(parts: BlobPart[], wanted: string | null = null) {
  return findEncoding(blobSource(new Blob(parts), 'x.csv'), wanted);
}

describe('how a text is encoded', () => {
  it.each<[string, BlobPart[], string]>([
    ['ASCII', [PLAIN], 'utf-8'],
    ['UTF-8', [RUSSIAN], 'utf-8'],
    ['UTF-8 with a byte order mark', ['\ufeff', GERMAN], 'utf-8'],
    ['UTF-8 with a character across two chunks', ['a'.repeat(65_535), 'жжж'.repeat(50_000)], 'utf-8'],
    ['UTF-16 with a mark, little', [utf16(`\ufeff${RUSSIAN}`, true)], 'utf-16le'],
    ['UTF-16 with a mark, big', [utf16(`\ufeff${RUSSIAN}`, false)], 'utf-16be'],
    ['UTF-16 without a mark, little', [utf16(RUSSIAN, true)], 'utf-16le'],
    ['UTF-16 without a mark, big', [utf16(GERMAN, false)], 'utf-16be'],
    ['Windows-1251', [encoded(RUSSIAN, 'windows-1251')], 'windows-1251'],
    ['KOI8-R', [encoded(RUSSIAN, 'koi8-r')], 'koi8-r'],
    ['Windows-1252', [encoded(GERMAN, 'windows-1252')], 'windows-1252'],
    [
      'Windows-1252 with one word many times',
      [encoded(`ort\n${'Köln\n'.repeat(50)}`, 'windows-1252')],
      'windows-1252',
    ],
    ['Windows-1252 with its first letter far down', [PLAIN, encoded(GERMAN, 'windows-1252')], 'windows-1252'],
    [
      'Windows-1251 with its first letter far down',
      [PLAIN, encoded(RUSSIAN, 'windows-1251')],
      'windows-1251',
    ],
  ])('is found for %s, without a question', async (_, parts, encoding) => {
    expect(await find(parts)).toMatchObject({ encoding, questions: [] });
  });

  it('is still UTF-8 where a few bytes are broken, and says so', async () => {
    const found = await find([RUSSIAN.repeat(100), new Uint8Array([0xe9, 0x0a]), RUSSIAN]);
    expect(found).toMatchObject({ encoding: 'utf-8', questions: [] });
    expect(found?.notes).toEqual([
      'The text is UTF-8, but one place is not; each row with such a place is listed.',
    ]);
  });

  it('is asked where about as much is UTF-8 as is not', async () => {
    const found = await find([GERMAN, encoded(GERMAN, 'windows-1252')]);
    expect(found?.questions[0]?.options.map(({ value }) => value)).toEqual([
      'utf-8',
      'windows-1252',
      'windows-1251',
    ]);
  });

  it('is asked where one word is all there is to go by, with how it would read', async () => {
    const found = await find([PLAIN, encoded('2,Взрыв\n', 'windows-1251')]);
    expect(found?.encoding).toBe('windows-1251');
    expect(found?.questions[0]?.id).toBe('encoding');
    const labels = found?.questions[0]?.options.map(({ label }) => label);
    expect(labels).toContain('Windows-1251 (Cyrillic): Взрыв');
    expect(labels).toContain('Windows-1252 (Western European): Âçðûâ');
  });

  it('is what was asked for, by any name that decoders know', async () => {
    expect(await find([RUSSIAN], 'cp1251')).toMatchObject({ encoding: 'windows-1251' });
    expect(await find([RUSSIAN], 'klingon')).toBeNull();
  });
});

describe('words that one encoding makes words of, and another letters and signs', () => {
  it('are never taken for an alphabet that lacks some of their letters', async () => {
    // Two words of Russian, too few to be sure; as Hebrew they would have no letter for Г and М.
    const found = await find([encoded('Place\nГород Б\nМосква\n', 'windows-1251')]);
    const labels = found?.questions[0]?.options.map(({ label }) => label);
    expect(labels?.[0]).toBe('Windows-1251 (Cyrillic): Город Б Москва');
    expect(labels?.some((label) => label.includes('\ufffd'))).toBe(false);
  });

  it('are shown in each of them, and not settled as Western European', async () => {
    const found = await find([encoded('Place\nŁódź\nGdańsk\n', 'iso-8859-2')]);
    expect(found?.questions[0]?.options.map(({ value, label }) => [value, label.split(': ')[1]])).toEqual([
      ['windows-1250', 'ŁódĽ Gdańsk'],
      ['iso-8859-2', 'Łódź Gdańsk'],
      ['windows-1252', '£ód¼ Gdañsk'],
    ]);
  });
});
