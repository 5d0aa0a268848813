// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { OwnText } from './own-cell';

afterEach(cleanup);

it.each([
  ['2021-07-17', true],
  ['2021-07', true],
  ['before 2021-07-17', false],
  ['Rostov-on-Don', false],
])('keeps a date that a file writes in one line, and no other text: %s', (text, isWhole) => {
  const { container } = render(<OwnText kind="text" value={text} />);
  expect(container.querySelector('[data-whole]')?.textContent ?? null).toBe(isWhole ? text : null);
});
