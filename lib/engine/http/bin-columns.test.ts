import { expect, it } from 'vitest';
import type { BinValue } from '../../query/result';
import type { Day } from '../../time/day';
import { binColumns, binsOfColumns } from './bin-columns';

const value = (start: number, series: string | null, low: number | null): BinValue => ({
  ...{ start: start as Day, series, low, best: low === null ? null : low + 1 / 3 },
  ...{ high: low === null ? null : low + 2, basis: null },
});

const many = [
  ...Array.from({ length: 150 }, (_, at) => value(100, `group ${at}`, at)),
  value(107, null, 0),
  ...Array.from({ length: 150 }, (_, at) => value(121, `group ${at * 2}`, at % 3 === 0 ? null : at)),
];

it('many bins come back from text as they were', () => {
  const sent = JSON.stringify(binColumns({ bins: many }));
  expect(binsOfColumns(JSON.parse(sent))).toEqual({ bins: many });
  expect(sent.length * 2).toBeLessThan(JSON.stringify({ bins: many }).length);
});

it('few bins, and those that say what is behind a figure, are sent as they are', () => {
  expect(binColumns({ bins: many.slice(0, 100) })).toBeNull();
  const basis = { reported: 1, matched: 1 } as unknown as BinValue['basis'];
  expect(binColumns({ bins: [...many, { ...value(130, 'killed', 1), basis }] })).toBeNull();
});
