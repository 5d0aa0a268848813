import { describe, expect, it } from 'vitest';
import { markOf, placesOf, sampleMap } from '../../../testing/pictures/map-sample';
import { crowdedPart } from './crowded-part';
import { layMap } from './lay-map';

/** Marks of one incident each in a square of so many degrees, and others in two places far from it. */
function laid(degrees: number, far: number) {
  const heap = Array.from({ length: 20 }, (_, n) =>
    markOf(`town ${51 + (degrees * (n % 5)) / 4} ${9 + (degrees * Math.floor(n / 5)) / 3}`, 'iskp:1'),
  );
  const others = Array.from({ length: far }, (_, n) =>
    markOf(`town ${48 + n / 100} ${n % 2 ? 8.5 : 11.5}`, 'iskp:1'),
  );
  return layMap(sampleMap(placesOf([...heap, ...others])), 700);
}

describe('the crowded part of a map', () => {
  it('is where much of what is counted lies, without what lies apart', () => {
    const layout = laid(0.2, 4);
    const part = crowdedPart(layout)!;
    expect(part.marks).toBe(20);
    const [left, top, right, bottom] = part.corners;
    const inside = layout.items.filter(({ x, y }) => x > left && x < right && y > top && y < bottom);
    expect(inside).toHaveLength(20);
  });

  it('has all that lies in one heap of a few pixels, though some of it lie closer still', () => {
    const heap = Array.from({ length: 12 }, (_, n) =>
      markOf(`town ${50 + 0.00009 * (n % 4)} ${10 + 0.0001 * Math.floor(n / 4)}`, 'iskp:1'),
    );
    expect(crowdedPart(layMap(sampleMap(placesOf(heap)), 700))!.marks).toBe(12);
  });

  it.each([
    ['marks have room', laid(2, 4)],
    ['nothing lies elsewhere, so that the map is of that part', layMap(sampleMap(placesOf([], {})), 700)],
  ])('is none where %s', (_, layout) => {
    expect(crowdedPart(layout)).toBeNull();
  });
});
