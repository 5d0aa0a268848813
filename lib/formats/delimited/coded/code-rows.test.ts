import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Problem } from '../../../problems/problem';
import { DEFAULT_LIMITS } from '../../limits';
import type { RawBatch, RawRow } from '../../raw-table';
import type { ByteSource } from '../../source/byte-source';
import type { RowsRequest } from '../../source/rows-request';
import type { DelimitedLayout } from '../delimited-layout';
import { delimitedRows } from '../delimited-rows';
import { codedRows } from './code-rows';
import { RowsReader } from './coded-rows';
import type { CodedRows } from './sent-rows';

/** Bytes that come in parts of such sizes, in turn. */
function inParts(bytes: Uint8Array, sizes: readonly number[]): ByteSource {
  return {
    name: 'a.csv',
    size: bytes.length,
    async *stream() {
      for (let at = 0, part = 0; at < bytes.length; part++) {
        const to = at + (sizes[part % sizes.length] ?? 1);
        yield bytes.subarray(at, to);
        at = to;
      }
    },
    slice: async (from, to) => bytes.slice(from, to),
  };
}

function request(layout: Partial<DelimitedLayout>, width: number, limits = {}): RowsRequest {
  const columns = Array.from({ length: width }, (_, at) => ({ name: `c${at}`, hxl: null }));
  const plain = { encoding: 'utf-8', delimiter: ',', sepLine: false, before: 1, beforeLine: 1 };
  return {
    file: 'a.csv',
    layout: { ...plain, columns, named: width, ...layout },
    limits: { recordCharacters: 200, rows: DEFAULT_LIMITS.rows, ...limits },
  };
}

async function flat(batches: AsyncIterable<RawBatch>) {
  const [rows, problems]: [Pick<RawRow, 'line' | 'cells'>[], Problem[]] = [[], []];
  for await (const batch of batches) {
    for (const { line, cells } of batch.rows) rows.push({ line, cells });
    problems.push(...batch.problems);
  }
  return { rows, problems };
}

async function* unpacked(source: ByteSource, asked: RowsRequest): AsyncGenerator<RawBatch> {
  const reader = new RowsReader(asked.layout.columns.length);
  for await (const rows of codedRows(source, asked)) yield* reader.read(rows);
}

/** Reads bytes in parts, as coded rows and as text in one part. */
async function both(bytes: Uint8Array, sizes: readonly number[], asked: RowsRequest) {
  const wanted = await flat(delimitedRows(inParts(bytes, [bytes.length || 1]), asked));
  return { wanted, coded: await flat(unpacked(inParts(bytes, sizes), asked)) };
}

const plainCell = fc.constantFrom(
  '',
  'a',
  '7',
  'Ünïted',
  'a "b"',
  '"x, y"',
  '"say ""no"""',
  '"two\nlines"',
  '"\r"',
);
const oddCell = fc.constantFrom('"torn', '"loose" end', '"late"  ', '\0', '\ufffd', 'x'.repeat(201));
const lineBreak = fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n');

/** Lines of three cells, of which some are odd in one way or another. */
function lines(odd: number): fc.Arbitrary<string> {
  const cell = fc.oneof({ weight: 60, arbitrary: plainCell }, { weight: odd, arbitrary: oddCell });
  const width = fc.oneof({ weight: 40, arbitrary: fc.constant(3) }, { weight: odd, arbitrary: fc.nat(5) });
  const line = width.chain((cells) => fc.array(cell, { minLength: cells, maxLength: cells }));
  return fc
    .array(fc.tuple(line, lineBreak), { maxLength: 30 })
    .map((all) => all.map(([cells, end]) => cells.join(',') + end).join(''));
}

const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });

it.each([0, 1, 6])('reads the rows that are read as text, whatever is odd about them (%i)', async (odd) => {
  const property = fc.asyncProperty(lines(odd), sizes, fc.boolean(), async (text, parts, isEnded) => {
    const whole = `${'h1,h2,h3\n'}${isEnded ? text : text.replace(/[\r\n]+$/, '')}`;
    const { wanted, coded } = await both(new TextEncoder().encode(whole), parts, request({}, 3));
    expect(coded).toEqual(wanted);
  });
  await fc.assert(property, { numRuns: 600, seed: 20261130 });
});

it('reads bytes that are no text as text does, and a byte order mark not at all', async () => {
  const text = new TextEncoder().encode('\ufeffh1,h2\na,é\nb,é\n');
  const broken = Uint8Array.from([...text, 0x63, 0x2c, 0xc3, 0x0a, 0x64, 0x2c, 0xff, 0x0a]);
  for (const size of [1, 2, 3, 100]) {
    const { wanted, coded } = await both(broken, [size], request({}, 2));
    expect(coded).toEqual(wanted);
    expect(coded.rows.map(({ cells }) => cells.join())).toEqual(['a,é', 'b,é', 'c,\ufffd', 'd,\ufffd']);
    expect(coded.problems.map(({ code }) => code)).toEqual(['broken-text', 'broken-text']);
  }
});

it('begins behind remarks, a line of sep= and blank lines, and in other encodings', async () => {
  const head = 'sep=;\n\nA remark\n"of two\nlines"\n \nh1;h2\n';
  const rows = Array.from({ length: 2500 }, (_, at) => `${at};${at % 7 === 0 ? 'ж' : 'b'}\r\n`).join('');
  const layout = { delimiter: ';', sepLine: true, before: 3, beforeLine: 7 };
  for (const encoding of ['utf-8', 'utf-16le', 'windows-1251']) {
    const text = head + rows;
    const bytes =
      encoding === 'utf-8'
        ? new TextEncoder().encode(text)
        : encoding === 'utf-16le'
          ? new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer)
          : Uint8Array.from(text, (char) => (char === 'ж' ? 0xe6 : char.charCodeAt(0)));
    const { wanted, coded } = await both(bytes, [999], request({ ...layout, encoding }, 2));
    expect(coded).toEqual(wanted);
    expect(coded.rows).toHaveLength(2500);
    expect(coded.rows[7]).toEqual({ line: 15, cells: ['7', 'ж'] });
  }
});

it('gives cells without their rows, and no rows once the next have come', async () => {
  const bytes = new TextEncoder().encode(`h1,h2\n${'a,b\n'.repeat(600)}`);
  const kept: RawBatch[] = [];
  for await (const batch of unpacked(inParts(bytes, [5000]), request({}, 2))) {
    const { rows = 0, cell } = batch.cells ?? {};
    kept.push(batch);
    expect([rows, cell?.(0, 1), cell?.(rows - 1, 0)]).toEqual([kept.length < 3 ? 250 : 100, 'b', 'a']);
  }
  expect(kept.at(-1)!.rows).toHaveLength(100);
  expect(() => kept[0]!.rows).toThrow('after the next batch');
});

it('remembers texts no longer than it can, and none where hardly any comes again', async () => {
  const rows = Array.from({ length: 45_000 }, (_, at) => `${at},${at % 30_000},${at % 17_000},${at % 3}\n`);
  const bytes = new TextEncoder().encode(`h1,h2,h3,h4\n${rows.join('')}`);
  const coded = await flat(unpacked(inParts(bytes, [70_000]), request({}, 4)));
  expect(coded.rows.map(({ cells }) => `${cells.join()}\n`)).toEqual(rows);
});

it('hashes what is in a row: equal rows alike, however they are written, and others not', async () => {
  const cell = fc.constantFrom('', 'a', 'b', 'ab', 'é', '"a"', '"é"');
  const rowsOf3 = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(rowsOf3, async (rows) => {
      const text = `h1,h2,h3\n${rows.map((cells) => `${cells.join()}\n`).join('')}`;
      const found: (readonly [string, string])[] = [];
      for await (const batch of unpacked(inParts(new TextEncoder().encode(text), [50]), request({}, 3)))
        for (const { cells, content } of batch.rows) found.push([JSON.stringify(cells), String(content)]);
      const hashes = new Map(found);
      expect(found.every(([cells, hash]) => hashes.get(cells) === hash)).toBe(true);
      expect(new Set(hashes.values()).size).toBe(hashes.size);
    }),
    { numRuns: 100, seed: 20261130 },
  );
});

it('holds few long texts, and each once, however its bytes come', async () => {
  const [long, rows] = ['x'.repeat(90_000), 200];
  const text = Array.from({ length: rows }, (_, at) => `${at},${at}${long}\n`).join('');
  const asked = request({}, 2, { recordCharacters: DEFAULT_LIMITS.recordCharacters });
  const batches: CodedRows[] = [];
  for await (const batch of codedRows(
    inParts(new TextEncoder().encode(`h1,h2\n${text}`), [40_000, 999]),
    asked,
  ))
    batches.push(batch);
  expect(batches.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(rows);
  expect(Math.max(...batches.map((batch) => batch.texts.length))).toBeLessThan(5_000_000);
  // Long texts are not remembered from the second batch on, and are as many as rows.
  expect(batches.slice(1).every(({ isNew }) => isNew[1] === 1)).toBe(true);
  expect(batches.every(({ counts, lines }) => counts[1] === lines.length)).toBe(true);
});

it('lets the source go where it is left', async () => {
  const bytes = new TextEncoder().encode(`h1,h2\n${'a,b\n'.repeat(5000)}`);
  let open = 0;
  const source: ByteSource = {
    ...inParts(bytes, [5000]),
    async *stream() {
      open++;
      try {
        yield* inParts(bytes, [5000]).stream();
      } finally {
        open--;
      }
    },
  };
  for await (const _ of codedRows(source, request({}, 2))) break;
  expect(open).toBe(0);
  await expect(flat(unpacked(source, request({}, 2, { rows: 10 })))).rejects.toThrow('more than 10');
  expect(open).toBe(0);
});

it('takes one byte order mark off, and no more', async () => {
  for (const encoding of ['utf-8', 'utf-16le']) {
    const text = '\ufeff\ufeffa,b\nc,d\n';
    const bytes =
      encoding === 'utf-8'
        ? new TextEncoder().encode(text)
        : new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
    const layout = { encoding, before: 0, beforeLine: 0 };
    const { wanted, coded } = await both(bytes, [999], request(layout, 2));
    expect(coded).toEqual(wanted);
    expect(coded.rows[0]?.cells).toEqual(['\ufeffa', 'b']);
  }
});

it('knows where a line of sep= ends that comes in parts', async () => {
  const bytes = new TextEncoder().encode('sep=,\r\na,b\r\nc,d\r\n');
  for (const size of [3, 5, 6, 7, 8]) {
    const layout = { sepLine: true, before: 0, beforeLine: 0 };
    const { wanted, coded } = await both(bytes, [size], request(layout, 2));
    expect(coded).toEqual(wanted);
    expect(coded.rows.map(({ line, cells }) => `${line} ${cells.join()}`)).toEqual(['2 a,b', '3 c,d']);
  }
});

it('counts rows up to the limit, wherever they are read', async () => {
  const bytes = new TextEncoder().encode(`h1,h2\n${'a,b\n'.repeat(9)}"c"x,d\na,b\n`);
  const read = (rows: number) => flat(unpacked(inParts(bytes, [5]), request({}, 2, { rows })));
  await expect(read(8)).rejects.toThrow('more than 8 rows');
  await expect(read(10)).rejects.toThrow('more than 10 rows');
  expect((await read(11)).rows).toHaveLength(11);
});
