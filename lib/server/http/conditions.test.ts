import { describe, expect, it } from 'vitest';
import { allowsPart, httpDate, isHeld } from './conditions';

const TIME = '2024-06-24T10:00:00.900Z';

describe('isHeld', () => {
  // Each row after RFC 9110, 8.8.3.2 (comparison), 13.1.2 and 13.1.3.
  it.each([
    ['the same tag', { 'if-none-match': '"a"' }, '"a"', true],
    ['a weak tag for a strong one', { 'if-none-match': 'W/"a"' }, '"a"', true],
    ['a strong tag for a weak one', { 'if-none-match': '"a"' }, 'W/"a"', true],
    ['one of a list', { 'if-none-match': '"b", W/"a" ,"c"' }, '"a"', true],
    ['any', { 'if-none-match': '*' }, '"a"', true],
    ['another tag', { 'if-none-match': '"b"' }, '"a"', false],
    ['a tag without its quotation marks', { 'if-none-match': 'a' }, '"a"', false],
    ['nothing', {}, '"a"', false],
    ['the second of the last change', { 'if-modified-since': 'Mon, 24 Jun 2024 10:00:00 GMT' }, '"a"', true],
    ['a later time', { 'if-modified-since': 'Mon, 24 Jun 2024 10:00:01 GMT' }, '"a"', true],
    ['an earlier time', { 'if-modified-since': 'Mon, 24 Jun 2024 09:59:59 GMT' }, '"a"', false],
    ['no time', { 'if-modified-since': 'yesterday' }, '"a"', false],
    [
      'another tag and a good time: the tag decides',
      { 'if-none-match': '"b"', 'if-modified-since': 'Mon, 24 Jun 2024 10:00:01 GMT' },
      '"a"',
      false,
    ],
  ])('with %s', (_, headers, etag, held) => {
    expect(isHeld(new Headers(headers as Record<string, string>), { etag, modified: TIME })).toBe(held);
  });

  it('makes nothing of a time where it is not known when the answer changed', () => {
    expect(isHeld(new Headers({ 'if-modified-since': httpDate(TIME) }), { etag: '"a"' })).toBe(false);
  });
});

describe('allowsPart', () => {
  it.each([
    [null, true],
    ['"a"', true],
    ['W/"a"', false],
    ['"b"', false],
    ['Mon, 24 Jun 2024 10:00:00 GMT', false],
  ])('with If-Range %s: %s', (condition, allowed) => {
    const headers = new Headers(condition === null ? {} : { 'if-range': condition });
    expect(allowsPart(headers, '"a"')).toBe(allowed);
  });
});
