import { expect, test } from 'vitest';
import { webAddress } from './web-address';

test.each([
  ['https://example.org/a?b=c#d', true],
  ['HTTP://example.org', true],
  ['https://пример.рф/“a”', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['data:text/html,x', false],
  ['vbscript:x', false],
  ['//example.org', false],
  ['/etc/passwd', false],
  ['mailto:a@example.org', false],
  ['https://', false],
  ['https://a b', false],
  ['https://example.org/"onclick=x', false],
  ['LICENSE.txt', false],
  ['', false],
])('%j is an address of the web: %s', (text, is) => {
  expect(webAddress(text)).toBe(is ? text : null);
});
