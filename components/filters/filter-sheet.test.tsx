// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderDashboard } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { Facets } from './facets/facets';
import { FilterButton, PageFilters } from './filter-sheet';

/** A window that is too narrow for filters beside the page, or not. */
function setNarrow(matches: boolean) {
  const list = { matches, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => list);
}

beforeEach(() => {
  // jsdom knows the element, and not its methods.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  for (const method of ['showModal', 'close']) Reflect.deleteProperty(HTMLDialogElement.prototype, method);
});

const both = (
  <>
    <FilterButton />
    <PageFilters>
      <Facets />
    </PageFilters>
  </>
);

describe('the filters on a narrow screen', () => {
  it('open over the page, count on as they are set, and close by what shows the incidents', async () => {
    setNarrow(true);
    await renderDashboard(SMALL, 'actor=red', both);
    const user = userEvent.setup();
    expect(screen.queryByRole('heading', { name: 'Filters' })).toBeNull();
    const button = screen.getByRole('link', { name: 'Filters (1)' });
    expect(button.getAttribute('href')).toBe('#filters');
    await user.click(button);
    const sheet = screen.getByRole('dialog', { name: 'Filters' });
    expect(within(sheet).getByRole('button', { name: 'Show 3 attacks' })).toBeTruthy();
    await user.click(within(sheet).getByRole('checkbox', { name: /^Bombing/ }));
    expect(window.location.search).toBe('?actor=red&type=bombing');
    await user.click(await within(sheet).findByRole('button', { name: 'Show 1 attack' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('link', { name: 'Filters (2)' })).toBeTruthy();
  });

  it('have the page beneath marked, which is hidden on a phone, until they close and give the focus back', async () => {
    setNarrow(true);
    await renderDashboard(SMALL, '', <main>{both}</main>);
    const page = screen.getByRole('main');
    const user = userEvent.setup();
    const open = () => user.click(screen.getByRole('link', { name: 'Filters' }));
    await open();
    expect(page.dataset.beneath).toBe('');
    const shut = vi.spyOn(HTMLDialogElement.prototype, 'close').mockImplementation(function shut(
      this: HTMLDialogElement,
    ) {
      expect(page.dataset.beneath).toBeUndefined();
      this.dispatchEvent(new Event('close'));
    });
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(shut).toHaveBeenCalledOnce();
    await open();
    // As a browser does before it closes a dialog by Escape.
    screen.getByRole('dialog').dispatchEvent(new Event('cancel'));
    expect(page.dataset.beneath).toBeUndefined();
    vi.restoreAllMocks();
  });

  it('stand in the page where there is room', async () => {
    setNarrow(false);
    await renderDashboard(SMALL, '', both);
    expect(screen.getByRole('heading', { name: 'Filters' })).toBeTruthy();
  });

  it('are counted with the two ends of the window as one', async () => {
    setNarrow(true);
    await renderDashboard(SMALL, 'from=2020&to=2020-03', both);
    expect(screen.getByRole('link', { name: 'Filters (1)' })).toBeTruthy();
  });
});
