// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useWidth } from '../use-width';
import { type Deferred, deferred } from './deferred';

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 640.5, 100));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Lets a page be scrolled: tells of each element that is looked at whether it is near. */
function scrolling() {
  const tell = new Map<Element, (near: boolean) => void>();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(
        readonly see: (entries: { isIntersecting: boolean; boundingClientRect: DOMRect }[]) => void,
      ) {}
      observe(element: Element) {
        tell.set(element, (near) =>
          this.see([{ isIntersecting: near, boundingClientRect: new DOMRect(0, 0, 512.5, 100) }]),
        );
      }
      disconnect() {}
    },
  );
  return (near: boolean) =>
    act(async () => {
      for (const say of tell.values()) say(near);
    });
}

/** What the server has drawn of a panel, with a link in it, and the page taking that over. */
async function takenOver(panel: Deferred, markup: string) {
  const page = document.createElement('div');
  page.innerHTML = `<div>${markup}</div>`;
  document.body.append(page);
  let root: ReturnType<typeof hydrateRoot> | undefined;
  await act(async () => {
    root = hydrateRoot(page, <panel.Component />);
  });
  return {
    page,
    leave: () => {
      act(() => root?.unmount());
      page.remove();
    },
  };
}

/** Longer than until a browser that does not tell counts as having nothing else to do. */
const rest = () => after(120);

/** Does something, and lets so many milliseconds pass: the browser is left alone for a moment between two panels. */
function after(ms: number, step: () => void = () => {}): Promise<void> {
  return act(async () => {
    step();
    await new Promise((resolve) => setTimeout(resolve, ms));
  });
}

/** A panel that notes each of its drawings, and whose script comes when it is told to. */
function late(name: string, drawings: string[], when?: 'at once') {
  let arrive = () => {};
  const script = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  function Panel() {
    const { ref, width, measured } = useWidth<HTMLParagraphElement>();
    drawings.push(`${name} ${measured ? width : 'unmeasured'}`);
    return <p ref={ref}>{name}</p>;
  }
  return { panel: deferred(null, () => script.then(() => Panel), when), arrive: () => after(10, arrive) };
}

async function isReady(panel: Deferred): Promise<boolean> {
  return Promise.race([panel.whenReady().then(() => true), Promise.resolve().then(() => false)]);
}

describe('a panel whose script comes later', () => {
  it('is drawn once its script is here, at once at the width that it has', async () => {
    const drawings: string[] = [];
    const one = late('one', drawings);
    render(<one.panel.Component />);
    expect(screen.queryByText('one')).toBeNull();
    expect(await isReady(one.panel)).toBe(false);
    await one.arrive();
    expect(screen.getByText('one')).toBeTruthy();
    expect(drawings).toEqual(['one 640']);
    expect(await isReady(one.panel)).toBe(true);
  });

  it('does not keep the next one from being drawn when it goes before its script has come', async () => {
    const drawings: string[] = [];
    const [gone, next] = [late('gone', drawings), late('next', drawings)];
    render(<gone.panel.Component />).unmount();
    render(<next.panel.Component />);
    await gone.arrive();
    await next.arrive();
    expect(drawings).toEqual(['next 640']);
  });

  it('answers anew where it is put into the page again', async () => {
    const drawings: string[] = [];
    const one = late('one', drawings);
    const first = render(<one.panel.Component />);
    await one.arrive();
    first.unmount();
    render(<one.panel.Component />);
    await after(10);
    expect(await isReady(one.panel)).toBe(true);
    expect(drawings).toEqual(['one 640', 'one 640']);
  });
});

describe('a panel that nobody looks at', () => {
  it('stays as the server has drawn it, with its script here, until it comes near', async () => {
    const see = scrolling();
    const drawings: string[] = [];
    const one = late('one', drawings);
    const { page, leave } = await takenOver(one.panel, '<a href="#a">from the server</a>');
    await see(false);
    expect(await isReady(one.panel)).toBe(false);
    await one.arrive();
    await rest();
    expect(await isReady(one.panel)).toBe(true);
    expect([page.textContent, drawings]).toEqual(['from the server', []]);
    await see(true);
    await rest();
    // As wide as it was seen to be: nothing is asked that would have the page laid out.
    expect([page.textContent, drawings]).toEqual(['one', ['one 512']]);
    expect(Element.prototype.getBoundingClientRect).not.toHaveBeenCalled();
    leave();
  });

  it('answers at once, wherever it stands, where it lies over the page', async () => {
    const scroll = scrolling();
    const drawings: string[] = [];
    const one = late('one', drawings, 'at once');
    const { page, leave } = await takenOver(one.panel, '<dialog>Loading</dialog>');
    await scroll(false);
    await one.arrive();
    await rest();
    expect(page.textContent).toBe('one');
    leave();
  });

  it('answers before the press of a pointer that comes to it', async () => {
    const see = scrolling();
    const one = late('one', []);
    const { page, leave } = await takenOver(one.panel, '<a href="#a">from the server</a>');
    await see(false);
    await one.arrive();
    await rest();
    fireEvent.pointerOver(page.querySelector('a') as Element);
    expect(page.textContent).toBe('one');
    leave();
  });

  it('keeps the focus of a reader who comes by the keyboard', async () => {
    const see = scrolling();
    const panel = deferred(null, async () => () => (
      <p>
        <a href="#a">a</a> <a href="#b">live</a>
      </p>
    ));
    const { page, leave } = await takenOver(panel, '<p><a href="#a">a</a> <a href="#b">b</a></p>');
    await see(false);
    await rest();
    await act(async () => page.querySelector<HTMLElement>('[href="#b"]')?.focus());
    expect(document.activeElement?.textContent).toBe('live');
    leave();
  });
});
