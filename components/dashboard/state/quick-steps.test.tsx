// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ActivityControls } from '@/components/charts/activity-controls';
import { Chips } from '@/components/filters/chips';
import { TimePresets } from '@/components/filters/time-presets';
import { SortMenu } from '@/components/table/menus/sort-menu';
import { WindowFields } from '@/components/timeline/overview/window-fields';
import { ZoomControls } from '@/components/timeline/zoom-controls';
import { ViewLink } from '@/components/ui/view-link';
import { changeView } from '@/lib/view/change';
import { renderDashboard } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';

afterEach(cleanup);

const controls = (
  <>
    <ViewLink view={(now) => changeView(now, { actors: ['red'] })}>Only red</ViewLink>
    <Chips />
    <TimePresets />
    <WindowFields />
    <ActivityControls />
    <ZoomControls />
    <SortMenu />
  </>
);

const click = (name: string | RegExp) => () => fireEvent.click(screen.getAllByRole('link', { name })[0]!);
const choose = (name: string, value: string) => () =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });

const sortBy = (column: string) => () => {
  const list = document.querySelector<HTMLSelectElement>('select[name="sort"]')!;
  list.value = column;
  fireEvent.submit(list.closest('form')!);
};

/** Takes one step right after another, before what the first one leads to is drawn. */
function inOneGo(...steps: readonly (() => unknown)[]): Promise<void> {
  return act(async () => {
    for (const step of steps) step();
  });
}

const address = () => new URLSearchParams(location.search);

describe('a step that is taken before the one before it is drawn builds on it', () => {
  it.each([
    ['a choice of the chart', choose('by', 'type'), { split: 'type' }],
    ['the bin', choose('per', 'year'), { bin: 'year' }],
    ['a year', click('2020'), { from: '2020', to: '2020' }],
    ['a clause taken away', click(/^Remove ?Words/), { q: null }],
    [
      'the window that is written',
      () => fireEvent.submit(screen.getByLabelText('From').closest('form')!),
      {},
    ],
    ['an order of the table', sortBy('title'), { sort: 'title' }],
    ['a zoom', click('Zoom in'), { from: expect.any(String), to: expect.any(String) }],
  ])('%s', async (_, step, changed) => {
    await renderDashboard(SMALL, 'q=square', controls);
    await inOneGo(click('Only red'), step);
    const found = address();
    const keys = Object.keys(changed);
    expect({
      actor: found.get('actor'),
      ...Object.fromEntries(keys.map((key) => [key, found.get(key)])),
    }).toEqual({ actor: 'red', ...changed });
    expect(found.get('q')).toBe('q' in changed ? null : 'square');
  });
});
