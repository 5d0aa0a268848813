// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Deferred, deferred } from './deferred';
import { useWidth } from './use-width';

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 640.5, 100));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** A panel that notes each of its drawings, and whose script comes when it is told to. */
function late(name: string, drawings: string[]) {
  let arrive = () => {};
  const script = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  function Panel() {
    const { ref, width, measured } = useWidth<HTMLParagraphElement>();
    drawings.push(`${name} ${measured ? width : 'unmeasured'}`);
    return <p ref={ref}>{name}</p>;
  }
  return { panel: deferred(null, () => script.then(() => Panel)), arrive: () => act(async () => arrive()) };
}

async function isLive(panel: Deferred): Promise<boolean> {
  return Promise.race([panel.whenLive().then(() => true), Promise.resolve().then(() => false)]);
}

describe('a panel whose script comes later', () => {
  it('is drawn once its script is here, at once at the width that it has', async () => {
    const drawings: string[] = [];
    const one = late('one', drawings);
    render(<one.panel.Component />);
    expect(screen.queryByText('one')).toBeNull();
    expect(await isLive(one.panel)).toBe(false);
    await one.arrive();
    expect(screen.getByText('one')).toBeTruthy();
    expect(drawings).toEqual(['one 640']);
    expect(await isLive(one.panel)).toBe(true);
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
    await act(async () => {
      render(<one.panel.Component />);
    });
    expect(await isLive(one.panel)).toBe(true);
    expect(drawings).toEqual(['one 640', 'one 640']);
  });
});
