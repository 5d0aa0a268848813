import { expect, test } from 'vitest';
import { everythingOffered } from '../../../testing/series/everything-offered';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import type { SeriesInfo } from '../../query/info/series-info';
import type { BinsResult, FacetResult, TotalResult } from '../../query/result';
import { type BuiltInFacet, FACETS } from '../../series/field-table';
import { byEstimate } from '../../series/measures';
import { toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { STANDARD } from '../../view/view';
import { viewDocument } from './view-document';

const info: SeriesInfo = {
  guide: EXAMPLE_GUIDE,
  revision: 'ab'.repeat(32),
  published: '2026-01-02',
  incidents: 40,
  ranking: { actor: [], type: [], region: [] },
  offers: everythingOffered(EXAMPLE_GUIDE),
  places: { points: 0, extent: null },
  standard: STANDARD,
};

const BASIS = {
  matched: 6,
  reported: 0,
  sure: 0,
  inBest: 0,
  added: 0,
  weight: 0,
  withoutBest: 0,
  open: 0,
  sum: null,
};

const total: TotalResult = {
  incidents: { low: 3, best: 4.5, high: 6 },
  ...byEstimate(() => ({ low: null, best: null, high: null, basis: { ...BASIS, inBest: 5 } })),
  fatalities: {
    low: 1,
    best: 2,
    high: 9,
    basis: { ...BASIS, reported: 5, sure: 0, inBest: 5, added: 4, weight: 4, sum: 2 },
  },
  own: {},
  matched: 6,
  undated: 1,
  coarserThanBin: 2,
  byCertainty: { certain: 3, probable: 1.5, possible: 0, none: 0 },
};
const none: FacetResult = { values: [] };
const answers = {
  total,
  activity: { bins: [{ start: toDay(2024, 3, 1), series: 'iskp', low: 1, best: 1, high: 2, basis: null }] },
  activityTotal: {
    bins: [{ start: toDay(2024, 3, 1), series: null, low: 1, best: 1, high: 2, basis: null }],
  },
  before: null,
  comparison: null,
  selected: null,
  yearAgo: null,
  overview: { bins: [] },
  otherScope: { ...total, matched: 7 },
  anyTime: { ...total, matched: 11 },
  typesAnyTime: { values: [{ id: 'ied', low: 1, best: 1, high: 1 }] },
  facets: {
    ...(Object.fromEntries(FACETS.map((facet) => [facet, none])) as Record<BuiltInFacet, FacetResult>),
    actor: { values: [{ id: 'none', low: 1, best: 1, high: 1 }] },
    initiator: { values: [{ id: 'foreign-state', low: 0, best: 1, high: 1 }] },
  },
};
const days: BinsResult = {
  bins: [{ start: toDay(2024, 3, 22), series: null, low: 1, best: 1, high: 2, basis: null }],
};
const problem = { file: 'x.csv', row: 2, column: 'date', value: '?', code: 'bad-date', reason: 'no date' };

const warning = { ...problem, row: 3, code: 'equal-row', reason: 'stands in the file once before' };

function documentOf(query: string, problems = [problem], warnings = [warning]) {
  const { view } = parseView(EXAMPLE_GUIDE.meta.id, new URLSearchParams(query));
  return viewDocument({ info, view, answers, days, problems, warnings });
}

test('view.json says what was asked, what was found and what is left out', () => {
  const document = documentOf('to=2024-03&from=2024&measure=fatalities&bin=month');
  expect(document).toMatchObject({
    dataset: 'example',
    revision: info.revision,
    view: 'from=2024&to=2024-03&bin=month&measure=fatalities',
    window: { from: '2024-01-01', to: '2024-03-31', bin: 'month' },
    total: { incidents: { low: 3, best: 4.5, high: 6 }, injured: { low: null, best: null, high: null } },
    bins: [{ start: '2024-03-01', series: 'iskp', low: 1, best: 1, high: 2 }],
    coverage: {
      matched: 6,
      undated: 1,
      coarserThanBin: 2,
      unreported: 1,
      reported: { fatalities: 4, injured: 0 },
      basis: {
        fatalities: { reported: 4, of: 6, withoutBest: 0, atLeast: 0 },
        injured: { reported: 0, of: 6, withoutBest: 0, atLeast: 0 },
      },
      outOfScope: 7,
      outsideWindow: 5,
    },
    problems: [problem],
    problemCount: 1,
    warnings: [warning],
    warningCount: 1,
  });
  expect(document.words).toContain('Jan–Mar 2024');
  expect(document.facets.actor).toEqual([{ id: 'none', label: 'not established', low: 1, best: 1, high: 1 }]);
  expect(document.facets.initiator[0]?.label).toBe('foreign state');
});

test('view.json marks the bins that the window cuts, and no others', () => {
  const partial = (query: string) => documentOf(query).bins.map((bin) => 'partial' in bin && bin.partial);
  expect(partial('bin=month&from=2024&to=2024-03')).toEqual([false]);
  expect(partial('bin=month&from=2024&to=2024-03-30')).toEqual([true]);
  expect(partial('bin=quarter&from=2024-02&to=2024-04')).toEqual([true]);
  expect(documentOf('bin=month').bins).toEqual([
    { start: '2024-03-01', series: 'iskp', low: 1, best: 1, high: 2 },
  ]);
});

test('view.json tells what was not searched from what was found to be none', () => {
  const covered = documentOf('from=2018&to=2019').coverage;
  expect([covered.searched, covered.notSearched]).toEqual(['whole', []]);
  const outside = documentOf('from=1990&to=1991').coverage;
  expect(outside.searched).toBe('none');
  expect(outside.notSearched).toEqual([{ from: '1990-01-01', to: '1991-12-31' }]);
});

test.each([
  ['', 0],
  ['measure=fatalities', 1],
  ['measure=injured', 6],
])('for “%s” %i incidents do not report the measure', (query, unreported) => {
  expect(documentOf(query).coverage.unreported).toBe(unreported);
});

test('a view of what is outside the scope counts its own incidents as such', () => {
  expect(documentOf('scope=out').coverage.outOfScope).toBe(6);
});

test('a long list of problems or warnings is cut, and its length is told', () => {
  const many = documentOf('', Array(250).fill(problem), Array(120).fill(warning));
  expect([many.problems.length, many.problemCount]).toEqual([100, 250]);
  expect([many.warnings.length, many.warningCount]).toEqual([100, 120]);
});
