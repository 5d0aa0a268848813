import { expect, it } from 'vitest';
import { node } from '@/lib/render/scene/scene';
import { joinedDots } from './joined-dots';

const dot = (cx: number, fill = 'red') =>
  node('g', {}, [
    node('title', {}, `at ${cx}`),
    node('circle', { cx, cy: 2.005, r: 1.5, fill, stroke: 'red' }),
  ]);

it('draws full dots of one look as one line, and leaves hollow ones and links', () => {
  const link = node('a', { href: '/' }, [node('circle', { cx: 1, cy: 1, r: 1 })]);
  const scene = node('svg', {}, [node('g', {}, [dot(1), link, dot(5, 'white'), dot(7.25)])]);
  expect(joinedDots(scene)).toEqual(
    node('svg', {}, [
      node('g', {}, [
        node('path', {
          ...{ d: 'M1 2.01h0M7.25 2.01h0', fill: 'none', stroke: 'red' },
          ...{ 'stroke-width': 4, 'stroke-linecap': 'round' },
        }),
        link,
        dot(5, 'white'),
      ]),
    ]),
  );
});
