import { beforeAll, expect, it } from 'vitest';
import { incident } from '../../../../testing/series/hand-made';
import { EVERYTHING } from '../../../query/info/everything';
import type { Incident } from '../../../series/model';
import { columnarEngine } from '../columnar-engine';
import type { Columns, SeriesFrame } from '../columns/columns';
import { ColumnsBuilder } from '../columns/columns-builder';

const field = {
  ...{ id: 'remark', label: 'Remark', kind: 'text', many: false, unit: null },
  ...{ aggregate: 'none', column: null, description: null },
} as const;
const FRAME = {
  actors: [],
  actorRelations: [],
  sources: [],
  regions: [],
  fields: [field],
} as unknown as SeriesFrame;

/** What means something among ids, or what bytes cannot hold, beside very many texts that each incident has of its own. */
const ODD = [
  'none',
  'several',
  '\\none',
  '\ud83d',
  '\ufffd',
  '\u0001',
  'ÉTÉ à Łódź',
  'İ',
  '',
  'A\0B\nC',
  '\ufeffX',
];
const SIZE = 70_000;

/** What the incident of a number says; each odd text stands twice, and every thousandth incident says nothing. */
function remarkOf(at: number): string | undefined {
  if (at % 1000 === 999) return undefined;
  return at >= SIZE - 2 * ODD.length ? ODD[(SIZE - 1 - at) >> 1] : `Remark ${at}`;
}

let columns: Columns;

beforeAll(async () => {
  const made = incident('x', '2020-01-01', []);
  const builder = new ColumnsBuilder();
  for (let at = 0; at < SIZE; at++) {
    const remark = remarkOf(at);
    builder.add({ ...made, id: `i${at}`, own: remark === undefined ? {} : { remark } } as Incident);
  }
  columns = await builder.finish(FRAME);
});

async function matched(...values: readonly string[]): Promise<number> {
  const filter = { ...EVERYTHING, own: [{ kind: 'values', key: '.remark', values }] as const };
  return (await columnarEngine(columns).run({ kind: 'total', filter, bin: 'year' })).matched;
}

it('counts the incidents that state one of very many texts, or none of them', async () => {
  expect(columns.ownValues('.remark').values.utf8).toBeDefined();
  expect(await matched('none')).toBe(SIZE / 1000);
  expect(await matched('Remark 7', 'Remark 8', 'Remark 999')).toBe(2);
  expect(await matched('Remark 7', 'none')).toBe(SIZE / 1000 + 1);
  expect(await matched('remark 7')).toBe(0);
  const ids = ['\\none', '\\several', '\\\\none', ...ODD.slice(3)];
  // The last incident says nothing in place of the first of them.
  expect(await Promise.all(ids.map((id) => matched(id)))).toEqual([1, ...ids.slice(1).map(() => 2)]);
  expect(await matched('several', '\\Remark 7')).toBe(0);
});
