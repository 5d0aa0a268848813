// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { focusKeeper } from './focus-keeper';

afterEach(() => document.body.replaceChildren());

/** The text of what has the focus, after a part of the page with these links was drawn anew while one of them had it. */
function focusedAfter(before: string, after: string): string | null {
  document.body.innerHTML = `<main><section>${before}</section></main>`;
  const part = document.querySelector('section') as HTMLElement;
  part.querySelector<HTMLElement>('[data-focused]')?.focus();
  const keep = focusKeeper(part);
  const fresh = document.createElement('section');
  fresh.innerHTML = after;
  part.replaceWith(fresh);
  keep();
  return document.activeElement?.textContent ?? null;
}

describe('a focus in a part that is drawn anew', () => {
  it('is on the link that leads where the one before led', () => {
    const links = '<a href="http://localhost:3000/a">one</a><a href="/b">two</a>';
    expect(focusedAfter('<a href="b" data-focused>two</a>', links)).toBe('two');
  });

  it('stays where an address cannot be read', () => {
    const links = '<a href="http://[">one</a><a href="https://b:x/">two</a>';
    expect(focusedAfter('<a href="https://b:x/" data-focused>two</a>', links)).toBe('two');
  });

  it('is on the first that can have it, never on a hidden field, and goes on to the link once that is there', async () => {
    const fields = '<input type="hidden" name="a"><button>go</button>';
    expect(focusedAfter('<a href="/b" data-focused>two</a>', fields)).toBe('go');
    document.querySelector('section')?.insertAdjacentHTML('beforeend', '<a href="/b">two</a>');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('two'));
  });

  it('is left where the reader has taken it', async () => {
    focusedAfter('<a href="/b" data-focused>two</a>', '<button>go</button><button>stay</button>');
    const [, stay] = document.querySelectorAll('button');
    stay?.focus();
    document.querySelector('section')?.insertAdjacentHTML('beforeend', '<a href="/b">two</a>');
    await new Promise((resolve) => requestAnimationFrame(() => resolve(null)));
    expect(document.activeElement).toBe(stay);
  });
});
