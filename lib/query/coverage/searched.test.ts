import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import type { ActorId, CoverageNote, SeriesGuide, TypeId } from '../../series/model';
import { formatDay, parseDay, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { resolveWindow } from '../../view/resolve';
import { heldGuide, searchedIn, uncountable } from './searched';

function note(from: string, to: string, change: Partial<CoverageNote> = {}): CoverageNote {
  const days = { from: parseDay(from)!, to: parseDay(to)! };
  return { ...{ id: from, kind: 'gap', actors: [], types: [], text: 'No.' }, ...days, ...change };
}

const IS = { actors: ['islamic-state' as ActorId] };
const COVERAGE = { ...EXAMPLE_GUIDE.meta.coverage, from: toDay(2020, 1, 1), to: toDay(2023, 12, 31) };

function guideOf(...coverageNotes: readonly CoverageNote[]): SeriesGuide {
  return { ...EXAMPLE_GUIDE, meta: { ...EXAMPLE_GUIDE.meta, coverage: COVERAGE }, coverageNotes };
}

function viewOf(query: string) {
  const { view } = parseView(EXAMPLE_GUIDE.meta.id, new URLSearchParams(query));
  return { view, window: resolveWindow(view, COVERAGE) };
}

describe('how a span was searched', () => {
  it.each<[string, string, string, readonly CoverageNote[]]>([
    ['', 'whole', '', []],
    ['from=2019-06', 'part', '2019-06-01/2019-12-31', []],
    ['from=2018&to=2019', 'none', '2018-01-01/2019-12-31', []],
    ['from=2025&to=2026', 'none', '2025-01-01/2026-12-31', []],
    ['from=2021&to=2021', 'part', '2021-02-01/2021-03-31', [note('2021-02-01', '2021-03-31')]],
    ['from=2021-02&to=2021-03', 'none', '2021-02-01/2021-03-31', [note('2021-02-01', '2021-03-31')]],
    [
      'from=2021&to=2021',
      'none',
      '2021-01-01/2021-12-31',
      [note('2021-06-01', '2022-03-31'), note('2020-03-01', '2021-05-31')],
    ],
    ['from=2023-06&to=2024', 'none', '2023-06-01/2024-12-31', [note('2023-05-01', '2023-12-31')]],
    ['from=2021&to=2021', 'part', '', [note('2021-01-01', '2021-12-31', { kind: 'thin' })]],
    ['from=2021&to=2021', 'part', '', [note('2021-01-01', '2021-12-31', IS)]],
    ['from=2021&to=2021&actor=iskp', 'none', '2021-01-01/2021-12-31', [note('2021-01-01', '2021-12-31', IS)]],
    ['from=2021&to=2021&actor=gur', 'whole', '', [note('2021-01-01', '2021-12-31', IS)]],
    ['from=2022&to=2021', 'none', '', []],
  ])('for “%s” is said to be %s, without %s', (query, reach, missed, notes) => {
    const { view, window } = viewOf(query);
    const searched = searchedIn(window, view, guideOf(...notes));
    const days = searched.missed.map(({ from, to }) => `${formatDay(from)}/${formatDay(to)}`);
    expect([searched.reach, days.join()]).toEqual([reach, missed]);
  });
});

describe('why a view has no figures', () => {
  const guide = guideOf(note('2021-02-01', '2021-03-31'));
  it.each([
    ['', null],
    ['from=2021&to=2021', null],
    ['from=2021-02&to=2021-02', 'not-searched'],
    ['from=2016&to=2018', 'outside'],
    ['from=2030', 'outside'],
    ['to=2010', 'outside'],
    ['from=2022&to=2021', 'reversed'],
    ['from=whenever', 'unreadable'],
  ])('for “%s” it is %s', (query, why) => {
    const { view, window } = viewOf(query);
    expect(uncountable(view, window, guide, 0)).toBe(why);
    expect(uncountable(view, window, guide, 1)).toBeNull();
  });
});

describe('the notes on the coverage', () => {
  it('are left out where they speak only of types that the view does not hold', () => {
    const bombs = note('2021-01-01', '2021-12-31', { types: ['bombing', 'ied'] as unknown as TypeId[] });
    const all = note('2022-01-01', '2022-12-31');
    const guide = guideOf(bombs, all);
    const holding = (...ids: readonly string[]) => ({
      values: ids.map((id) => ({ id, low: 0, best: 0, high: 1 })),
    });
    expect(heldGuide(guide, holding('stabbing')).coverageNotes).toEqual([all]);
    expect(heldGuide(guide, holding('stabbing', 'ied'))).toBe(guide);
  });
});
