import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv-rows';

function cellsOf(text: string): readonly (readonly string[])[] {
  const reading = readCsv(text);
  if (reading.kind === 'torn') throw new Error(reading.reason);
  return reading.records.map((record) => record.cells);
}

describe('readCsv', () => {
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
    ['\uFEFFa,b\n', [['a', 'b']]],
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
    expect(cellsOf(text)).toEqual(expected);
  });

  it('counts the line on which a record begins, through quoted line ends and empty lines', () => {
    const reading = readCsv('h\n"one\ntwo"\n\nlast\n');
    expect(reading).toEqual({
      kind: 'records',
      records: [
        { line: 1, cells: ['h'] },
        { line: 2, cells: ['one\ntwo'] },
        { line: 5, cells: ['last'] },
      ],
    });
  });

  it.each([
    ['a\nb\n"never closed\nc\n', 3],
    ['a,b"c\n', 1],
    ['a\n"b"c\n', 2],
  ])('says where a quotation mark is torn in %j', (text, line) => {
    expect(readCsv(text)).toMatchObject({ kind: 'torn', line });
  });

  it('reads back what csv-stringify writes, and counts the lines of it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', '\r\n', '|') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (table, end) => {
        const text = stringify(table, { record_delimiter: end, quoted: true });
        const reading = readCsv(text);
        if (reading.kind === 'torn') throw new Error(reading.reason);
        expect(reading.records.map(({ cells }) => cells)).toEqual(table);
        const before = (n: number) => stringify(table.slice(0, n), { record_delimiter: end, quoted: true });
        expect(reading.records.map(({ line }) => line)).toEqual(
          table.map((_, n) => before(n).split('\n').length),
        );
      }),
    );
  });
});
