import { Recent } from '../engine/columnar/selection/recent';
import type { BinsQuery, MarksQuery, Query } from '../query/query';
import type { BinsResult, BinValue, Mark, MarksResult, ResultOf } from '../query/result';
import { readMarks, type SentMarks, sentMarks } from './sent-marks';

/** Fewer bins, or marks, are sent as they are. */
const MANY = 200;
/** Answers that either side remembers: those of a page, once by each measure or split. */
const REMEMBERED = 6;
const REMEMBERED_MARKS = 2;

/** An answer as a worker sends it: bins and marks that the answer before had too are not sent again, and many marks go in columns. */
export type Sent =
  | { readonly kind: 'whole'; readonly result: ResultOf<Query> }
  | {
      readonly kind: 'marks';
      readonly matched: number;
      readonly head: SentMarks;
      readonly from: number;
      readonly to: number;
      readonly tail: SentMarks;
    }
  | {
      readonly kind: 'moved';
      readonly head: readonly BinValue[];
      /** Where the bins between stood in the answer before; the last place exclusive. */
      readonly from: number;
      readonly to: number;
      readonly tail: readonly BinValue[];
    };

type Bins = readonly BinValue[];

/** The list that came last for each query but its window. Both sides hear of the same answers in the same order. */
class LastLists<T> {
  readonly #last: Recent<{ list: readonly T[] }>;

  constructor(remembered: number) {
    this.#last = new Recent(remembered);
  }

  /** Puts a list in the place of the one before, which is given. */
  replace(query: BinsQuery | MarksQuery, list: (before: readonly T[]) => readonly T[]): readonly T[] {
    const { from: _, to: __, ...clauses } = query.filter;
    const kept = this.#last.get(JSON.stringify({ ...query, filter: clauses }), () => ({ list: [] }));
    const before = kept.list;
    kept.list = list(before);
    return before;
  }
}

const lastBins = () => new LastLists<BinValue>(REMEMBERED);
const lastMarks = () => new LastLists<Mark>(REMEMBERED_MARKS);

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

/** The longest run of values around the middle of a list that are the very same in the answer before. */
function commonRun<T>(
  before: readonly T[],
  bins: readonly T[],
  placeIn: (value: T, before: readonly T[]) => number,
): { readonly at: number; readonly from: number; readonly to: number } {
  const middle = bins.length >>> 1;
  const place = placeIn(bins[middle]!, before);
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

function isManyMarks(query: Query, result: ResultOf<Query>): boolean {
  return query.kind === 'marks' && (result as MarksResult).marks.length >= MANY;
}

/** What is sent of many marks. */
function movedMarks(last: LastLists<Mark>, query: MarksQuery, result: MarksResult): Sent {
  const { matched, marks } = result;
  const before = last.replace(query, () => marks);
  const { at, from, to } = commonRun(before, marks, (mark, all) => all.indexOf(mark));
  const [head, tail] = [marks.slice(0, at), marks.slice(at + to - from)].map(sentMarks);
  return head && tail ? { kind: 'marks', matched, head, from, to, tail } : { kind: 'whole', result };
}

/** The side that answers: what it sends of each answer. */
export function sentBins(): (query: Query, result: ResultOf<Query>) => Sent {
  const [last, marks] = [lastBins(), lastMarks()];
  return (query, result) => {
    if (isManyMarks(query, result)) return movedMarks(marks, query as MarksQuery, result as MarksResult);
    if (!isMany(query, result)) return { kind: 'whole', result };
    const { bins } = result as BinsResult;
    const before = last.replace(query as BinsQuery, () => bins);
    const { at, from, to } = commonRun(before, bins, placeOf);
    if (from === to) return { kind: 'whole', result };
    return { kind: 'moved', head: bins.slice(0, at), from, to, tail: bins.slice(at + to - from) };
  };
}

/** The side that asked: the answers of what is sent, each of which must be read, in the order in which they come. */
export function readBins(): (query: Query, sent: Sent) => ResultOf<Query> {
  const [last, lastOfMarks] = [lastBins(), lastMarks()];
  return (query, sent) => {
    if (sent.kind === 'marks') {
      const { matched, head, from, to, tail } = sent;
      let marks: readonly Mark[] = [];
      lastOfMarks.replace(query as MarksQuery, (before) => {
        marks = readMarks(head).concat(before.slice(from, to), readMarks(tail));
        return marks;
      });
      return { matched, marks };
    }
    if (sent.kind === 'whole') {
      if (isManyMarks(query, sent.result))
        lastOfMarks.replace(query as MarksQuery, () => (sent.result as MarksResult).marks);
      if (isMany(query, sent.result))
        last.replace(query as BinsQuery, () => (sent.result as BinsResult).bins);
      return sent.result;
    }
    let bins: Bins = [];
    last.replace(query as BinsQuery, (before) => {
      bins = sent.head.concat(before.slice(sent.from, sent.to), sent.tail);
      return bins;
    });
    return { bins };
  };
}
