import { type LaidPlace, type MapLayout, markValue, type ShownMark } from './lay-map';

export type PlaceStep = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

const DIRECTIONS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

/** Things by the figures of their marks, the largest first; each figure is worked out once, for there are thousands. */
function ranked<T>(all: readonly T[], markOf: (one: T) => ShownMark): readonly T[] {
  return all
    .map((one) => ({ one, value: markValue(markOf(one)) ?? -1, matched: markOf(one).matched }))
    .sort((a, b) => b.value - a.value || b.matched - a.matched)
    .map(({ one }) => one);
}

/** Marks by their figures, the largest first. */
export function byValue({ items }: Pick<MapLayout, 'items'>): readonly LaidPlace[] {
  return ranked(items, ({ mark }) => mark);
}

/** All that a map counts in a place or region of its own, the largest first, with regions of which there is no outline: the list beside it. */
export function listedMarks({ items, lost }: MapLayout): readonly ShownMark[] {
  return ranked([...items.map(({ mark }) => mark), ...lost], (mark) => mark);
}

/** The mark that an arrow leads to: the nearest that lies more in its direction than beside it. Home and End lead to the largest and the smallest. */
export function stepPlace(layout: MapLayout, from: LaidPlace | null, step: PlaceStep): LaidPlace | null {
  if (from === null || step === 'first') return byValue(layout)[0] ?? null;
  if (step === 'last') return byValue(layout).at(-1) ?? null;
  const [dx, dy] = DIRECTIONS[step];
  let [found, least]: [LaidPlace | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const item of layout.items) {
    const along = (item.x - from.x) * dx + (item.y - from.y) * dy;
    const beside = Math.abs((item.x - from.x) * dy) + Math.abs((item.y - from.y) * dx);
    if (along <= 0.01 || beside > along * 1.5) continue;
    const far = along + 2 * beside;
    if (far < least) [found, least] = [item, far];
  }
  return found ?? from;
}
