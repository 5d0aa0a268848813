// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatDay, toDay } from '@/lib/time/day';
import { useSpanDrag } from './use-span-drag';

afterEach(cleanup);

const [FROM, TO] = [toDay(2023, 1, 1), toDay(2023, 12, 31)];

/** A strip on which a pixel is a day, and a mark in it that can be clicked. */
function Strip({ onSpan, onClick }: { onSpan: (text: string) => void; onClick: () => void }) {
  const drag = useSpanDrag({
    timeAt: ({ clientX }) => FROM + clientX,
    space: { bin: 'month', limits: { from: FROM, to: TO } },
    onSpan: ({ from, to }) => onSpan(`${formatDay(from)} ${formatDay(to)}`),
  });
  return (
    <div data-testid="strip" {...drag.handlers}>
      <button type="button" onClick={onClick}>
        mark
      </button>
      {drag.draft && <p>marking</p>}
    </div>
  );
}

function setUp() {
  const [onSpan, onClick] = [vi.fn(), vi.fn()];
  render(<Strip onSpan={onSpan} onClick={onClick} />);
  const strip = screen.getByTestId('strip');
  const at = (clientX: number) => ({ clientX, pointerId: 1, button: 0, isPrimary: true });
  return { onSpan, onClick, strip, at };
}

describe('a drag along time', () => {
  it('chooses whole bins, and is no click on what lies beneath its end', () => {
    const { onSpan, onClick, strip, at } = setUp();
    fireEvent.pointerDown(strip, at(62));
    fireEvent.pointerMove(strip, at(148));
    expect(screen.getByText('marking')).toBeTruthy();
    fireEvent.pointerUp(strip, at(148));
    fireEvent.click(screen.getByText('mark'));
    expect(onSpan.mock.calls).toEqual([['2023-03-01 2023-05-31']]);
    expect(onClick).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('mark'));
    expect(onClick).toHaveBeenCalledTimes(1);
  });

  it('is a click where the hand hardly moves', () => {
    const { onSpan, onClick, strip, at } = setUp();
    fireEvent.pointerDown(strip, at(62));
    fireEvent.pointerMove(strip, at(65));
    fireEvent.pointerUp(strip, at(65));
    fireEvent.click(screen.getByText('mark'));
    expect(onSpan).not.toHaveBeenCalled();
    expect(onClick).toHaveBeenCalledTimes(1);
  });

  it('is given up by Escape, and where the browser takes the gesture to scroll the page', () => {
    const { onSpan, strip, at } = setUp();
    fireEvent.pointerDown(strip, at(62));
    fireEvent.pointerMove(strip, at(148));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(screen.queryByText('marking')).toBeNull();
    fireEvent.pointerUp(strip, at(148));
    fireEvent.pointerDown(strip, at(62));
    fireEvent.pointerMove(strip, at(148));
    fireEvent.pointerCancel(strip, at(148));
    fireEvent.pointerUp(strip, at(148));
    expect(onSpan).not.toHaveBeenCalled();
  });
});
