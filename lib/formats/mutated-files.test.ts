import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { FormatError } from './errors/format-error';
import { DEFAULT_LIMITS } from './limits';
import { openFile } from './open-file';
import { blobSource } from './source/byte-source';

const RUNS = Number(process.env.FUZZ_RUNS ?? 60);
const CSV = `date;place;"a ""q"" b"\r\n${'2024-01-01;Köln;"x\ny"\r\n'.repeat(40)}`;
const RECORDS = Array.from({ length: 40 }, (_, n) => ({
  date: '2024-01-01',
  n,
  o: { a: [1, 2], 'b"': null },
  l: [{ url: 'u' }],
}));
const FEATURES = RECORDS.map((properties) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [1, 2] },
}));

async function workbook(): Promise<Uint8Array> {
  const rows = RECORDS.map(({ date, n }) => [
    { value: date },
    { value: n },
    { value: new Date(0), type: Date, format: 'yyyy-mm-dd' },
  ]);
  const write = writeXlsxFile as unknown as (data: unknown) => { toBuffer(): Promise<Buffer> };
  return new Uint8Array(
    await write([[{ value: 'date' }, { value: 'n' }, { value: 'd' }], ...rows]).toBuffer(),
  );
}

function parquet(): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'date', data: RECORDS.map(({ date }) => date), type: 'STRING' },
        { name: 'n', data: RECORDS.map(({ n }) => n), type: 'INT32' },
      ],
    }),
  );
}

const FILES: [string, () => Uint8Array | Promise<Uint8Array>][] = [
  ['CSV', () => strToU8(CSV)],
  ['CSV in gzip', () => gzipSync(CSV)],
  ['CSV in zip', () => zipSync({ 'a.csv': strToU8(CSV), 'b.csv': [strToU8(CSV), { level: 0 }] })],
  ['JSON', () => strToU8(JSON.stringify({ data: RECORDS }))],
  ['JSON lines', () => strToU8(RECORDS.map((one) => JSON.stringify(one)).join('\n'))],
  ['GeoJSON', () => strToU8(JSON.stringify({ type: 'FeatureCollection', features: FEATURES }))],
  ['XLSX', workbook],
  ['Parquet', parquet],
];

/** Some bytes changed, and perhaps the end cut off. */
const mutation = fc.record({
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)), {
    maxLength: 8,
  }),
  keep: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
});

function mutate(
  bytes: Uint8Array,
  { changes, keep }: { changes: [number, number][]; keep: number },
): Uint8Array {
  const made = bytes.slice(0, Math.ceil(bytes.length * keep));
  for (const [at, value] of changes) made[Math.floor(at * made.length)] = value;
  return made;
}

/** Opens and reads to the end; every row must have the width of the table. */
async function readAll(bytes: Uint8Array): Promise<void> {
  const opened = await openFile(blobSource(new Blob([bytes as BlobPart]), 'file'), {}, DEFAULT_LIMITS);
  if (opened.kind === 'refused') expect(opened.problems.length).toBeGreaterThan(0);
  if (opened.kind !== 'table') return;
  try {
    for await (const { rows } of opened.table.batches()) {
      for (const { cells } of rows) expect(cells.length).toBe(opened.table.columns.length);
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
}

describe('a damaged file', () => {
  it.each(FILES)('of %s is read or refused, and never throws or hangs', async (_, make) => {
    const bytes = await make();
    await readAll(bytes);
    await fc.assert(
      fc.asyncProperty(mutation, (one) => readAll(mutate(bytes, one))),
      { numRuns: RUNS, interruptAfterTimeLimit: 20_000 },
    );
  });
});
