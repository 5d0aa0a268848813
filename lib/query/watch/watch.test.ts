import { beforeAll, describe, expect, it } from 'vitest';
import { incident, infoOf, link, seriesOf } from '@/testing/pages/test-dashboard';
import { watchDocument } from '../../export/documents/watch-document';
import type { Incident, RegionId, Series } from '../../series/model';
import { addDays, type Day, formatDay, parseDay, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { serializeView } from '../../view/serialize';
import { noticeInWords, noticeNotes, watchInWords } from '../../words/chance/watch';
import { meaningEngine } from '../meaning/evaluate';
import { filterOf } from '../plan/filter';
import { countSlices } from './slices';
import { type Watch, watchView } from './watch';

const NORTH = 'north' as RegionId;
const SOUTH = 'south' as RegionId;
const START = toDay(2020, 1, 1);

/** Red acts twice a week in the north; blue now and then in the south, and nine times from 9 to 12 October 2023. */
function incidents(): readonly Incident[] {
  const days = Array.from({ length: 1461 }, (_, i) => addDays(START, i) as Day);
  const red = days
    .filter((_, i) => i % 7 === 2 || i % 7 === 5)
    .map((day, i) => incident(`r${i}`, formatDay(day), { links: [link('red')], regions: [NORTH] }));
  const blue = days
    .filter((_, i) => i % 90 === 40)
    .map((day, i) => incident(`b${i}`, formatDay(day), { links: [link('blue')], regions: [SOUTH] }));
  const burst = Array.from({ length: 9 }, (_, i) =>
    incident(`x${i}`, formatDay(toDay(2023, 10, 9 + (i % 4))), { links: [link('blue')], regions: [SOUTH] }),
  );
  return [...red, ...blue, ...burst];
}

const series = seriesOf(incidents());
const engine = meaningEngine(series);
const info = infoOf(series);
const viewOf = (query: string) => parseView(series.meta.id, new URLSearchParams(query)).view;
const watchOf = (query: string, of: Series = series) =>
  watchView(meaningEngine(of), viewOf(query), infoOf(of));

it('watches a region with all that lies in it, as its facet counts it', async () => {
  const port = 'south.port' as RegionId;
  const regions = [NORTH, SOUTH, port].map((id) => ({
    ...{ id, label: id, country: null },
    ...(id === port ? { parent: SOUTH } : {}),
  }));
  const moved = incidents().map((one) => (one.id.startsWith('x') ? { ...one, regions: [port] } : one));
  const tree = { ...seriesOf(moved), regions };
  const span = { from: START, to: toDay(2023, 12, 31) };
  const bins = {
    span,
    bin: 'year',
    starts: [2020, 2021, 2022, 2023].map((year) => toDay(year, 1, 1)),
  } as const;
  const slices = await countSlices(meaningEngine(tree), viewOf(''), infoOf(tree), bins);
  const counted = slices.flatMap(({ id: { values }, counts }) =>
    values.length === 1 && values[0]!.field === 'region'
      ? [[values[0]!.value, counts.reduce((a, b) => a + b, 0)]]
      : [],
  );
  // Blue, which has the same counts as the south, stands before it.
  const blue = slices.find(({ id: { values } }) => values[0]?.value === 'blue');
  expect(blue?.counts.reduce((a, b) => a + b, 0)).toBe(moved.filter(({ id }) => !id.startsWith('r')).length);
  expect(Object.fromEntries(counted)).toEqual({ [port]: 9 });
});

describe('the watch over a view', () => {
  let watch: Watch;
  beforeAll(async () => {
    watch = await watchOf('');
  });

  it('notices what one group did in one place, once, with all that tells of it beneath', () => {
    expect(watch.notices).toHaveLength(1);
    const [notice] = watch.notices;
    expect(notice).toMatchObject({ direction: 'surge', isNew: true, window: { count: 9 } });
    const named = [notice!, ...notice!.also].map(({ slice }) =>
      slice.values.map(({ value }) => value).join('+'),
    );
    // What holds the same incidents is not said twice: blue is the south, and blue in the south. All attacks stand beneath.
    expect(named).toEqual(['blue', '']);
    expect(formatDay(notice!.from)).toBe('2023-10-09');
    expect(formatDay(notice!.to)).toBe('2023-10-15');
  });

  it('opens exactly the incidents that it counts, in the revision that it was made of', async () => {
    const { view, window } = watch.notices[0]!;
    expect(serializeView(view)).toBe('from=2023-10-09&to=2023-10-15&actor=blue&r=000000000000');
    const total = await engine.run({ kind: 'total', filter: filterOf(view, info), bin: 'week' });
    expect(total.incidents.best).toBe(window.count);
  });

  it('says how much of its count is in doubt, as the view that opens it does', async () => {
    // Two more of blue, each on one of four days, of which the window holds two.
    const doubtful = ['[2023-10-07..2023-10-10]', '[2023-10-14..2023-10-17]'].map((date) =>
      incident(date.slice(1, 11), date, { links: [link('blue')], regions: [SOUTH] }),
    );
    const { notices } = await watchOf('', seriesOf([...incidents(), ...doubtful]));
    const [notice] = notices;
    expect(formatDay(notice!.from)).toBe('2023-10-09');
    expect(notice!.range).toEqual({ low: 9, high: 11 });
    expect(noticeInWords(notice!, info.guide)).toMatch(/^Blue: 10 attacks \(9–11\) in 9–15 Oct 2023/);
    expect(notices.flatMap(({ also }) => also.map(({ range }) => range))).toEqual([null]);
  });

  it('says it in a sentence, and what to know about it', () => {
    expect(noticeInWords(watch.notices[0]!, info.guide)).toMatch(
      /^Blue: 9 attacks in 9–15 Oct 2023, where its past would lead one to expect 0\.0\d+; chance alone makes so many less than one time in a million\.$/,
    );
    const notes = noticeNotes(watch.notices[0]!, watch).join(' ');
    expect(notes).toContain('Whether it stays is not known yet.');
    expect(notes).toContain('Before, a tripling of its rate would not have been noticed within 13 weeks.');
  });

  it('tells what was looked at and what would be noticed', () => {
    expect(watchInWords(watch, info.guide)).toEqual([
      '1 thing stands out in the last 13 weeks.',
      // All, red and blue; regions hold the same.
      expect.stringMatching(
        /^3 groups were looked at week by week, the last one ending on 31 Dec 2023, by 2\d tests/,
      ),
      'A tripling of all attacks would be noticed after about 4 weeks.',
    ]);
  });

  it('can be read as data without anything that is no number', () => {
    const text = JSON.stringify(
      watchDocument(
        info,
        viewOf(''),
        watch,
        { publications: 1, late: null, bars: null },
        { rates: [], names: [] },
      ),
    );
    expect(text).not.toMatch(/NaN|Infinity/);
    const [notice] = JSON.parse(text).notices;
    expect(notice).toMatchObject({ direction: 'surge', count: 9, from: '2023-10-09', power: null });
    expect(notice.bins).toContainEqual({ start: '2023-10-09', best: 9 });
    expect(notice.bins.at(-1)).toEqual({ start: '2023-12-25', best: 0 });
  });

  it('ends with the last whole bin of the window', async () => {
    const cut = await watchOf('to=2023-10-11');
    expect(formatDay(cut.span!.to)).toBe('2023-10-08');
    expect(cut.notices).toEqual([]);
  });

  it('takes the bin of the address, and coarser ones where dates are coarse', async () => {
    expect((await watchOf('bin=month')).bin).toBe('month');
    const coarse = seriesOf(
      Array.from({ length: 48 }, (_, i) =>
        incident(String(i), `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`),
      ),
    );
    expect(await watchOf('', coarse)).toMatchObject({ bin: 'month', coarsened: true, notices: [] });
  });

  it('does not part a view by what it is filtered by', async () => {
    const { notices } = await watchOf('actor=blue');
    expect(notices[0]?.slice.values).toEqual([]);
    expect(serializeView(notices[0]!.view)).toContain('actor=blue');
  });

  it.each([
    ['from=2025', 'not-searched'],
    ['from=2023-12-30', 'not-searched'],
    ['from=2022&to=2021', 'not-searched'],
    ['from=2023', 'too-short'],
    ['type=none-such', 'too-few'],
  ])('says why nothing can stand out in “%s”: %s', async (query, why) => {
    const found = await watchOf(query);
    expect(found).toMatchObject({ why, notices: [] });
    expect(watchInWords(found, info.guide)).toHaveLength(1);
  });

  it('takes no gap for a silence', async () => {
    const from = parseDay('2023-07-03')!;
    const to = parseDay('2023-10-08')!;
    const quiet = series.incidents.filter(({ date }) => date.earliest! < from || date.earliest! > to);
    const silent = await watchOf('', seriesOf(quiet));
    expect(silent.notices.some(({ direction }) => direction === 'silence')).toBe(true);
    const gap = { id: 'gap', from, to, kind: 'gap', actors: [], types: [], text: 'No.' } as const;
    const known = await watchOf('', seriesOf(quiet, { coverageNotes: [gap] }));
    expect(known.notices.filter(({ direction }) => direction === 'silence')).toEqual([]);
  });
});
