// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Selection } from '@/lib/view/view';
import { useCardFocus } from './use-card-focus';

const SELECT = {} as Selection;

function Card() {
  const card = useRef<HTMLElement>(null);
  useCardFocus(card, SELECT);
  return (
    <section ref={card}>
      <a href="/zoom">Zoom here</a>
      <a href="/clear">Clear</a>
    </section>
  );
}

/** A chart, what follows it, and at the end of the page the card of what is selected in the chart. */
function Page({ selected }: { readonly selected: boolean }) {
  return (
    <main>
      <button type="button">Chart</button>
      <a href="/legend">Legend</a>
      <svg aria-label="Timeline">
        <a href="/mark" tabIndex={0}>
          <text>Mark</text>
        </a>
      </svg>
      {selected && <Card />}
    </main>
  );
}

afterEach(cleanup);

function selectedPage() {
  const page = render(<Page selected={false} />);
  page.getByText('Chart').focus();
  page.rerender(<Page selected />);
  return page;
}

const focused = () => document.activeElement?.textContent;

/** Whether the browser is left to move the focus itself. */
const tab = (shiftKey = false) =>
  fireEvent.keyDown(document.activeElement as Element, { key: 'Tab', shiftKey });

describe('the focus around the card of a selection', () => {
  it('goes from the chart into the card and back', () => {
    selectedPage();
    expect(tab()).toBe(false);
    expect(focused()).toBe('Zoom here');
    expect(tab(true)).toBe(false);
    expect(focused()).toBe('Chart');
  });

  it('comes from a mark of a drawing too', () => {
    const page = render(<Page selected={false} />);
    (page.container.querySelector('svg a') as SVGElement).focus();
    page.rerender(<Page selected />);
    expect(tab()).toBe(false);
    expect(focused()).toBe('Zoom here');
  });

  it('goes on behind the chart from the last control, by the browser', () => {
    const page = selectedPage();
    page.getByText('Clear').focus();
    expect(tab()).toBe(true);
    expect(focused()).toBe('Chart');
  });

  it('is given back to the chart when the card goes, and is left where it is outside of the card', () => {
    const page = selectedPage();
    page.getByText('Zoom here').focus();
    page.rerender(<Page selected={false} />);
    expect(focused()).toBe('Chart');
    page.rerender(<Page selected />);
    page.getByText('Legend').focus();
    page.rerender(<Page selected={false} />);
    expect(focused()).toBe('Legend');
  });
});
