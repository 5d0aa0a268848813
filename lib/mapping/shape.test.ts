import { expect, it } from 'vitest';
import { shapeOf } from './shape';

const shape = (...names: readonly string[]) => shapeOf(names.map((name) => ({ name })));

it('is the same whatever the order, the case and the blanks', () => {
  expect(shape('Event Date', 'Actor')).toBe(shape('actor ', 'EVENT  DATE'));
  expect(shape('Événement')).toBe(shape('E\u0301ve\u0301nement'));
});

it('differs where a column is more, less or other', () => {
  const shapes = [shape('a', 'b'), shape('a'), shape('a', 'c'), shape('ab'), shape(), shape('a', 'b', 'b')];
  expect(new Set(shapes).size).toBe(shapes.length);
});

it('is sixteen hex digits and stays as it is, for saved mappings are found by it', () => {
  expect(shape('date', 'place')).toMatch(/^[0-9a-f]{16}$/);
  // Worked out with another implementation of cyrb53, in Python.
  expect(shape('date', 'place')).toBe('bb3ee2ab34a57581');
});
