import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits';
import { openFile } from '../open-file';
import type { RawBatch, RawTable } from '../raw-table';
import { blobSource } from '../source/byte-source';
import { batchesOfLater, buffersOfLater, giveRows } from './rows-apart';

/** Threads that were started. */
let started = 0;

/** A text that is opened as a table; the rows of the second come by a port. */
async function tables(text: string, rows = DEFAULT_LIMITS.rows): Promise<readonly [RawTable, RawTable]> {
  const source = blobSource(new Blob([text]), 'a.csv');
  const apart = {
    ...source,
    startRows(request: Parameters<typeof giveRows>[2]) {
      started++;
      const { port1, port2 } = new MessageChannel();
      void giveRows(port2, source, request);
      return { port: port1, failed: new Promise<never>(() => undefined), end: () => port2.close() };
    },
  };
  const opened = await Promise.all(
    [source, apart].map((one) => openFile(one, {}, { ...DEFAULT_LIMITS, rows })),
  );
  return opened.map((one) => (one.kind === 'table' ? one.table : null)) as [RawTable, RawTable];
}

async function read(table: RawTable, signal?: AbortSignal): Promise<readonly RawBatch[]> {
  const batches: RawBatch[] = [];
  for await (const { rows, problems, bytes } of table.batches(signal))
    batches.push({ rows, problems, bytes });
  return batches;
}

/** The rows and what is said of them, however they were parted into batches. */
function flat(batches: readonly RawBatch[]) {
  const problems = batches.flatMap((batch) => batch.problems);
  const rows = batches.flatMap(({ rows }) => rows.map(({ line, cells }) => ({ line, cells })));
  return { rows, problems, bytes: batches.at(-1)?.bytes };
}

const LONG = Array.from({ length: 3000 }, (_, at) => `${at},"a ""quoted"" one, ${at}",\n`).join('');

describe('rows that a thread reads', () => {
  it.each([
    ['many', `id,text,empty\n${LONG}`],
    ['with line breaks and accents', `id,text\n1,"one\ntwo"\n2,é\u0000è\n3,\n4,${'and more, '.repeat(40)}\n`],
    ['too long and too short', 'id,text\n1,a,b,c\n2\n3,"torn\n4,b'],
    ['in one column', 'id\n1\n\n2\n'],
  ])('are those of the table: %s', async (_, text) => {
    const [here, apart] = await tables(text);
    const wanted = await read(here);
    expect(wanted.length).toBeGreaterThan(0);
    expect(flat(await read(apart))).toEqual(flat(wanted));
    // A table is read as often as wanted.
    expect(flat(await read(apart))).toEqual(flat(wanted));
  });

  it('end with the same error', async () => {
    const [here, apart] = await tables(`id,text,empty\n${LONG}`, 100);
    await expect(read(here)).rejects.toThrow('more than 100 rows');
    await expect(read(apart)).rejects.toThrow('more than 100 rows');
  });

  it('stop where nobody waits for them', async () => {
    const [, apart] = await tables(`id,text,empty\n${LONG}`);
    const controller = new AbortController();
    const work = async () => {
      for await (const _ of apart.batches(controller.signal)) controller.abort();
    };
    await expect(work()).rejects.toThrow('abort');
  });

  it('are read once for two whole readings, with a look at the first between them, and kept no longer', async () => {
    const [here, apart] = await tables(`id,text,empty\n${LONG}`);
    const wanted = flat(await read(here));
    started = 0;
    const look = async () => {
      for await (const { rows } of apart.batches()) return rows[0]?.cells[0];
    };
    expect(flat(await read(apart))).toEqual(wanted);
    expect([await look(), await look(), started]).toEqual(['0', '0', 1]);
    expect(flat(await read(apart))).toEqual(wanted);
    expect(started).toBe(1);
    for (const times of [2, 3]) {
      expect(flat(await read(apart))).toEqual(wanted);
      expect(started).toBe(times);
    }
  });

  it('are given away in halves after a reading, of which the later builds on nothing of the first', async () => {
    // Columns of which all cells, some, and hardly any differ, and one that begins anew once it holds too many texts.
    const rows = Array.from({ length: 40_000 }, (_, at) => `${at},${at % 17_000},${at % 3},é${at % 700}\n`);
    for (const text of [`a,b,c,d\n${rows.join('')}`, `a,b,c,d\n${rows.slice(0, 9_000).join('')}"torn`]) {
      const [here, apart] = await tables(text);
      const wanted = flat(await read(here));
      expect(apart.halves!()).toBeNull();
      await read(apart);
      const { first, later } = apart.halves!()!;
      const sent = structuredClone(later, { transfer: buffersOfLater(later) });
      const from = async (batches: AsyncIterable<RawBatch>) => read({ ...here, batches: () => batches });
      const [before, after] = [flat(await from(first())), flat(await from(batchesOfLater(sent, 4)))];
      expect([...before.rows, ...after.rows]).toEqual(wanted.rows);
      expect([...before.problems, ...after.problems]).toEqual(wanted.problems);
      expect([before.bytes, after.bytes]).toEqual([later.from, wanted.bytes]);
      expect(before.rows.length / wanted.rows.length).toBeCloseTo(0.5, 0);
      // They are read anew.
      expect(apart.halves!()).toBeNull();
      expect(flat(await read(apart))).toEqual(wanted);
      expect(apart.halves!()).toBeNull();
    }
  });

  it('are an error where the thread is gone', async () => {
    const source = blobSource(new Blob(['id,text\n1,a\n']), 'a.csv');
    const lost = {
      ...source,
      startRows: () => {
        const failed = Promise.reject<never>(new Error('it has ended'));
        return { port: new MessageChannel().port1, failed, end: () => undefined };
      },
    };
    const opened = await openFile(lost, {}, DEFAULT_LIMITS);
    if (opened.kind !== 'table') throw new Error('no table');
    await expect(read(opened.table)).rejects.toThrow('it has ended');
  });
});
