import { stringify } from 'csv-stringify/browser/esm/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '@/testing/cpu-time';
import { RecordReader, type TextRecord } from './record-reader';

interface Options {
  readonly delimiter?: string;
  readonly limit?: number;
  readonly width?: number;
}

function read(
  parts: readonly string[],
  { delimiter = ',', limit = 1000, width }: Options = {},
): TextRecord[] {
  const reader = new RecordReader(delimiter, limit);
  reader.width = width ?? null;
  const records: TextRecord[] = [];
  const drain = () => {
    for (let record = reader.next(); record; record = reader.next()) records.push(record);
  };
  for (const part of parts) {
    reader.feed(part);
    drain();
  }
  reader.end();
  drain();
  return records;
}

const short = ({ line, state, cells }: TextRecord) => [line, state, ...cells];

describe('records of a delimited text', () => {
  it.each<[string, string, Options, unknown[][]]>([
    [
      'plain cells',
      'a,b\n1,2\n',
      {},
      [
        [1, 'whole', 'a', 'b'],
        [2, 'whole', '1', '2'],
      ],
    ],
    [
      'a last line without a break',
      'a,b\n1,',
      {},
      [
        [1, 'whole', 'a', 'b'],
        [2, 'unended', '1', ''],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      {},
      [
        [1, 'whole', 'a', 'b'],
        [2, 'whole', '1', '2'],
      ],
    ],
    [
      'CR alone',
      'a,b\r1,2\r',
      {},
      [
        [1, 'whole', 'a', 'b'],
        [2, 'whole', '1', '2'],
      ],
    ],
    [
      'all three mixed',
      'a\r\nb\rc\n\nd\n',
      {},
      [
        [1, 'whole', 'a'],
        [2, 'whole', 'b'],
        [3, 'whole', 'c'],
        [5, 'whole', 'd'],
      ],
    ],
    ['quotes', '"a,b","say ""hi"""\n', {}, [[1, 'whole', 'a,b', 'say "hi"']]],
    ['blanks after a closing mark', '"a" ,"b"\t\n', {}, [[1, 'whole', 'a', 'b']]],
    ['a mark inside a cell that is not quoted', '5" gun,6\'2"\n', {}, [[1, 'whole', '5" gun', '6\'2"']]],
    [
      'line breaks of three kinds inside cells',
      '"a\r\nb\rc\nd",e\nf,g\n',
      {},
      [
        [1, 'whole', 'a\r\nb\rc\nd', 'e'],
        [5, 'whole', 'f', 'g'],
      ],
    ],
    ['a tab as delimiter', '"a"\t\tb\n', { delimiter: '\t' }, [[1, 'whole', 'a', '', 'b']]],
    ['marks that are not doubled', '"he said "hi" twice",b\n', {}, [[1, 'loose', 'he said "hi" twice', 'b']]],
    ['text after a closing mark', '"a"b,c\n', {}, [[1, 'loose', '"a"b', 'c']]],
    [
      'a mark never closed',
      'a,b\n1,"x\n2,y\n',
      {},
      [
        [1, 'whole', 'a', 'b'],
        [2, 'torn', '1,"x'],
        [3, 'whole', '2', 'y'],
      ],
    ],
    [
      'a mark closed by the next that opens',
      '1,"x\n2,"y"\n3,z\n',
      {},
      [
        [1, 'torn', '1,"x'],
        [2, 'whole', '2', 'y'],
        [3, 'whole', '3', 'z'],
      ],
    ],
    [
      'a mark closed lines later by accident',
      '1,"x,p\n2,y,q"\n3,z,r\n',
      { width: 3 },
      [
        [1, 'torn', '1,"x,p'],
        [2, 'whole', '2', 'y', 'q"'],
        [3, 'whole', '3', 'z', 'r'],
      ],
    ],
    [
      'a file that ends in a quoted cell',
      '1,2\n3,"4',
      {},
      [
        [1, 'whole', '1', '2'],
        [2, 'torn', '3,"4'],
      ],
    ],
  ])('reads %s', (_, text, options, expected) => {
    expect(read([text], options).map(short)).toEqual(expected);
    expect(read([...text], options).map(short)).toEqual(expected);
  });

  it('passes over a line that is longer than the limit, and keeps how it begins', () => {
    const text = `a\n${'x'.repeat(5000)}\nb\n`;
    const records = read([text], { limit: 1000 });
    expect(records.map(({ line, state }) => [line, state])).toEqual([
      [1, 'whole'],
      [2, 'long'],
      [3, 'whole'],
    ]);
    expect(records[1]?.cells).toEqual(['x'.repeat(200)]);
  });

  it('gives up on a quoted cell at the limit and goes on with the next line', () => {
    const records = read([`"a\n${'b\n'.repeat(2000)}","c"\n`], { limit: 1000 });
    expect(records[0]).toEqual({ line: 1, state: 'torn', cells: ['"a'] });
    expect(records.filter(({ cells }) => cells[0] === 'b')).toHaveLength(2000);
    expect(records.at(-1)?.line).toBe(2002);
  });

  it('holds no more than the limit and one part of a line without an end', () => {
    const reader = new RecordReader(',', 10_000);
    let most = 0;
    for (let part = 0; part < 1000; part += 1) {
      reader.feed('x'.repeat(1000));
      while (reader.next()) most = Math.max(most, reader.held);
      most = Math.max(most, reader.held);
    }
    expect(most).toBeLessThanOrEqual(11_000);
  });

  it.each([
    ['a torn mark on every line', '"a\n', 100_000],
    ['a loose mark on every line', '"a"b\n', 100_000],
    ['doubled marks', '"""\n', 100_000],
    ['marks alone', '"', 300_001],
    ['delimiters alone', ',', 300_000],
    ['quoted blanks', '" ', 150_000],
  ])('needs time in proportion to %s', (_, unit, times) => {
    const took = cpuTime(() => {
      expect(read([unit.repeat(times)], { limit: 4_000_000, width: 3 }).length).toBeGreaterThan(0);
    });
    expect(took).toBeLessThan(5000);
  });
});

const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'ж', '"', ',', ';', '\t', '|', '\n', '\r', ' ', '1', '’'),
    maxLength: 8,
  }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

describe('whatever csv-stringify writes', () => {
  it('is read back as the same cells, in whatever parts it comes', () => {
    const property = fc.property(
      table,
      fc.constantFrom(',', ';', '\t', '|', '~'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      (rows, delimiter, record_delimiter, quoted, step) => {
        const text = stringify(rows, { delimiter, record_delimiter, quoted, quoted_match: /[\r\n"]/ });
        const parts = Array.from({ length: Math.ceil(text.length / step) }, (_, at) =>
          text.slice(at * step, (at + 1) * step),
        );
        const records = read(parts, { delimiter });
        expect(records.map(({ cells }) => cells)).toEqual(rows);
        const breaks = (cells: readonly string[]) => cells.join('').split(/\r\n|\r|\n/).length;
        expect(records.at(-1)?.line).toBe(
          1 +
            rows
              .slice(0, -1)
              .reduce((lines, cells) => lines + cells.reduce((sum, one) => sum + breaks([one]) - 1, 1), 0),
        );
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  it('is read the same in one part and in many, even where it is torn', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 60 });
    const property = fc.property(text, fc.option(fc.integer({ min: 1, max: 4 })), (one, width) => {
      const options = width === null ? {} : { width };
      const whole = read([one], options);
      expect(read([...one], options)).toEqual(whole);
      const lines = one.split(/\r\n|\r|\n/).length;
      expect(whole.every(({ line }, at) => line > (whole[at - 1]?.line ?? 0) && line <= lines)).toBe(true);
    });
    fc.assert(property, { numRuns: 3000 });
  });
});
