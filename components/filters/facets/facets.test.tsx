// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActorId, RegionId } from '@/lib/series/model';
import { incident, link, renderDashboard, seriesOf } from '@/testing/pages/test-dashboard';
import { SMALL } from '../../../testing/pages/test-series';
import { Facets } from './facets';
import { tellingEnd } from './tick';

afterEach(cleanup);

const facet = (name: string) => within(screen.getByRole('region', { name }));
const texts = (name: string) =>
  [...screen.getByRole('region', { name }).querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter(({ title }) => !title.startsWith('Compare '))
    .map(({ textContent }) => textContent?.trim());
const search = () => window.location.search;

it('keep the end of a name that another begins as, and cut others at their end', () => {
  const names = [
    'Hawar Kilis Operations Room - IS',
    'Hawar Kilis Operations Room - SDF',
    'National Front for Liberation',
  ];
  const parted = names.map((name) => {
    const end = tellingEnd(name, names);
    return end === null ? null : name.slice(end);
  });
  expect(parted).toEqual([' Room - IS', ' Room - SDF', null]);
  expect(tellingEnd('IS', ['IS', 'ISKP'])).toBeNull();
  // No character of two halves is cut.
  const flowers = ['a', 'b'].map((one) => `A long name that ends in${one}${'🌸'.repeat(6)}x`);
  const end = tellingEnd(flowers[0]!, flowers)!;
  expect(flowers[0]!.slice(end)).toBe(`${'🌸'.repeat(6)}x`);
});

describe('the facets', () => {
  it('count each value under all filters but its own, with its range where it is in doubt', async () => {
    await renderDashboard(SMALL, 'type=stabbing', <Facets />);
    expect(texts('Type')).toEqual(['Clear', 'Stabbing 4', 'Bombing 1']);
    expect(texts('Region')).toEqual(['South 2', 'North 1', 'Region not given 1']);
    expect(texts('Claimed or attributed')).toEqual(['Claimed 2 1–3', 'No relation 1']);
    expect(texts('Started by')).toEqual(['Non-state 4', 'The state itself 1']);
    expect(texts('Disputed')).toEqual(['Either', 'Undisputed only 3', 'Disputed only 1']);
    expect(texts('Scope')).toEqual(['In the series’ scope 4', 'Outside it 0']);
  });

  it('add a value to the comparison, and take it out again', async () => {
    await renderDashboard(SMALL, 'type=stabbing', <Facets />);
    const user = userEvent.setup();
    await user.click(facet('Type').getByRole('link', { name: 'Compare Bombing' }));
    await user.click(facet('Type').getByRole('link', { name: 'Compare Stabbing' }));
    expect(search()).toBe('?type=stabbing&compare=type:bombing,stabbing');
    await user.click(facet('Type').getByRole('link', { name: 'Take Bombing out of the comparison' }));
    expect(search()).toBe('?type=stabbing&compare=type:stabbing');
  });

  it('show an actor with two parents under each, and parents with what their parts add', async () => {
    await renderDashboard(SMALL, '', <Facets />);
    expect(texts('Actor')).toEqual(['red 3 2–3', 'green 1', 'blue 1 1–2', 'green 1', 'Not established 1']);
  });

  it('show regions in the regions that they lie in, which count them', async () => {
    const region = (id: string, parent: string | null) => ({
      ...{ id: id as RegionId, label: id, country: null },
      ...(parent === null ? {} : { parent: parent as RegionId }),
    });
    const regions = [
      region('Norland', null),
      region('East', 'Norland'),
      region('Ness', 'East'),
      region('West', 'Norland'),
      region('Sudland', null),
    ];
    const at = (id: string, place: string) => incident(id, '2020-03-10', { regions: [place as RegionId] });
    const incidents = [at('a', 'Ness'), at('b', 'East'), at('c', 'West'), at('d', 'Sudland')];
    await renderDashboard(seriesOf(incidents, { regions }), '', <Facets />);
    expect(texts('Region')).toEqual(['Norland 3', 'East 2', 'Ness 1', 'West 1', 'Sudland 1']);
    const user = userEvent.setup();
    await user.click(facet('Region').getByRole('checkbox', { name: /^East/ }));
    expect(search()).toBe('?region=East');
    await user.click(facet('Region').getByRole('checkbox', { name: /^Ness/ }));
    expect(search()).toBe('?region=Ness');
    await user.click(facet('Region').getByRole('checkbox', { name: /^Norland/ }));
    expect(search()).toBe('?region=Norland');
  });

  it('are links that tick and clear a value, in the address and for a screen reader', async () => {
    await renderDashboard(SMALL, '', <Facets />);
    const user = userEvent.setup();
    const south = () => facet('Region').getByRole('checkbox', { name: /^South/ });
    expect(south().getAttribute('href')).toBe('/test?region=south');
    expect(south().getAttribute('aria-checked')).toBe('false');
    south().focus();
    await user.keyboard('{Enter}');
    expect(search()).toBe('?region=south');
    expect(south().getAttribute('aria-checked')).toBe('true');
    await waitFor(() => expect(south().getAttribute('href')).toBe('/test'));
    expect(document.activeElement).toBe(south());
    await user.keyboard(' ');
    expect(search()).toBe('');
    await user.click(south());
    expect(search()).toBe('?region=south');
  });

  it('keep every value in its place once it was listed, with a zero under a filter that leaves it none', async () => {
    await renderDashboard(SMALL, '', <Facets />);
    const before = texts('Region').map((text) => text?.replace(/ \d.*/, ''));
    const user = userEvent.setup();
    await user.click(facet('Type').getByRole('checkbox', { name: /^Bombing/ }));
    await waitFor(() => expect(texts('Region').join()).toMatch(/ 0/));
    expect(texts('Region').map((text) => text?.replace(/ \d.*/, ''))).toEqual(before);
  });

  it('keep a selected value on the list where nothing matches it, known or not', async () => {
    await renderDashboard(SMALL, 'type=bombing&region=south&actor=grey,nobody', <Facets />);
    expect(texts('Actor')).toEqual(expect.arrayContaining(['grey 0', 'nobody 0']));
    expect(texts('Region')).toEqual(expect.arrayContaining(['South 0']));
    expect(facet('Actor').getByRole('checkbox', { name: /^grey/ }).getAttribute('aria-checked')).toBe('true');
  });

  it('have no zero where nobody looked', async () => {
    await renderDashboard(SMALL, 'type=stabbing&from=1900&to=1901', <Facets />);
    expect(texts('Type')).toEqual(['Clear', 'Stabbing –']);
    expect(texts('Disputed')).toEqual(['Either', 'Undisputed only –', 'Disputed only –']);
    expect(screen.getAllByTitle('Outside the coverage, where nothing was looked for').length).toBeGreaterThan(
      2,
    );
  });

  it('let the state stand alone', async () => {
    await renderDashboard(SMALL, 'initiator=non-state', <Facets />);
    const begun = facet('Started by');
    expect(begun.getByRole('checkbox', { name: /^The state itself/ }).getAttribute('href')).toBe(
      '/test?initiator=state',
    );
    expect(begun.getByText(/never add up with those of others/)).toBeTruthy();
  });

  it('clear one facet or all of them', async () => {
    await renderDashboard(SMALL, 'actor=red&type=bombing&split=type', <Facets />);
    expect(screen.getByRole('link', { name: 'Clear: Type' }).getAttribute('href')).toBe(
      '/test?actor=red&split=type',
    );
    expect(screen.getByRole('link', { name: 'Clear all' }).getAttribute('href')).toBe('/test?split=type');
  });
});

describe('many actors', () => {
  const [first] = SMALL.actors;
  if (!first) throw new Error('no actor');
  const names = Array.from({ length: 20 }, (_, i) => `unit-${String(i).padStart(2, '0')}`);
  const incidents = names.flatMap((name, i) =>
    Array.from({ length: 20 - i }, (_, k) => {
      const regions = [(i === 19 ? 'north' : 'south') as RegionId];
      return incident(`${name}-${k}`, '2021-05-01', { regions, links: [link(name)] });
    }),
  );
  const actors = names.map((name) => ({
    ...first,
    id: name as ActorId,
    name: `${name} of the élite`,
    shortName: name,
  }));
  const many = seriesOf(incidents, { actors });

  it('are left out of the page beyond the first twelve until they are asked for', async () => {
    await renderDashboard(many, '', <Facets />);
    expect(texts('Actor')).toHaveLength(12);
    await userEvent.click(facet('Actor').getByText('Show 8 more actors'));
    await waitFor(() => expect(texts('Actor')).toHaveLength(20));
    expect(facet('Actor').getByText('Show fewer actors')).toBeTruthy();
    expect(texts('Actor')[0]).toBe('unit-00 20');
  });

  it('stand by what each counts under the other filters, in as many rows as before', async () => {
    await renderDashboard(many, '', <Facets />);
    const user = userEvent.setup();
    await user.click(facet('Region').getByRole('checkbox', { name: /north/i }));
    await waitFor(() => expect(texts('Actor')[0]).toBe('unit-19 1'));
    expect(texts('Actor')).toHaveLength(12);
    expect(texts('Actor')[1]).toBe('unit-00 0');
    expect(facet('Actor').getByText('Show 8 more actors')).toBeTruthy();
  });

  it('are found by any part of their names, accents aside, and ticked from there', async () => {
    await renderDashboard(many, '', <Facets />);
    const user = userEvent.setup();
    await user.type(screen.getByRole('searchbox', { name: 'Search actors' }), 'ELITE unit-17');
    expect(texts('Actor')).toEqual(['unit-17 3']);
    await user.click(facet('Actor').getByRole('checkbox', { name: /^unit-17/ }));
    expect(search()).toBe('?actor=unit-17');
    await user.clear(screen.getByRole('searchbox'));
    await waitFor(() => expect(texts('Actor').length).toBeGreaterThan(12));
    await user.type(screen.getByRole('searchbox'), 'nowhere');
    expect(screen.getByText('No actor has this in its names.')).toBeTruthy();
  });
});

describe('the filters of a series with many fields', () => {
  const names = Array.from({ length: 12 }, (_, at) => `f${at}`);
  const fields = names.map((id) => ({
    ...{ id, label: id.toUpperCase(), kind: 'category' as const, many: false, unit: null },
    ...{ aggregate: 'none' as const, column: null, description: null },
  }));
  const own = (value: string) => Object.fromEntries(names.map((id) => [id, value]));
  const series = seriesOf(
    [incident('a', '2020-01-01', { own: own('x') }), incident('b', '2020-02-01', { own: own('y') })],
    {
      fields,
    },
  );
  const more = () => document.querySelector<HTMLDetailsElement>('details[class*=rest]');

  it('fold beyond the first ten, and stand open once one of them is set', async () => {
    await renderDashboard(series, '', <Facets />);
    expect(screen.getAllByRole('region')).toHaveLength(10);
    expect(more()?.open).toBe(false);
    const summary = more()?.querySelector('summary');
    const [, many] = /^(\d+) more filters$/.exec(summary?.textContent ?? '') ?? [];
    await userEvent.click(screen.getByText(summary?.textContent ?? ''));
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(10 + Number(many)));
    cleanup();
    await renderDashboard(series, '.f11=x', <Facets />);
    expect(more()?.open).toBe(true);
  });
});

describe('what is cleared', () => {
  it('leaves the focus on the heading of the facet, or of all filters', async () => {
    await renderDashboard(SMALL, 'type=stabbing&region=south', <Facets />);
    const user = userEvent.setup();
    facet('Type').getByRole('link', { name: 'Clear: Type' }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(facet('Type').queryByRole('link', { name: 'Clear: Type' })).toBeNull());
    expect(document.activeElement?.textContent).toBe('Type');
    screen.getByRole('link', { name: 'Clear all' }).focus();
    await user.keyboard('{Enter}');
    expect(search()).toBe('');
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Clear all' })).toBeNull());
    expect(document.activeElement?.textContent).toBe('Filters');
  });
});

describe('the filters by numbers and days', () => {
  const plain = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
  const ranged = seriesOf([incident('a', '2020-03-10', { own: { size: 5, told: '2020-04-01' } })], {
    fields: [
      { ...plain, id: 'size', label: 'Size', kind: 'number', aggregate: 'sum' },
      { ...plain, id: 'told', label: 'Told', kind: 'day' },
    ],
  });

  it.each([
    ['Size', '1..5', '?.size=1..5'],
    ['Size', '5', '?.size=5'],
    ['Size', '5.0', '?.size=5'],
    ['Told', '2020-04-01..', '?.told=2020-04-01..'],
    ['Told', '2020-03-01 .. 2020-04-30', '?.told=2020-03-01..2020-04-30'],
  ])('%s takes “%s”, and gives it up when it is emptied', async (name, text, query) => {
    await renderDashboard(ranged, '', <Facets />);
    const user = userEvent.setup();
    await user.type(facet(name).getByRole('textbox'), `${text}{Enter}`);
    expect(search()).toBe(query);
    await waitFor(() => expect(facet(name).getByRole<HTMLInputElement>('textbox').value).not.toBe(''));
    await user.clear(facet(name).getByRole('textbox'));
    await user.keyboard('{Enter}');
    expect(search()).toBe('');
  });

  it.each([
    ['Size', '1,5', 'Write a number, or a range from the lower to the higher'],
    ['Size', '5..1', 'Write a number, or a range from the lower to the higher'],
    ['Size', '2020-04-01..', 'Write a number, or a range from the lower to the higher'],
    ['Told', '2020-04', 'Write a day, or a range from the earlier to the later'],
    ['Told', '2020-04-31..', 'Write a day, or a range from the earlier to the later'],
  ])('%s does not take “%s”, and says at once what it takes', async (name, text, message) => {
    await renderDashboard(ranged, '', <Facets />);
    await userEvent.type(facet(name).getByRole('textbox'), `${text}{Enter}`);
    expect(search()).toBe('');
    const field = facet(name).getByRole('textbox');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const alert = facet(name).getByRole('alert');
    expect(alert.textContent?.startsWith(message)).toBe(true);
    expect(field.getAttribute('aria-describedby')).toBe(alert.id);
  });
});
