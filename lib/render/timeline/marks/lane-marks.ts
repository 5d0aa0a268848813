import type { BinValue, Mark } from '../../../query/result';
import { RELATIONS } from '../../../series/model';
import type { Lane } from '../lanes';

function strength({ relation }: Mark): number {
  return relation === null ? RELATIONS.length : RELATIONS.indexOf(relation);
}

/** Each incident once, with its strongest tie to any of the lane's groups. */
function mergeMarks(marks: readonly Mark[]): readonly Mark[] {
  const merged = new Map<string, Mark>();
  for (const mark of marks) {
    const known = merged.get(mark.id);
    if (!known || strength(mark) < strength(known)) merged.set(mark.id, mark);
  }
  return [...merged.values()];
}

function byLane<T>(
  lanes: readonly Lane[],
  values: readonly T[],
  groupOf: (value: T) => string | null,
): readonly T[][] {
  const index = new Map(lanes.flatMap((lane, i) => lane.members.map((member) => [member, i] as const)));
  const result: T[][] = lanes.map(() => []);
  for (const value of values) {
    const lane = index.get(groupOf(value));
    if (lane !== undefined) result[lane]?.push(value);
  }
  return result;
}

/** The marks of each lane, in their order; in the lane of folded groups an incident stands once. */
export function marksByLane(lanes: readonly Lane[], marks: readonly Mark[]): readonly (readonly Mark[])[] {
  return byLane(lanes, marks, ({ lane }) => lane).map((own, index) =>
    (lanes[index]?.members.length ?? 0) > 1 ? mergeMarks(own) : own,
  );
}

function addCells(a: BinValue, b: BinValue): BinValue {
  const add = (x: number | null, y: number | null) => (x ?? 0) + (y ?? 0);
  return { ...a, low: add(a.low, b.low), best: add(a.best, b.best), high: add(a.high, b.high) };
}

/** The bins of each lane, ascending; those of folded groups are added up. */
export function cellsByLane(
  lanes: readonly Lane[],
  bins: readonly BinValue[],
): readonly (readonly BinValue[])[] {
  return byLane(lanes, bins, ({ series }) => series).map((own) => {
    const sums = new Map<number, BinValue>();
    for (const bin of own) {
      const known = sums.get(bin.start);
      sums.set(bin.start, known ? addCells(known, bin) : bin);
    }
    return [...sums.values()];
  });
}
