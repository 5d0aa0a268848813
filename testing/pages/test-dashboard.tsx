import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { DashboardProvider } from '@/components/dashboard/state/dashboard-context';
import { useSeen } from '@/components/dashboard/state/drawn-in-sight';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import type { Engine } from '@/lib/query/engine';
import { planRanking, rank, type SeriesInfo } from '@/lib/query/info/series-info';
import { evaluate } from '@/lib/query/meaning/evaluate';
import { answerPlan } from '@/lib/query/plan/answers';
import { type Part, partsOf } from '@/lib/query/plan/in-sight';
import { planView } from '@/lib/query/plan/plan';
import type { Query } from '@/lib/query/query';
import type {
  Actor,
  ActorId,
  Incident,
  IncidentId,
  Link,
  Series,
  Source,
  SourceId,
} from '@/lib/series/model';
import { UNSAID } from '@/lib/series/unsaid';
import { parseDay } from '@/lib/time/day';
import { parseEventDate } from '@/lib/time/edtf';
import type { EventDate } from '@/lib/time/event-date';
import { parseView } from '@/lib/view/parse';
import { STANDARD } from '@/lib/view/view';
import { everythingOffered } from '@/testing/series/everything-offered';

/** A date of a test, which must be one. */
export function eventDate(edtf: string): EventDate {
  const parsed = parseEventDate(edtf);
  if (parsed.kind === 'problem') throw new Error(parsed.reason);
  return parsed.date;
}

/** A tie of a test: certain, undisputed claim unless told otherwise. */
export function link(actor: string, rest: Partial<Link> = {}): Link {
  return {
    actor: actor as ActorId,
    relation: 'claimed',
    certainty: 'certain',
    claimant: null,
    disputedBy: [],
    outlet: null,
    date: null,
    sources: [],
    ...rest,
  };
}

/** An incident of a test: one day, in scope, nothing reported unless told otherwise. */
export function incident(id: string, date: string, rest: Partial<Incident> = {}): Incident {
  return {
    id: id as IncidentId,
    date: eventDate(date),
    title: `Incident ${id}`,
    ...UNSAID,
    initiator: 'non-state',
    ...rest,
  };
}

/** A source of a test. */
export function source(id: string, rest: Partial<Source> = {}): Source {
  const known = { url: `https://example.org/${id}`, urlSeen: true, origin: null, read: null, date: null };
  return { id: id as SourceId, publisher: `Paper ${id}`, title: `Report ${id}`, ...known, ...rest };
}

function actor(id: string): Actor {
  const nothing = {
    kind: null,
    ideology: null,
    activeFrom: null,
    activeTo: null,
    homeBase: null,
    notes: null,
  };
  return { id: id as ActorId, name: `The ${id} group`, shortName: id, aliases: [], sources: [], ...nothing };
}

/** A series of a test, watched from 2020 to 2023. */
export function seriesOf(incidents: readonly Incident[], rest: Partial<Series> = {}): Series {
  const [from, to] = [parseDay('2020-01-01'), parseDay('2023-12-31')];
  if (from === null || to === null) throw new Error('no coverage');
  return {
    meta: {
      id: 'test' as Series['meta']['id'],
      title: 'Test',
      description: '',
      publisher: '',
      licence: { name: '', url: null },
      noun: { one: 'attack', many: 'attacks' },
      coverage: { from, to, places: '', note: null },
      provenance: [],
      codebook: [],
    },
    fields: [],
    actors: ['red', 'blue'].map(actor),
    actorRelations: [],
    types: [],
    regions: [],
    coverageNotes: [],
    annotations: [],
    referenceCounts: [],
    namedViews: [],
    sources: [],
    incidents,
    ...rest,
  };
}

/** What a page knows of a series of a test. */
export function infoOf(series: Series): SeriesInfo {
  const { incidents, sources, ...guide } = series;
  const ranked = (split: 'actor' | 'type' | 'region') => rank(evaluate(series, planRanking(split)));
  return {
    guide,
    revision: '0'.repeat(64),
    published: '2024-01-01',
    incidents: incidents.length,
    ranking: { actor: ranked('actor'), type: ranked('type'), region: ranked('region') },
    offers: everythingOffered(series),
    places: { points: 0, extent: null },
    standard: STANDARD,
  };
}

/** An engine that answers at once and keeps what it was asked; `fails` says which queries it refuses. */
export function testEngine(series: Series, fails: (query: Query) => boolean = () => false) {
  const asked: Query[] = [];
  const engine: Engine = {
    name: 'test',
    run: async (query) => {
      asked.push(query);
      if (fails(query)) throw new Error('the server is gone');
      return evaluate(series, query);
    },
    close: async () => {},
  };
  return { engine, asked };
}

/** Says that a page shows parts of a plan, whatever stands on it. */
export function Seen({ parts }: { readonly parts: readonly Part[] }) {
  useSeen(parts, true);
  return null;
}

/** Draws components inside a dashboard at an address, which is put into the address bar. */
export async function renderDashboard(
  series: Series,
  query: string,
  children: ReactNode,
  options: { readonly engine?: Engine; readonly seen?: readonly Part[] } = {},
): Promise<RenderResult> {
  const { engine = testEngine(series).engine, seen } = options;
  window.history.pushState(null, '', `/test${query === '' ? '' : `?${query}`}`);
  const { view } = parseView(series.meta.id, new URLSearchParams(query));
  const plan = planView(view, infoOf(series));
  const initial = await answerPlan(testEngine(series).engine, plan);
  return render(
    <EngineProvider engine={engine}>
      <DashboardProvider info={infoOf(series)} initial={initial}>
        <Seen parts={seen ?? partsOf(plan)} />
        {children}
      </DashboardProvider>
    </EngineProvider>,
  );
}
