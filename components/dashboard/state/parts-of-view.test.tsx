// @vitest-environment jsdom
import { act, cleanup } from '@testing-library/react';
import type { ComponentType } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawnByPage } from '@/components/dashboard/drawn-parts';
import { EmptyState } from '@/components/notices/empty-state';
import { SelectionCard } from '@/components/selection/selection-card';
import { renderDashboard } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { useDashboard } from './dashboard-context';
import { useSeen } from './drawn-in-sight';

afterEach(cleanup);

const PAGES: Readonly<Record<string, ComponentType>> = {
  empty: EmptyState,
  selected: SelectionCard,
};

/** A page with nothing in sight but what is drawn wherever it is scrolled to. */
function Page({ of: Part }: { readonly of: ComponentType }) {
  const { settled } = useDashboard();
  useSeen(drawnByPage(settled.view), true);
  return <Part />;
}

const CASES: readonly (readonly [string, string, string])[] = [
  ['empty', '', 'actor=green&region=north'],
  ['empty', '', 'actor=blue&type=bombing'],
  ['empty', 'actor=red', 'actor=green&region=south'],
  ['empty', '', 'from=2020-01&to=2020-01&type=bombing'],
  ['empty', '', 'relation=claimed&region=south'],
  ['selected', '', 'select=2021-06&actor=green'],
  ['selected', '', 'select=2020-03&type=stabbing'],
  ['selected', 'type=stabbing&actor=green', 'select=2021-06&actor=blue&certainty=possible'],
  ['selected', '', 'select=2021-01&scope=out'],
];

describe('what stands outside of panels', () => {
  it.each(CASES)(
    'says the same of a view that is gone to as of one that is opened: %s, from ?%s to ?%s',
    async (name, from, to) => {
      const Part = PAGES[name] ?? EmptyState;
      await renderDashboard(SMALL, to, <Page of={Part} />);
      const opened = document.body.textContent;
      expect(opened).not.toBe('');
      cleanup();
      await renderDashboard(SMALL, from, <Page of={Part} />, { seen: [] });
      const before = document.body.textContent;
      act(() => {
        window.history.pushState(null, '', `/test?${to}`);
        window.dispatchEvent(new PopStateEvent('popstate'));
      });
      await vi.waitFor(() => expect(document.body.textContent).not.toBe(before));
      // And stays as it is once the rest has come.
      await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
      expect(document.body.textContent).toBe(opened);
    },
  );
});
