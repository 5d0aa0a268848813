// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Menu } from './menu';

afterEach(cleanup);

it('leaves its sheet as it was drawn until a hand comes to it, and then follows', () => {
  const { rerender } = render(<Menu label="Sort">one</Menu>);
  rerender(<Menu label="Sort">two</Menu>);
  expect(screen.queryByText('one')).toBeTruthy();
  fireEvent.focus(screen.getByText('Sort'));
  expect(screen.queryByText('two')).toBeTruthy();
  rerender(<Menu label="Sort">three</Menu>);
  expect(screen.queryByText('three')).toBeTruthy();
});
