import { expect, it } from 'vitest';
import { filter } from '../../testing/series/hand-made';
import type { BinsQuery, MarksQuery } from '../query/query';
import type { BinValue, Mark } from '../query/result';
import { readBins, sentBins } from './sent-bins';

const value = (start: number, series: string, best: number): BinValue =>
  ({ start, series, low: best, best, high: best, basis: null }) as unknown as BinValue;
const query = (from: number, to: number, split: 'actor' | 'type' = 'actor') =>
  ({
    ...{ kind: 'bins', filter: filter({ from: from as never, to: to as never }), bin: 'year', split },
    ...{ measure: 'incidents', stacked: false, beyond: null },
  }) as BinsQuery;

/** Bins of 40 groups a year; whole ones are the same values each time, those at the ends are of the window. */
const whole = Array.from({ length: 60 * 40 }, (_, at) => value(Math.floor(at / 40), `a${at % 40}`, at));
const end = (start: number, window: number) =>
  Array.from({ length: 40 }, (_, at) => value(start, `a${at}`, window + at / 100));
const windowOf = (first: number, last: number) => ({
  bins: [
    ...end(first, first * last),
    ...whole.slice((first + 1) * 40, last * 40),
    ...end(last, first - last),
  ],
});

it('sends of bins that move with a window only those that the answer before had not', () => {
  const [send, read] = [sentBins(), readBins()];
  const sizes: number[] = [];
  for (const [first, last] of [
    [5, 40],
    [5, 41],
    [6, 41],
    [8, 50],
    [1, 3],
    [20, 59],
    [20, 59],
  ] as const) {
    const result = windowOf(first, last);
    const sent = structuredClone(send(query(first, last), result));
    sizes.push(sent.kind === 'moved' ? sent.head.length + sent.tail.length : result.bins.length);
    expect(read(query(first, last), sent)).toEqual(result);
  }
  expect(sizes).toEqual([36 * 40, 3 * 40, 80, 11 * 40, 3 * 40, 11 * 40, 80]);
});

it('keeps answers to different questions apart, and sends few bins as they are', () => {
  const [send, read] = [sentBins(), readBins()];
  for (const split of ['actor', 'type', 'actor', 'type'] as const) {
    const result = windowOf(5, split === 'actor' ? 40 : 30);
    expect(read(query(5, 40, split), structuredClone(send(query(5, 40, split), result)))).toEqual(result);
  }
  const few = { bins: whole.slice(0, 10) };
  expect(send(query(0, 1), few)).toEqual({ kind: 'whole', result: few });
});

it('sends of marks that move with a window only those that the answer before had not', () => {
  const mark = (at: number) =>
    ({
      ...{ id: `i${at}`, lane: null, title: `Incident ${at}`, date: { edtf: String(at) } },
      ...{ fatalities: { low: 1, best: 1, high: 1 }, relation: null, certainty: null, disputed: false },
      ...{ inLow: true, inBest: true, viewLow: true, viewBest: true },
    }) as unknown as Mark;
  const all = Array.from({ length: 1000 }, (_, at) => mark(at));
  const [send, read] = [sentBins(), readBins()];
  const sizes: number[] = [];
  for (const [first, last] of [
    [100, 500],
    [110, 505],
    [90, 480],
    [600, 900],
    [0, 100],
    [595, 900],
  ] as const) {
    const asked = {
      kind: 'marks',
      filter: filter({ from: first as never, to: last as never }),
      split: 'none',
    };
    const result = { matched: last - first, marks: all.slice(first, last) };
    const sent = structuredClone(send(asked as MarksQuery, result));
    sizes.push(sent.kind === 'marks' ? sent.head.looks.length + sent.tail.looks.length : result.marks.length);
    expect(read(asked as MarksQuery, sent)).toEqual(result);
  }
  expect(sizes).toEqual([400, 5, 20, 300, 100, 5]);
});
