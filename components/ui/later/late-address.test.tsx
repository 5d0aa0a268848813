// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renewAddresses, useLateAddress } from './late-address';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'requestIdleCallback', 'performance'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Link({ name, make }: { readonly name: string; readonly make: () => string }) {
  const { ref, href } = useLateAddress(make);
  return (
    <a ref={ref} href={href}>
      <span>{name}</span>
    </a>
  );
}

const address = (name: string) => screen.getByText(name).parentElement?.getAttribute('href');

it('stands in a new link, and follows in one that is drawn anew once no link was for a while', () => {
  const make = vi.fn(() => '/b');
  const { rerender } = render(<Link name="one" make={() => '/a'} />);
  expect(address('one')).toBe('/a');
  rerender(<Link name="one" make={make} />);
  vi.advanceTimersByTime(150);
  rerender(<Link name="one" make={make} />);
  vi.advanceTimersByTime(150);
  expect([address('one'), make.mock.calls.length]).toEqual(['/a', 0]);
  vi.advanceTimersByTime(1000);
  expect([address('one'), make.mock.calls.length]).toEqual(['/b', 1]);
});

it('follows in links that are not drawn anew, when it is said that they lead elsewhere', () => {
  let view = '/a';
  render(<Link name="one" make={() => view} />);
  view = '/b';
  renewAddresses();
  vi.advanceTimersByTime(1000);
  expect(address('one')).toBe('/b');
});

it('is written before a hand, a copy or a print can read it', () => {
  let view = '/a';
  render(
    <>
      <Link name="one" make={() => view} />
      <Link name="two" make={() => `${view}/two`} />
    </>,
  );
  view = '/b';
  fireEvent.pointerDown(screen.getByText('one'));
  expect([address('one'), address('two')]).toEqual(['/b', '/a/two']);
  view = '/c';
  fireEvent.focusIn(screen.getByText('two'));
  expect(address('two')).toBe('/c/two');
  view = '/d';
  fireEvent(window, new Event('beforeprint'));
  expect([address('one'), address('two')]).toEqual(['/d', '/d/two']);
});

it('is nobody’s once its link has left the page', () => {
  const make = vi.fn(() => '/a');
  render(<Link name="one" make={make} />).unmount();
  renewAddresses();
  vi.advanceTimersByTime(1000);
  expect(make).toHaveBeenCalledTimes(1);
});
