// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Room } from './room';

/** The callbacks of the observers of the page, to be called as a browser would. */
let sized: () => void;
let seen: (isIntersecting: boolean) => void;
let margin: string | undefined;

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        sized = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: unknown[]) => void, options: { rootMargin: string }) {
        seen = (isIntersecting) => callback([{ isIntersecting }]);
        margin = options.rootMargin;
      }
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A room with something so high in it; a browser makes it as high as that, or as its least height. */
function roomOf() {
  render(<Room>text</Room>);
  const room = screen.getByText('text');
  let [content, width] = [0, 900];
  Object.defineProperty(room, 'offsetWidth', { get: () => width });
  Object.defineProperty(room, 'offsetHeight', {
    get: () => Math.max(content, Number.parseFloat(room.style.minHeight || '0')),
  });
  const resize = (height: number, wide = width) => {
    [content, width] = [height, wide];
    sized();
  };
  return { room, resize };
}

describe('the room of a panel', () => {
  it('is kept in sight and above it, so that what stands beneath stays', () => {
    const { room, resize } = roomOf();
    resize(600);
    seen(true);
    resize(200);
    expect(room.offsetHeight).toBe(600);
    resize(700);
    resize(100);
    expect(room.offsetHeight).toBe(700);
    // All that stands above the screen counts as in sight.
    expect(margin).toMatch(/^\d{6,}px 0px 0px$/);
  });

  it('is given back beneath the screen, at another width, and where a reader works in it', () => {
    const { room, resize } = roomOf();
    resize(600);
    seen(true);
    resize(200);
    seen(false);
    expect(room.offsetHeight).toBe(200);
    resize(500);
    expect(room.style.minHeight).toBe('');
    seen(true);
    resize(300);
    expect(room.offsetHeight).toBe(500);
    resize(300, 600);
    expect(room.offsetHeight).toBe(300);
    resize(400);
    resize(250);
    fireEvent.pointerDown(room);
    expect(room.offsetHeight).toBe(250);
  });
});
