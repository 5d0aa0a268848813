import type { Day } from '../../time/day';
import type { BinValue } from '../result';

/** What has fewer events in all can neither stand out nor be missed; nor has a region with fewer anything in it that could. */
export const LEAST_TOTAL = 3;

/** The counts of a group while they are read: where there are any, and how many. */
interface Sparse {
  readonly places: number[];
  readonly counts: number[];
  total: number;
}

/** The best counts of each group, by its id, on the bins that begin with `starts`; groups with fewer than {@link LEAST_TOTAL} are left out. */
export function countsOfGroups(
  bins: readonly BinValue[],
  starts: readonly Day[],
): ReadonlyMap<string, Float32Array> {
  const found = new Map<string, Sparse>();
  let place = 0;
  // Bins ascend, and so do the starts; bins that the window cuts are none of them.
  for (const { start, series, best } of bins) {
    while (place < starts.length && starts[place]! < start) place += 1;
    if (starts[place] !== start || best === null || best === 0) continue;
    const id = series ?? '';
    const own = found.get(id) ?? { places: [], counts: [], total: 0 };
    own.places.push(place);
    own.counts.push(best);
    own.total += best;
    found.set(id, own);
  }
  const enough = [...found].filter((entry) => entry[1].total >= LEAST_TOTAL - 1e-6);
  return new Map(enough.map(([id, sparse]) => [id, filled(sparse, starts.length)]));
}

function filled({ places, counts }: Sparse, length: number): Float32Array {
  const all = new Float32Array(length);
  places.forEach((place, at) => {
    all[place] = counts[at]!;
  });
  return all;
}

export const total = (counts: Float32Array) => counts.reduce((sum, count) => sum + count, 0);

/** The same for the same counts, and for no others but by a chance of less than one in 2^60. */
export function fingerprint(counts: Float32Array): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place]!;
    if (count === 0) continue;
    const known = Math.round(count * 1024) + place * 0x10001;
    one = Math.imul(one ^ known, 0x01000193);
    other = Math.imul(other + known, 0x85ebca6b) ^ (other >>> 13);
  }
  return `${one} ${other}`;
}

/** Whether the values of a field follow one another in time, as years do: each is a surge as it begins, and none of the world's. */
export function tellsTime(found: ReadonlyMap<string, Float32Array>): boolean {
  const spans = [...found.values()]
    .map((counts) => [counts.findIndex((n) => n > 0), counts.findLastIndex((n) => n > 0)] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return spans.length >= 3 && spans.every(([first], place) => place === 0 || first >= spans[place - 1]![1]);
}
