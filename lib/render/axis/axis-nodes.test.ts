import { describe, expect, it } from 'vitest';
import { labelPlaces } from './axis-nodes';

const tick = (x: number, label: string, major = false) => ({ x, label, major });

describe('the labels of an axis', () => {
  it('begin at their ticks, and end at the right edge where they would run over it', () => {
    const places = labelPlaces([tick(0, 'start'), tick(280, '48 months')], 300, 11);
    expect(places).toEqual([
      { x: 0, 'text-anchor': 'start' },
      { x: 300, 'text-anchor': 'end' },
    ]);
  });

  it('leave out what would touch a label before it', () => {
    const places = labelPlaces([tick(0, 'start'), tick(210, '42 months'), tick(290, '48 months')], 300, 11);
    expect(places.map((place) => place?.x ?? null)).toEqual([0, 210, null]);
  });

  it('leave out a minor label rather than a major one', () => {
    const places = labelPlaces([tick(0, 'Dec'), tick(12, 'Jan 2017', true), tick(90, 'Feb')], 300, 11);
    expect(places.map((place) => place?.x ?? null)).toEqual([null, 12, 90]);
  });
});
