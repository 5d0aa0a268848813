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

/** Bytes of a text in an encoding that TextEncoder cannot write, made with Python's codecs and written here as hex. */
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
/** A table of one title in such bytes, in so many rows. */
const table = (hex: string, rows = 1, delimiter = ',') =>
  Array.from({ length: rows }, (_, row) => [`${row}${delimiter}`, bytes(hex), `${delimiter}3\n`]).flat();

// 東京で爆発。三人が死亡。大阪駅前の表示、ソウルのテロ事件
const SHIFT_JIS =
  '938c8b9e82c5949a94ad81428e4f906c82aa8e809653814291e58de38977914f82cc955c8ea68141835c8345838b82cc8365838d8e968c8f';
const EUC_JP =
  'c5ecb5fea4c7c7fac8afa1a3bbb0bfcda4acbbe0cbb4a1a3c2e7bae5b1d8c1b0a4cec9bdbca8a1a2a5bda5a6a5eba4cea5c6a5edbbf6b7ef';
// 台北車站爆炸，造成三人死亡；功蓋許，高雄港，警方表示
const BIG5 =
  'a578a55fa8aeafb8c37aacb5a141b379a6a8a454a448a6baa460a146a55cbb5cb35ca141b0aab6afb4e4a141c4b5a4e8aaeda5dc';
// 北京地铁爆炸，造成三人死亡；新疆喀什，袭击者被击毙
const GB18030 =
  'b1b1bea9b5d8ccfab1acd5a8a3acd4ecb3c9c8fdc8cbcbc0cdf6a3bbd0c2bdaebfa6cab2a3accfaebbf7d5dfb1bbbbf7b1d0';
// 서울에서 폭발, 세 명 사망, 부산항, 경찰 발표, 테러 공격
const EUC_KR =
  'bcadbfefbfa1bcad20c6f8b9df2c20bcbc20b8ed20bbe7b8c12c20bacebbeac7d72c20b0e6c2fb20b9dfc7a52c20c5d7b7af20b0f8b0dd';
// פיצוץ בתל אביב שלושה הרוגים בירושלים ובחיפה
const HEBREW = 'f4e9f6e5f520e1faec20e0e1e9e120f9ece5f9e420e4f8e5e2e9ed20e1e9f8e5f9ece9ed20e5e1e7e9f4e4';

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

  it.each([
    ['Shift_JIS', SHIFT_JIS, 'shift_jis'],
    ['EUC-JP', EUC_JP, 'euc-jp'],
    ['Big5', BIG5, 'big5'],
    ['GB18030', GB18030, 'gb18030'],
    ['EUC-KR', EUC_KR, 'euc-kr'],
    ['ISO-8859-8', HEBREW, 'iso-8859-8'],
  ])('is found for %s, of one row or of many, without a question', async (_, hex, encoding) => {
    expect(await find(table(hex))).toMatchObject({ encoding, questions: [] });
    expect(await find(table(hex, 20, '|'))).toMatchObject({ encoding, questions: [] });
  });

  it('is not taken for Chinese where a delimiter may pass for half of a letter behind words of one alphabet', async () => {
    const words = 'взрыв Москва обстрел убит ранены полиция Дагестан нападение боевики Грозный'.split(' ');
    const rows = words.map((word, row) => `${row}|${word}|${words[(row * 3) % 10]}\n`).join('');
    expect(await find([encoded(rows, 'koi8-r')])).toMatchObject({ encoding: 'koi8-r', questions: [] });
  });

  it.each([
    ['that end as on old Macs', table(EUC_KR, 20).map((part) => (part === ',3\n' ? ',3\r' : part)), 'euc-kr'],
    ['that are one long cell', [bytes(`${GB18030}20`.repeat(1_000))], 'gb18030'],
    ['of which some have narrow letters', [...table(SHIFT_JIS, 20), bytes('c3dbb8'), '\n'], 'shift_jis'],
  ])('is found in lines %s', async (_, parts, encoding) => {
    expect(await find(parts)).toMatchObject({ encoding, questions: [] });
  });

  it('is found where few words come again and again, cut anywhere', async () => {
    // 北京, 新疆喀什 and 死亡 by turns.
    const words = ['b1b1bea9', 'd0c2bdaebfa6cab2', 'cbc0cdf6'];
    const rows = Array.from({ length: 3_000 }, (_, row) => [
      ...[...`${row},`].map((sign) => sign.charCodeAt(0)),
      ...[...bytes(words[row % 3]!), 10],
    ]).flat();
    const parts = Array.from({ length: Math.ceil(rows.length / 101) }, (_, at) =>
      Uint8Array.from(rows.slice(at * 101, (at + 1) * 101)),
    );
    const found = await find(parts);
    const answers = found?.questions[0]?.options.map(({ value }) => value) ?? [found?.encoding];
    expect(answers).toContain('gb18030');
    expect(found?.questions.length === 0 && found.encoding !== 'gb18030').toBe(false);
  });

  it.each([
    ['of Japanese', '938c8b9e', 'Shift_JIS (Japanese): 東京'],
    ['of Chinese', 'b1b1bea9b5d8ccfa', 'GB18030 (Chinese): 北京地铁'],
    ['of Chinese as in Taiwan', 'a578a55fa8aeafb8c37aacb5', 'Big5 (Chinese): 台北車站爆炸'],
    ['of Korean', 'bcadbfef', 'EUC-KR (Korean): 서울'],
    ['of Hebrew', 'f4e9f6e5f520e1faec20e0e1e9e1', 'ISO-8859-8 (Hebrew): פיצוץ בתל אביב'],
  ])('is asked where a few words %s are all there is to go by', async (_, hex, label) => {
    const found = await find(table(hex));
    expect(found?.questions[0]?.options.map((option) => option.label)).toContain(label);
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

  it.each([
    ['French', 'Orléans tués Moïse Évreux père Noël garçon Château blessé'],
    ['Spanish', 'Bogotá niño Cúcuta policía año Córdoba explosión'],
    ['Swedish', 'Malmö Göteborg skjutning på kvällen Västerås döda'],
    ['Portuguese', 'São Paulo explosão três mortos polícia João'],
  ])('are settled as Western European where they are %s', async (_, text) => {
    const found = await find([encoded(`place\n${text.replaceAll(' ', '\n')}\n`, 'windows-1252')]);
    expect(found).toMatchObject({ encoding: 'windows-1252', questions: [] });
  });
});
