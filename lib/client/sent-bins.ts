import { Recent } from '../engine/columnar/selection/recent';
import { partsOfBins } from '../engine/columnar/sums/bins';
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

/** What came last for each query but its window. Both sides hear of the same answers in the same order. */
class Last<T> {
  readonly #last: Recent<{ value: T }>;

  constructor(
    remembered: number,
    private readonly nothing: T,
  ) {
    this.#last = new Recent(remembered);
  }

  /** Puts something in the place of what was before, which is given. */
  replace(query: BinsQuery | MarksQuery, next: (before: T) => T): T {
    const { from: _, to: __, ...clauses } = query.filter;
    const kept = this.#last.get(JSON.stringify({ ...query, filter: clauses }), () => ({
      value: this.nothing,
    }));
    const before = kept.value;
    kept.value = next(before);
    return before;
  }
}

const lastBins = () => new Last<BinsResult>(REMEMBERED, { bins: [] });
const lastMarks = () => new Last<readonly Mark[]>(REMEMBERED_MARKS, []);

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
  return query.kind === 'bins' && countBins(result as BinsResult) >= MANY;
}

function countBins(result: BinsResult): number {
  const parts = partsOfBins(result);
  return parts === undefined
    ? result.bins.length
    : parts.head.length + parts.between.length + parts.tail.length;
}

/** What is sent of bins after others. */
function movedBins(before: BinsResult, result: BinsResult): Sent {
  const [parts, partsBefore] = [partsOfBins(result), partsOfBins(before)];
  if (parts !== undefined && parts.between.length > 0 && parts.between === partsBefore?.between) {
    const from = partsBefore.head.length;
    return { kind: 'moved', head: parts.head, from, to: from + parts.between.length, tail: parts.tail };
  }
  const { bins } = result;
  const { at, from, to } = commonRun(before.bins, bins, placeOf);
  if (from === to) return { kind: 'whole', result };
  return { kind: 'moved', head: bins.slice(0, at), from, to, tail: bins.slice(at + to - from) };
}

function isManyMarks(query: Query, result: ResultOf<Query>): boolean {
  return query.kind === 'marks' && (result as MarksResult).marks.length >= MANY;
}

/** What is sent of many marks. */
function movedMarks(last: Last<readonly Mark[]>, query: MarksQuery, result: MarksResult): Sent {
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
    return movedBins(
      last.replace(query as BinsQuery, () => result as BinsResult),
      result as BinsResult,
    );
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
      if (isMany(query, sent.result)) last.replace(query as BinsQuery, () => sent.result as BinsResult);
      return sent.result;
    }
    let result: BinsResult = { bins: [] };
    last.replace(query as BinsQuery, (before) => {
      result = { bins: sent.head.concat(before.bins.slice(sent.from, sent.to), sent.tail) };
      return result;
    });
    return result;
  };
}
