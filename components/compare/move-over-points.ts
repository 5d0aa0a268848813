import type { KeyboardEvent } from 'react';

const POINTS = 'a[data-side]';

function middle(point: Element): number {
  const { left, width } = point.getBoundingClientRect();
  return left + width / 2;
}

/** The points of the next side that has any, above (−1) or beneath (1) in the order of the sides. */
function ofNextSide(points: readonly SVGAElement[], from: SVGAElement, step: 1 | -1): readonly SVGAElement[] {
  const sides = [...new Set(points.map(({ dataset }) => dataset.side))];
  const next = sides[sides.indexOf(from.dataset.side) + step];
  return points.filter(({ dataset }) => dataset.side === next);
}

function nextPoint(points: readonly SVGAElement[], from: SVGAElement | null, key: string) {
  if (from === null) return points[0];
  const own = points.filter(({ dataset }) => dataset.side === from.dataset.side);
  const at = own.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return own[at + 1];
    case 'ArrowLeft':
      return own[at - 1];
    case 'Home':
      return own[0];
    case 'End':
      return own.at(-1);
    default: {
      const x = middle(from);
      const beside = ofNextSide(points, from, key === 'ArrowDown' ? 1 : -1);
      return [...beside].sort((a, b) => Math.abs(middle(a) - x) - Math.abs(middle(b) - x))[0];
    }
  }
}

const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** Arrow keys on the chart of a comparison: along the points of a side, and to the nearest point of another. Each is a link that says what it counts. */
export function moveOverPoints(event: KeyboardEvent<HTMLElement>): void {
  if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const points = [...event.currentTarget.querySelectorAll<SVGAElement>(POINTS)];
  if (points.length === 0) return;
  event.preventDefault();
  const from = points.find((point) => point === document.activeElement) ?? null;
  nextPoint(points, from, event.key)?.focus();
}
