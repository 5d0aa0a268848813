import { describe, expect, it } from 'vitest';
import { mergeShapes } from './merge-shapes';
import { movedOutline } from './moved-outline';
import { node } from './scene';

describe('a moved outline', () => {
  it.each([
    ['M-3.5,0A3.5,3.5 0 1 1 3.5,0Z', 'M6.5 20A3.5 3.5 0 1 1 13.5 20Z'],
    ['M-2,-2H2V2H-2Z', 'M8 18H12V22H8Z'],
    ['M0,-1L1,0L0,1Z', 'M10 19L11 20L10 21Z'],
  ])('has each point moved, and radii and flags as they were: %s', (d, moved) => {
    expect(movedOutline(d, 10, 20)).toBe(moved);
  });
});

describe('merged shapes', () => {
  it('are one path for each look, in the order of the looks, with gradients beneath them and all else above', () => {
    const mark = (x: number, fill: string) => node('path', { d: `M${x},5L${x + 1},6Z`, fill });
    const nodes = [
      node('rect', { x: 1, y: 2, width: 3, height: 4, fill: 'grey' }),
      mark(10, 'red'),
      node('text', { x: 1 }, 'a'),
      mark(20, 'blue'),
      mark(30, 'red'),
      node('rect', { x: 1, y: 2, width: 3, height: 4, rx: 2, fill: 'grey' }),
      node('rect', { x: 1, y: 2, width: 3, height: 4, fill: 'url(#fade)' }),
    ];
    expect(mergeShapes(nodes).map(({ tag, attrs }) => [tag, attrs.fill, attrs.d])).toEqual([
      ['rect', 'url(#fade)', undefined],
      ['path', 'grey', 'M1 6v-4h3v4'],
      ['path', 'red', 'M10,5L11,6ZM30,5L31,6Z'],
      ['path', 'blue', 'M20,5L21,6Z'],
      ['text', undefined, undefined],
      ['rect', 'grey', undefined],
    ]);
  });

  it('have texts that look alike in one group, each in its place', () => {
    const text = (x: number, words: string, fill: string) =>
      node('text', { x, y: 4, fill, 'font-size': 10 }, words);
    expect(mergeShapes([text(1, 'a', 'red'), text(2, 'b', 'blue'), text(3, 'c', 'red')])).toEqual([
      node('g', { fill: 'red', 'font-size': 10 }, [
        node('text', { x: 1, y: 4 }, 'a'),
        node('text', { x: 3, y: 4 }, 'c'),
      ]),
      text(2, 'b', 'blue'),
    ]);
  });
});
