import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader, type CsvRecord, type TornQuote } from './csv-records';

/** Records of a text that comes in parts of so many characters, and where it is torn. */
function readIn(text: string, part: number): { records: readonly CsvRecord[]; torn: TornQuote | null } {
  const reader = new CsvReader();
  const records: CsvRecord[] = [];
  const drain = () => {
    for (let record = reader.read(); record; record = reader.read()) records.push(record);
  };
  for (let at = 0; at < text.length; at += part) {
    reader.feed(text.slice(at, at + part));
    drain();
  }
  reader.feed(null);
  drain();
  return { records, torn: reader.torn };
}

const PARTS = [1, 2, 3, 7, 1000];

describe('a reader of CSV', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,', [['a', '']]],
    ['"x, y","say ""so"""\n', [['x, y', 'say "so"']]],
    ['a\n\n\nb\n', [['a'], ['b']]],
    ['', []],
    ['a\rb,c\n', [['a\rb', 'c']]],
  ])('reads %j', (text, expected) => {
    for (const part of PARTS) {
      const { records, torn } = readIn(text, part);
      expect([records.map(({ cells }) => cells), torn]).toEqual([expected, null]);
    }
  });

  it('counts the line on which a record begins, through quoted line ends and empty lines', () => {
    for (const part of PARTS) {
      expect(readIn('h\n"one\ntwo"\n\nlast\n', part).records).toEqual([
        { line: 1, cells: ['h'] },
        { line: 2, cells: ['one\ntwo'] },
        { line: 5, cells: ['last'] },
      ]);
    }
  });

  it.each([
    ['a\nb\n"never closed\nc\n', 3, 2],
    ['a,b"c\n', 1, 0],
    ['a\n"b"c\n', 2, 1],
    ['a\n"b\n","c"d\n', 2, 1],
    ['a\n"b"\rc\n', 2, 1],
    ['a\n"', 2, 1],
  ])('says where a quotation mark is torn in %j, and reads what is before it', (text, line, before) => {
    for (const part of PARTS) {
      const { records, torn } = readIn(text, part);
      expect([torn?.line, records.length]).toEqual([line, before]);
    }
  });

  it('reads back what csv-stringify writes, and counts the lines of it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', '\r\n', '|') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 20 }),
        (table, end, part) => {
          const text = stringify(table, { record_delimiter: end, quoted: true });
          const { records, torn } = readIn(text, part);
          expect(torn).toBeNull();
          expect(records.map(({ cells }) => cells)).toEqual(table);
          const before = (n: number) => stringify(table.slice(0, n), { record_delimiter: end, quoted: true });
          expect(records.map(({ line }) => line)).toEqual(table.map((_, n) => before(n).split('\n').length));
        },
      ),
    );
  });
});
