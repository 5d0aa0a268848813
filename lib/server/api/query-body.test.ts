import { describe, expect, test } from 'vitest';
import { planView } from '../../query/plan/plan';
import { planPlaces } from '../../query/plan/plan-places';
import type { DatasetId } from '../../series/model';
import { MAX_DAY, MIN_DAY, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { readQueryBody } from './query-body';

const revision = '0123456789ab';
const many = Array.from({ length: 12 }, (_, i) => `a${i}`);
const info = {
  guide: {
    meta: { coverage: { from: toDay(2017, 1, 1), to: toDay(2024, 6, 30) } },
    fields: [],
    coverageNotes: [],
    namedViews: [],
    actors: [],
    actorRelations: [],
    regions: [],
  },
  ranking: { actor: many, type: [], region: [] },
};

function planned(address: string) {
  const { view } = parseView('x' as DatasetId, new URLSearchParams(address));
  const { facets, ...panels } = planView(view, info);
  return [...Object.values(panels).filter((query) => query !== null), ...Object.values(facets)];
}

const body = (queries: unknown, more = {}) => JSON.stringify({ revision, queries, ...more });
const { total } = planView(parseView('x' as DatasetId, new URLSearchParams()).view, info);

describe('readQueryBody', () => {
  test.each([
    '',
    'actor=a&relation=claimed&certainty=certain&disputed=no&type=t&region=r&q=two+words',
    'initiator=state&scope=out&measure=injured&split=none&mode=lines&sort=-fatalities,title',
    'from=-9999&to=9999',
    'from=1900&to=2024&bin=day',
    'from=nonsense',
    `q=${'ﷺ'.repeat(200)}`,
  ])('takes every query that a dashboard plans for “%s”', (address) => {
    expect(readQueryBody(body(planned(address)))).toMatchObject({ kind: 'body' });
  });

  test('takes the query of a map, of no more groups of a hexagon than an answer can hold', () => {
    const { view } = parseView('x' as DatasetId, new URLSearchParams('map=hexagons'));
    const places = planPlaces(view, info, null);
    expect(readQueryBody(body([places]))).toMatchObject({ kind: 'body', body: { queries: [places] } });
    expect(readQueryBody(body([{ ...places, mostGroups: 100 }]))).toMatchObject({ kind: 'body' });
    for (const wrong of [{ mostGroups: 101 }, { mostGroups: 0 }, { grid: { atLeast: -1 } }, { grid: {} }])
      expect(readQueryBody(body([{ ...places, ...wrong }]))).toMatchObject({ kind: 'bad' });
  });

  test('gives the queries unchanged', () => {
    const queries = planned('actor=a&sort=title');
    expect(readQueryBody(body(queries))).toEqual({ kind: 'body', body: { revision, queries } });
  });

  const rows = { kind: 'rows', filter: total.filter, sort: [], offset: 0, limit: 10 };
  const bins = {
    kind: 'bins',
    filter: total.filter,
    bin: 'day',
    measure: 'incidents',
    split: 'none',
    stacked: false,
  };
  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['no queries', body([])],
    ['65 queries', body(Array.from({ length: 65 }, () => total))],
    ['another key', body([total], { sql: 'x' })],
    ['a short revision', JSON.stringify({ revision: 'abc', queries: [total] })],
    ['an unknown kind', body([{ kind: 'sql', sql: 'drop' }])],
    ['an inherited kind', body([{ kind: '__proto__' }])],
    ['a missing filter', body([{ kind: 'spells' }])],
    ['a key the filter does not have', body([{ kind: 'spells', filter: { ...total.filter, x: 1 } }])],
    ['a day that is text', body([{ kind: 'spells', filter: { ...total.filter, from: '2017' } }])],
    ['a day out of range', body([{ kind: 'spells', filter: { ...total.filter, to: MAX_DAY + 1 } }])],
    ['half a day', body([{ kind: 'spells', filter: { ...total.filter, to: 0.5 } }])],
    ['401 actors', body([{ kind: 'spells', filter: { ...total.filter, actors: Array(401).fill('a') } }])],
    ['a long word', body([{ kind: 'spells', filter: { ...total.filter, words: ['a'.repeat(4001)] } }])],
    ['1001 rows', body([{ ...rows, limit: 1001 }])],
    ['a negative offset', body([{ ...rows, offset: -1 }])],
    ['a sort by no column', body([{ ...rows, sort: [{ column: 'id; drop', descending: false }] }])],
    ['2001 marks', body([{ kind: 'marks', filter: total.filter, split: 'actor', limit: 2001 }])],
    ['too many bins', body([{ ...bins, filter: { ...total.filter, from: MIN_DAY } }])],
  ])('refuses %s', (_, content) => {
    const reading = readQueryBody(content);
    expect(reading.kind).toBe('bad');
    expect(reading.kind === 'bad' && reading.errors.length).toBeGreaterThan(0);
  });
});
