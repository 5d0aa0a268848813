// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useLateReports } from '@/components/watch/use-noticed';
import { incident, link, renderDashboard, seriesOf } from '@/testing/pages/test-dashboard';
import { StandsOut } from './stands-out';

const series = seriesOf([incident('a', '2021-05-01', { links: [link('red')] })]);
const notice = (key: string, isNew: boolean) => ({
  ...{ key, new: isNew, words: `Red: ${key}.`, view: `actor=red&r=000000000000` },
});
const chart = {
  ...{ bin: 'month', shares: [0.5, 1] },
  bins: [
    {
      ...{
        start: '2021-12-01',
        best: 5,
        share: 0.5,
        estimate: 9,
        interval: { level: 0.95, lower: 6, upper: 14 },
      },
    },
  ],
};
let asked: string[] = [];
let answer: () => Promise<unknown>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  asked = [];
  vi.stubGlobal('fetch', async (href: string) => {
    asked.push(href);
    return { ok: true, json: answer };
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Late() {
  const late = useLateReports();
  return (
    <p data-testid="late">{late?.bins.map(({ estimate, low, high }) => `${estimate} ${low} ${high}`)}</p>
  );
}

/** Shows a view, lets it stand, and gives what stood there before the answer came. */
async function stand(query: string) {
  await renderDashboard(
    series,
    query,
    <>
      <StandsOut />
      <Late />
    </>,
  );
  const before = screen.queryByRole('region', { name: 'What stands out' })?.textContent;
  await act(() => vi.advanceTimersByTimeAsync(2000));
  return before;
}

describe('the panel of what stands out', () => {
  it('says what is new in a sentence each, and asks once for a view, however it is drawn', async () => {
    answer = async () => ({
      notices: [notice('fresh', true), notice('old', false)],
      ...{ words: ['One thing stands out.', 'All was looked at.', 'Much would be noticed.'], why: null },
      late: { revisions: 6, chart },
    });
    const before = await stand('actor=red&mode=lines&split=type&sort=title');
    expect(before).toContain('Being looked for…');
    expect(asked).toEqual(['/test/watch.json?actor=red&limit=3']);
    const panel = screen.getByRole('region', { name: 'What stands out' });
    expect(within(panel).getAllByRole('listitem')).toHaveLength(1);
    expect(within(panel).getAllByText(/Red: fresh\./)).toHaveLength(2);
    expect(within(panel).getByRole('link', { name: 'Open' }).getAttribute('href')).toBe(
      '/test?actor=red&r=000000000000',
    );
    expect(
      within(panel)
        .getByRole('link', { name: /How this is found/ })
        .getAttribute('href'),
    ).toBe('/test/watch?actor=red');
    expect(screen.getByTestId('late').textContent).toBe('9 6 14');
  });

  it('asks nothing of a view that holds nothing, or that cannot be read', async () => {
    for (const query of ['actor=blue', 'actor=nobody,red', 'actor=red&from=soon']) {
      await stand(query);
      expect(screen.queryByRole('heading', { name: 'What stands out' })).toBeNull();
      cleanup();
    }
    expect(asked).toEqual([]);
  });

  it('says that nothing stands out, and where no answer comes', async () => {
    answer = async () => ({
      notices: [notice('old', false)],
      ...{ words: ['Nothing stands out.', 'All was looked at.', 'Much would be noticed.'], why: null },
      late: { revisions: 1, chart: { ...chart, bin: null } },
    });
    await stand('from=2020');
    const said = () => screen.getByRole('region', { name: 'What stands out' }).textContent;
    expect(said()).toContain('Nothing, against the past of this view. Much would be noticed.');
    expect(screen.getByTestId('late').textContent).toBe('');
    cleanup();
    answer = async () => ({
      ...{ notices: [], words: ['Nobody looked, so nothing can stand out.'], why: 'not-searched' },
      late: { revisions: 1, chart: { ...chart, bin: null } },
    });
    await stand('from=2020&split=none&to=2021');
    expect(said()).toContain('Nobody looked, so nothing can stand out.');
    expect(said()).not.toContain('Nothing, against');
    cleanup();
    answer = () => Promise.reject(new Error('away'));
    await stand('from=2021');
    expect(asked).toHaveLength(3);
    expect(said()).toContain('No answer came.');
  });
});
