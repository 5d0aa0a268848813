import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, readCursor, writeCursor } from './cursor';

const revision = '0123456789abcdef'.repeat(4);

describe('cursors', () => {
  test('are read as they were written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (view, offset) => {
        const cursor = { revision, view: digest(view), offset };
        const text = writeCursor(cursor);
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(readCursor(text)).toEqual(cursor);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['another text', btoa('hello')],
    ['a negative offset', btoa(`${revision}.a.-1`)],
    ['too short a revision', btoa('abc.a.1')],
    ['a thousand characters', 'a'.repeat(1000)],
    ['a second way to write an offset', btoa(`${revision}.${digest('x')}.01`)],
  ])('are refused for %s', (_, text) => {
    expect(readCursor(text)).toBeNull();
  });

  test('tell one view from another', () => {
    const views = ['', 'actor=a', 'actor=b', 'from=2017', 'from=2018', 'sort=-fatalities', 'sort=fatalities'];
    expect(new Set(views.map(digest)).size).toBe(views.length);
  });
});
