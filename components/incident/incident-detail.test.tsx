// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActorId, Incident, SourceId, TypeId } from '@/lib/series/model';
import { eventDate, incident, infoOf, link, seriesOf, source } from '../../testing/pages/test-dashboard';
import { IncidentDetail } from './incident-detail';

afterEach(cleanup);

const ids = (...names: string[]) => names as SourceId[];
const sources = [
  source('s1', { origin: 'AFP', date: '2021-05-02', read: 'opening' }),
  source('s2', { origin: 'AFP', urlSeen: false }),
  source('s3', { url: 'javascript:alert(1)' }),
];
const attack = incident('a', '2021-05~', {
  title: 'Square bombed',
  type: 'bombing' as TypeId,
  links: [
    link('red', {
      claimant: 'blue' as ActorId,
      outlet: 'Radio Red',
      date: eventDate('2021-06-03'),
      disputedBy: ['officials', 'witnesses'],
      sources: ids('s2'),
    }),
    link('blue', { relation: 'suspected', certainty: 'possible' }),
  ],
  fatalities: { low: 2, best: 3, high: 7 },
  injured: { low: 2, best: null, high: 70 },
  natureDisputed: true,
  scopeNote: 'A border case.',
  sources: ids('s1', 's2', 's3'),
});
const series = seriesOf([attack], {
  sources,
  actorRelations: [
    {
      kind: 'tie',
      child: 'red' as ActorId,
      parent: 'blue' as ActorId,
      from: eventDate('2020'),
      to: null,
      note: 'Supported by it; how far is disputed',
    },
  ],
});

function show(one: Incident = attack, page: 'page' | 'panel' = 'page') {
  render(<IncidentDetail info={infoOf(series)} incident={one} sources={sources} within={page} />);
}

/** The text of the section under a heading. */
function section(name: RegExp): HTMLElement {
  return screen.getByRole('heading', { name }).closest('section') as HTMLElement;
}

describe('one incident', () => {
  it('is headed by its title: first on a page, second in a panel', () => {
    show();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Square bombed');
    cleanup();
    show(attack, 'panel');
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Square bombed');
  });

  it('tells of a claim who, for whom, where, when, how certain and who disputes it', () => {
    show();
    const claim = section(/^Claims/).textContent ?? '';
    for (const part of [
      'The red group',
      'Claimed by The blue group for red',
      'Radio Red',
      '3 Jun 2021',
      'officials and witnesses',
      '[2]',
    ]) {
      expect(claim).toContain(part);
    }
    expect(
      within(section(/^Claims/))
        .getByRole('link', { name: 'The red group' })
        .getAttribute('href'),
    ).toBe('/test?actor=red');
  });

  it('keeps suspicions apart from claims', () => {
    show();
    expect(section(/^Attributions and suspicions/).textContent).toMatch(
      /The blue group.*Suspected.*possible/,
    );
    expect(section(/^Claims/).textContent).not.toMatch(/Suspected/);
  });

  it('gives figures with their ranges, and what nobody reports as that', () => {
    show();
    const rows = within(section(/^Killed/))
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows.slice(1)).toEqual([
      'Killed32–7',
      'Injuredno best figure2–70',
      'Attackers killednot reported',
    ]);
    expect(section(/^Killed/).textContent).toMatch(/3 sources of this attack together.*\[1\]\[2\]\[3\]/);
  });

  it('says what its date, its scope and its disputed nature mean', () => {
    show();
    const text = document.body.textContent ?? '';
    expect(text).toContain('about May 2021');
    expect(text).toContain('low and high allow for Apr–Jun 2021');
    expect(text).toContain('A border case.');
    expect(text).toContain('Whether this was an attack is disputed');
  });

  it('shows ties of its actors, dated, as not counted', () => {
    show();
    expect(section(/^Ties/).textContent).toContain(
      'red and The blue group: Supported by it; how far is disputed; since 2020. Not counted under blue.',
    );
  });

  it('links only addresses that were seen and lead to the web', () => {
    show();
    const list = within(section(/^Sources/));
    expect(list.getAllByRole('link').map((one) => one.textContent)).toEqual(['Report s1']);
    expect(list.getByRole('link').getAttribute('rel')).toBe('noopener noreferrer external');
    expect(list.getAllByRole('listitem')[0]?.textContent).toBe(
      'Paper s1, Report s1, 2 May 2021Its opening was read; goes back to AFP; 2 of these sources go back to AFP.',
    );
  });

  it('has no line for what the series has no values of', () => {
    const info = {
      ...infoOf(series),
      offers: { ...infoOf(series).offers, columns: ['date'], measures: ['incidents'] },
    } as const;
    const bare = incident('b', '2021-05-01');
    render(<IncidentDetail info={info} incident={bare} sources={[]} />);
    const names = [...document.querySelectorAll('dt')].map(({ textContent }) => textContent);
    expect(names).toEqual(['Date', 'Target', 'Scope']);
    expect(screen.queryByRole('heading', { name: /^Killed/ })).toBeNull();
  });

  it('draws on the server, and says where nothing is recorded', () => {
    const bare = incident('b', '2021-05-01');
    const html = renderToStaticMarkup(<IncidentDetail info={infoOf(series)} incident={bare} sources={[]} />);
    expect(html).toContain('No claim is recorded.');
    expect(html).toContain('No source is given.');
    expect(html).toContain('Inside the scope');
  });
});
