import { type LaidPlace, type MapLayout, markValue } from './lay-map';

export type PlaceStep = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

const DIRECTIONS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

/** Marks by their figures, the largest first; as the list beside a map has them. */
export function byValue({ items }: MapLayout): readonly LaidPlace[] {
  return [...items].sort(
    (one, other) =>
      (markValue(other.mark) ?? -1) - (markValue(one.mark) ?? -1) || other.mark.matched - one.mark.matched,
  );
}

/** The mark that an arrow leads to: the nearest that lies more in its direction than beside it. Home and End lead to the largest and the smallest. */
export function stepPlace(layout: MapLayout, from: LaidPlace | null, step: PlaceStep): LaidPlace | null {
  const ordered = byValue(layout);
  if (from === null || step === 'first') return ordered[0] ?? null;
  if (step === 'last') return ordered.at(-1) ?? null;
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
