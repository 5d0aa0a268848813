// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { Facets } from '@/components/filters/facets/facets';
import { seriesDoubts } from '@/lib/importers/report/series-doubts';
import { renderDashboard, testEngine } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { Busy } from './busy';
import { EmptyState } from './empty-state';
import { SeriesDoubts } from './series-doubts';
import { ViewIssues } from './view-issues';

afterEach(cleanup);

const links = () => screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);

describe('the notes on an address', () => {
  it('are none where nothing is wrong', async () => {
    await renderDashboard(SMALL, 'actor=red', <ViewIssues />);
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('lead out of each issue, and out of all filters', async () => {
    const query = 'foo=1&actor=red,rad&disputed=perhaps&from=2022&to=2021&bin=hour';
    await renderDashboard(SMALL, query, <ViewIssues />);
    const rest = { window: 'from=2022&to=2021', broken: 'disputed=perhaps', bin: 'bin=hour' };
    expect(screen.getByText(/“rad” is no actor of this series, so it matches nothing/)).toBeTruthy();
    expect(links()).toEqual([
      ['Remove it from the address', `/test?${rest.window}&actor=rad,red&${rest.broken}&${rest.bin}`],
      ['Remove “disputed”', `/test?${rest.window}&actor=rad,red&${rest.bin}`],
      ['Remove “bin”', `/test?${rest.window}&actor=rad,red&${rest.broken}`],
      ['Swap the two', `/test?from=2021&to=2022&actor=rad,red&${rest.broken}&${rest.bin}`],
      ['Show the whole coverage', `/test?actor=rad,red&${rest.broken}&${rest.bin}`],
      ['Remove what is unknown', `/test?${rest.window}&actor=red&${rest.broken}&${rest.bin}`],
      ['Clear all filters', `/test?${rest.bin}`],
    ]);
  });

  it('lead out of a field that the series does not have', async () => {
    await renderDashboard(SMALL, 'type=bombing&.nope=5', <ViewIssues />);
    expect(links()[0]).toEqual(['Remove “.nope”', '/test?type=bombing']);
  });

  it('offer the id that was most likely meant', async () => {
    await renderDashboard(SMALL, 'actor=grean&type=bombing', <ViewIssues />);
    expect(links().slice(0, 2)).toEqual([
      ['Use “green”', '/test?actor=green&type=bombing'],
      ['Remove what is unknown', '/test?type=bombing'],
    ]);
  });

  it('offer both sides where attacks and operations were mixed', async () => {
    await renderDashboard(SMALL, 'initiator=state,mixed', <ViewIssues />);
    expect(links().slice(0, 2)).toEqual([
      ['Show attacks', '/test'],
      ['Show operations by the state', '/test?initiator=state'],
    ]);
  });
});

describe('the notes on the dates of a series', () => {
  const at = (row: number | null, code: string, value: string, reason: string) => ({
    ...{ file: 'events.csv', row, column: 'date', value, code, reason },
  });
  const FAR = [
    at(4, 'far-date', '0024-03-12', 'the year 24 lies 2000 years from all others, which are of 2024'),
    at(null, 'far-dates', '2021-02-03/2021-12-31', 'one date lies far from all others'),
  ];

  it('name the row, its value and the reason, and lead to the window without it', async () => {
    await renderDashboard(SMALL, 'type=bombing', <SeriesDoubts doubts={seriesDoubts(FAR)} />);
    const note = screen.getByRole('complementary', { name: 'Notes on the dates' });
    expect(note.textContent).toMatch(
      /One row has a date far from all others.*Row 4, “0024-03-12”: the year 24 lies 2000/,
    );
    expect(links()).toEqual([
      ['Leave it out: 3 Feb – 31 Dec 2021', '/test?from=2021-02-03&to=2021-12-31&type=bombing'],
    ]);
  });

  it('are gone where the window leaves the rows out', async () => {
    await renderDashboard(SMALL, 'from=2021-02-03&to=2021-05', <SeriesDoubts doubts={seriesDoubts(FAR)} />);
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('say what no window can leave out, and whose days count', async () => {
    const problems = [
      at(2, 'year-differs', '2024-01-02', '2024-01-02 is not of the year 2023, which “year” gives'),
      at(9, 'year-differs', '2024-01-03', '2024-01-03 is not of the year 2023, which “year” gives'),
      at(3, 'not-a-count', 'many', 'it is no number'),
      at(null, 'days-of-zone', '', 'the times are in UTC'),
    ];
    await renderDashboard(SMALL, '', <SeriesDoubts doubts={seriesDoubts(problems)} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent?.trim())).toEqual([
      '2 rows have dates of another year than the column of years beside it. The first is row 2, “2024-01-02”: 2024-01-02 is not of the year 2023, which “year” gives.',
      'Which day counts: the times are in UTC.',
    ]);
    expect(screen.queryAllByRole('link')).toEqual([]);
  });
});

describe('an empty result', () => {
  it('says which filter empties it, and what there is without it', async () => {
    await renderDashboard(SMALL, 'type=bombing&region=south', <EmptyState />);
    expect(screen.getByText('No attack matches all of the filters.')).toBeTruthy();
    expect(links()).toEqual([
      ['Without “Type: Bombing”: 2', '/test?region=south'],
      ['Without “Region: South”: 1', '/test?type=bombing'],
      ['Clear all filters', '/test'],
    ]);
  });

  it('counts what lies in other years and outside the scope', async () => {
    await renderDashboard(SMALL, 'type=bombing&from=2021&to=2021', <EmptyState />);
    expect(links().map(([text]) => text)).toEqual([
      'Without “Window: 2021”: up to 1',
      'Without “Type: Bombing”: 2',
      'Clear all filters',
    ]);
  });

  it('offers to drop words that are not found', async () => {
    await renderDashboard(SMALL, 'q=zebra', <EmptyState />);
    expect(links()[0]).toEqual(['Without the words “zebra”', '/test']);
  });

  it.each([
    ['from=2022&to=2021', /ends before it begins/],
    ['from=2030', /lies outside the coverage of the series, 2020–2023/],
    ['disputed=perhaps', /cannot be read, so nothing is counted/],
    ['actor=grey&type=bombing&region=south', /no single filter is the reason/],
  ])('explains %s', async (query, words) => {
    await renderDashboard(SMALL, query, <EmptyState />);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('of an empty series blames no filter', async () => {
    await renderDashboard({ ...SMALL, incidents: [] }, '', <EmptyState />);
    expect(screen.getByText('This revision of the series holds no attacks.')).toBeTruthy();
    expect(screen.queryAllByRole('link')).toEqual([]);
  });
});

describe('the state of the page', () => {
  const page = (
    <>
      <Busy />
      <Facets />
    </>
  );
  const tickSouth = async () => {
    const region = screen.getByRole('region', { name: 'Region' });
    await userEvent.click(within(region).getByRole('checkbox', { name: /^South/ }));
  };

  it('is silent at first and says what new answers came to', async () => {
    await renderDashboard(SMALL, '', page);
    const [status] = screen.getAllByRole('status');
    expect(status?.textContent).toBe('');
    await tickSouth();
    await waitFor(() => expect(status?.textContent).toBe('Updated: 2 attacks'));
  });

  it('says that the engine failed, and tries again', async () => {
    let broken = true;
    await renderDashboard(
      SMALL,
      '',
      page,
      testEngine(SMALL, () => broken),
    );
    await tickSouth();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('those of the view before: the server is gone');
    broken = false;
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
