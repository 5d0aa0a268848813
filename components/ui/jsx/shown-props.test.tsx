import { Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Activity } from '@/components/charts/activity';
import { DashboardProvider } from '@/components/dashboard/state/dashboard-context';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { Chips } from '@/components/filters/chips';
import { Facets } from '@/components/filters/facets/facets';
import { Headline } from '@/components/headline/headline';
import { IncidentDetail } from '@/components/incident/incident-detail';
import { IncidentTable } from '@/components/table/incident-table';
import { Timeline } from '@/components/timeline/timeline';
import { answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import type { ActorId } from '@/lib/series/model';
import { parseView } from '@/lib/view/parse';
import { incident, infoOf, link, seriesOf, source, testEngine } from '@/testing/pages/test-dashboard';
import { SceneSvg } from '../scene-svg';

/** Turns what follows round, hides a letter, beeps, is half of a character. */
const BAD = 'a\u202egnp.exe\u2066b\u0007c\u0000d\ud800e';
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <button type="button" aria-label={name}>
      {children}
    </button>
  );
}

describe('texts of a page', () => {
  it.each<[string, ReactNode, string]>([
    ['a child', <p key="1">{BAD}</p>, '<p>agnp.exeb\ufffdc\ufffdd\ufffde</p>'],
    [
      'one of several',
      <p key="1">{[BAD, ['x', `${BAD}!`]]} 😀</p>,
      '<p>agnp.exeb\ufffdc\ufffdd\ufffdexagnp.exeb\ufffdc\ufffdd\ufffde! 😀</p>',
    ],
    ['a child of no element', <Fragment key="1">{'\u202eabc'}</Fragment>, 'abc'],
    [
      'a label, and a child of a component',
      <Row key="1" name={'\u202ex'}>
        {'\u202ey'}
      </Row>,
      '<button type="button" aria-label="x">y</button>',
    ],
    [
      'a text of a drawing',
      <SceneSvg key="1" scene={{ tag: 'text', attrs: {}, text: '\u202ez' }} />,
      '<text>z</text>',
    ],
    [
      'lines and tabs, letters from right to left',
      <p key="1">{'a\n\tb שלום\u200f'}</p>,
      '<p>a\n\tb שלום\u200f</p>',
    ],
  ])('%s cannot reorder or hide what stands beside it', (_, element, markup) => {
    expect(renderToStaticMarkup(element)).toBe(markup);
  });

  it('leaves values alone: they go back as they came', () => {
    const markup = renderToStaticMarkup(<input defaultValue={'\u202ex'} placeholder={'\u202ey'} />);
    expect(markup).toBe('<input placeholder="y" value="\u202ex"/>');
  });

  it('holds in the panels of a dashboard, and on the page of an incident', async () => {
    const attack = incident('a', '2021-05-02', {
      ...{ title: BAD, notes: BAD, targets: [BAD], scopeNote: BAD, sources: [source('s').id] },
      place: { name: BAD, country: BAD, lat: null, lon: null, precision: null, note: BAD },
      links: [link('red', { outlet: BAD, disputedBy: [BAD], claimant: 'blue' as ActorId })],
      own: { said: BAD },
    });
    const base = seriesOf([attack, { ...attack, id: 'b' as typeof attack.id }]);
    const field = { aggregate: 'none', column: BAD, description: BAD, unit: null, many: false } as const;
    const series = {
      ...base,
      fields: [{ ...field, id: 'said', label: BAD, kind: 'category' } as const],
      actors: base.actors.map((one) => ({ ...one, name: BAD, shortName: BAD })),
      meta: { ...base.meta, title: BAD, publisher: BAD, licence: { name: BAD, url: null } },
      sources: [source('s', { publisher: BAD, title: BAD })],
    };
    const { engine } = testEngine(series);
    const info = infoOf(series);
    const { view } = parseView(series.meta.id, new URLSearchParams());
    const answers = await answerPlan(engine, planView(view, info));
    const pages = [
      <EngineProvider key="1" engine={engine}>
        <DashboardProvider info={info} initial={answers}>
          {[Headline, Chips, Facets, Timeline, Activity, IncidentTable].map((Panel) => (
            <Panel key={Panel.name} />
          ))}
        </DashboardProvider>
      </EngineProvider>,
      <IncidentDetail key="2" info={info} incident={attack} sources={series.sources} within="page" />,
    ].map((page) => renderToStaticMarkup(page));
    for (const page of pages) {
      expect(page).toContain('gnp.exe');
      expect(new RegExp(`.{0,80}(?:${FORBIDDEN.source})`, 'u').exec(page)?.[0] ?? null).toBeNull();
    }
  });
});
