import { Recent } from '../engine/columnar/selection/recent';
import type { BinsQuery, Query } from '../query/query';
import type { BinsResult, BinValue, MarksResult, ResultOf } from '../query/result';
import { readMarks, type SentMarks, sentMarks } from './sent-marks';

/** Fewer bins, or marks, are sent as they are. */
const MANY = 200;
/** Answers that either side remembers: those of a page, once by each measure or split. */
const REMEMBERED = 6;

/** An answer as a worker sends it: bins that the answer before had too are not sent again, and many marks go in columns. */
export type Sent =
  | { readonly kind: 'whole'; readonly result: ResultOf<Query> }
  | { readonly kind: 'marks'; readonly matched: number; readonly marks: SentMarks }
  | {
      readonly kind: 'moved';
      readonly head: readonly BinValue[];
      /** Where the bins between stood in the answer before; the last place exclusive. */
      readonly from: number;
      readonly to: number;
      readonly tail: readonly BinValue[];
    };

type Bins = readonly BinValue[];

/** The bins that came last for each query but its window. Both sides hear of the same answers in the same order. */
class LastBins {
  readonly #last = new Recent<{ bins: Bins }>(REMEMBERED);

  /** Puts bins in the place of those before, which are given. */
  replace(query: BinsQuery, bins: (before: Bins) => Bins): Bins {
    const { from: _, to: __, ...clauses } = query.filter;
    const kept = this.#last.get(JSON.stringify({ ...query, filter: clauses }), () => ({ bins: [] }));
    const before = kept.bins;
    kept.bins = bins(before);
    return before;
  }
}

/** Where a value stands among bins that ascend by their start; -1 where it does not. */
function placeOf(value: BinValue, bins: Bins): number {
  let [low, high] = [0, bins.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (bins[middle]!.start < value.start) low = middle + 1;
    else high = middle;
  }
  while (low < bins.length && bins[low]!.start === value.start && bins[low] !== value) low++;
  return bins[low] === value ? low : -1;
}

/** The longest run of values around the middle of bins that are the very same in the answer before. */
function commonRun(
  before: Bins,
  bins: Bins,
): { readonly at: number; readonly from: number; readonly to: number } {
  const middle = bins.length >>> 1;
  const place = placeOf(bins[middle]!, before);
  if (place < 0) return { at: 0, from: 0, to: 0 };
  let [from, to] = [place, place];
  const shift = middle - place;
  while (from > 0 && from + shift > 0 && before[from - 1] === bins[from - 1 + shift]) from--;
  while (to < before.length && to + shift < bins.length && before[to] === bins[to + shift]) to++;
  return { at: from + shift, from, to };
}

function isMany(query: Query, result: ResultOf<Query>): boolean {
  return query.kind === 'bins' && (result as BinsResult).bins.length >= MANY;
}

/** Many marks in columns; null for all other answers. */
function inColumns(query: Query, result: ResultOf<Query>): Sent | null {
  if (query.kind !== 'marks') return null;
  const { matched, marks } = result as MarksResult;
  const sent = marks.length < MANY ? null : sentMarks(marks);
  return sent && { kind: 'marks', matched, marks: sent };
}

/** The side that answers: what it sends of each answer. */
export function sentBins(): (query: Query, result: ResultOf<Query>) => Sent {
  const last = new LastBins();
  return (query, result) => {
    if (!isMany(query, result)) return inColumns(query, result) ?? { kind: 'whole', result };
    const { bins } = result as BinsResult;
    const before = last.replace(query as BinsQuery, () => bins);
    const { at, from, to } = commonRun(before, bins);
    if (from === to) return { kind: 'whole', result };
    return { kind: 'moved', head: bins.slice(0, at), from, to, tail: bins.slice(at + to - from) };
  };
}

/** The side that asked: the answers of what is sent, each of which must be read, in the order in which they come. */
export function readBins(): (query: Query, sent: Sent) => ResultOf<Query> {
  const last = new LastBins();
  return (query, sent) => {
    if (sent.kind === 'marks') return { matched: sent.matched, marks: readMarks(sent.marks) };
    if (sent.kind === 'whole') {
      if (isMany(query, sent.result))
        last.replace(query as BinsQuery, () => (sent.result as BinsResult).bins);
      return sent.result;
    }
    let bins: Bins = [];
    last.replace(query as BinsQuery, (before) => {
      bins = [...sent.head, ...before.slice(sent.from, sent.to), ...sent.tail];
      return bins;
    });
    return { bins };
  };
}
