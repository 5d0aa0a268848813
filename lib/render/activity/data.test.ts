import { describe, expect, it } from 'vitest';
import { binsOf, sampleInput } from '../../../testing/pictures/activity-sample';
import { toDay } from '../../time/day';
import { asWorkedOut, binNotes, chartValue, markLabel, partialTexts } from '../../words/chart';
import { activityData } from './data';

const SERIES = binsOf(
  '2024-01 a10 0 1 1',
  '2024-01 a9 1 2 3',
  '2024-01 iskp 1 1 1',
  '2024-03 several 1 1 1',
  '2024-03 none 2 2 2',
  '2024-03 is 1 1.5 4',
  '2024-06 is 1 1 1',
);
const TOTALS = binsOf('2024-01 - 2 4 5', '2024-03 - 4 4.5 6', '2024-06 - 1 1 1');
/** Those beyond the palette, taken together. */
const REST = { ...binsOf('2024-01 - 1 3 4'), members: ['a10', 'a9'] };
const best = (values: readonly ({ best: number | null } | null)[]) =>
  values.map((value) => value?.best ?? null);

describe('the bins of an activity chart', () => {
  const { bins } = activityData(sampleInput({}, SERIES, TOTALS));

  it('are all bins that touch the window, cut to it', () => {
    expect(bins.map(({ start }) => start)).toEqual([
      toDay(2023, 12, 1),
      ...[1, 2, 3, 4, 5, 6, 7].map((month) => toDay(2024, month, 1)),
    ]);
    expect(bins[0]).toMatchObject({ from: toDay(2023, 12, 15), to: toDay(2023, 12, 31) });
  });

  it('are not covered outside the coverage and inside a gap that concerns everything', () => {
    expect(bins.map(({ covered }) => covered)).toEqual([false, true, false, true, true, true, true, false]);
  });

  it('are unfinished where they end after the coverage, and early where they begin before it', () => {
    expect(bins.map(({ unfinished }) => unfinished)).toEqual([0, 0, 0, 0, 0, 0, 1, 0].map(Boolean));
    expect(bins.map(({ early }) => early)).toEqual([0, 1, 0, 0, 0, 0, 0, 0].map(Boolean));
  });

  it('are cut where the window leaves out days that were watched', () => {
    const window = { from: toDay(2024, 3, 10), to: toDay(2024, 6, 12) };
    const cut = activityData(sampleInput({}, SERIES, TOTALS, window));
    expect(cut.bins.map((bin) => bin.cut)).toEqual([true, false, false, true]);
    expect(bins.map((bin) => bin.cut)).not.toContain(true);
    expect(binNotes(cut, 3)).toEqual([
      'Cut by the window: only 1–12 Jun 2024.',
      'Not over: the coverage ends on 20 Jun 2024.',
    ]);
  });

  it('are none where the window is reversed', () => {
    const window = { from: toDay(2024, 3, 1), to: toDay(2024, 2, 1) };
    expect(activityData(sampleInput({}, binsOf(), binsOf(), window))).toMatchObject({
      bins: [],
      empty: true,
    });
  });

  it('say in words that a period is cut by the window', () => {
    const window = { from: toDay(2024, 3, 1), to: toDay(2024, 5, 12) };
    const data = activityData(sampleInput({}, SERIES, TOTALS, window));
    expect(partialTexts(data)).toEqual(['May 2024 is cut by the window: only 1–12 May 2024.']);
    expect(data.bins.map(({ partial }) => partial)).toEqual([false, false, true]);
    const [first] = data.groups;
    expect(markLabel(data, first!, 2)).toMatch(/, cut by the window$/);
  });

  it('say in words that the last period is not over', () => {
    const data = activityData(sampleInput({}, SERIES, TOTALS, undefined, REST));
    expect(partialTexts(data)).toEqual([
      'Jan 2024 is not whole: the coverage begins on 10 Jan 2024.',
      'Jun 2024 is not over: the coverage ends on 20 Jun 2024.',
    ]);
    expect(binNotes(data, 2)).toEqual([
      'Not covered: nobody watched these days.',
      'Nobody read the papers in February.',
    ]);
  });
});

describe('the groups of an activity chart', () => {
  const data = activityData(sampleInput({}, SERIES, TOTALS, undefined, REST));

  it('stand in the order of the palette, then other, several, none', () => {
    expect(data.groups.map(({ label }) => label)).toEqual([
      'IS alone',
      'ISKP alone',
      'Other (2 actors)',
      'Several actors',
      'Not established, or only suspected',
    ]);
    expect(data.groups.map(({ colour }) => colour)).toEqual([
      '--group-1',
      '--group-2',
      '--group-other',
      '--group-several',
      '--group-none',
    ]);
  });

  it('take those beyond the palette together, an incident of two of them once', () => {
    const total = binsOf('2024-01 - 1 1 2');
    const rest = { ...total, members: ['a10', 'a9'] };
    const { groups } = activityData(sampleInput({ mode: 'lines' }, binsOf(), total, undefined, rest));
    expect(groups.map(({ label, total }) => [label, total.best])).toEqual([['Other (2 actors)', 1]]);
    expect(groups[0]?.values[1]).toMatchObject({ low: 1, best: 1, high: 2 });
  });

  it('are 0 in an empty bin that was watched and null in one that was not', () => {
    expect(best(data.groups[0]?.values ?? [])).toEqual([null, 0, null, 1.5, 0, 0, 1, null]);
  });

  it('put those beyond the palette into other', () => {
    const other = data.groups[2];
    expect(other).toMatchObject({ kind: 'other', members: ['a10', 'a9'], total: { best: 3 } });
    expect(other?.values[1]).toMatchObject({ low: 1, best: 3, high: 4 });
  });

  it('name a single group beyond the palette by its own name', () => {
    const alone = activityData(sampleInput({}, binsOf('2024-01 a9 1 2 3'), binsOf('2024-01 - 1 2 3')));
    expect(alone.groups).toMatchObject([{ label: 'A9', kind: 'one', colour: '--group-other' }]);
    expect(alone.groups[0]?.values[1]).toMatchObject({ low: 1, best: 2, high: 3 });
  });

  it('add up to the total in a stack', () => {
    for (const [index, total] of data.totals.entries()) {
      const sum = data.groups.reduce((all, { values }) => all + (values[index]?.best ?? 0), 0);
      expect(sum).toBeCloseTo(total?.best ?? 0, 9);
    }
  });

  it('keep what is not reported apart from zero', () => {
    const input = sampleInput(
      { measure: 'fatalities' },
      binsOf('2024-03 is ? ? ?', '2024-04 is 0 0 0'),
      binsOf('2024-03 - ? ? ?', '2024-04 - 0 0 0'),
    );
    const { groups, totals } = activityData(input);
    expect(groups[0]?.values.slice(3, 5)).toMatchObject([
      { low: null, best: null, high: null },
      { low: 0, best: 0, high: 0 },
    ]);
    expect(totals[3]?.best).toBeNull();
  });

  it('have no total of zero where nobody reports a figure, also where an incident may lie in several bins', () => {
    const bins = binsOf('2024-03 is ? ? ?', '2024-04 is ? ? ?', '2024-05 is ? ? ?', '2024-03 iskp 0 0 2');
    const { groups } = activityData(sampleInput({ measure: 'fatalities' }, bins, bins));
    expect(groups.map(({ label, total }) => [label, total.best])).toEqual([
      ['IS', null],
      ['ISKP', 0],
    ]);
  });

  it('have no total of zero where one bin is not settled and the others have nothing in best', () => {
    const basis = {
      matched: 1,
      reported: 1,
      sure: 0,
      inBest: 0,
      added: 0,
      weight: 0,
      withoutBest: 0,
      open: 0,
      sum: 0,
    };
    const [unsettled, doubtful] = binsOf('2024-03 is 0 ? 39', '2024-04 is 0 0 3').bins;
    if (!unsettled || !doubtful) throw new Error('two bins were written');
    const bins = [
      { ...unsettled, basis: { ...basis, inBest: 1, sum: null } },
      { ...doubtful, basis },
    ];
    const [group] = activityData(sampleInput({ measure: 'fatalities' }, { bins }, { bins })).groups;
    expect(group?.total.best).toBeNull();
    const running = activityData(
      sampleInput({ measure: 'fatalities', mode: 'cumulative' }, { bins }, { bins }),
    );
    expect(best(running.totals).slice(3, 6)).toEqual([null, null, null]);
  });

  it('have whole figures from ten on, and the decimal where a card explains them', () => {
    const many = binsOf('2024-01 is 670 684.6 702');
    const data = activityData(sampleInput({}, many, many));
    const said = (of: typeof data) => chartValue(of, data.groups[0]?.values[1] ?? null, 1);
    expect([said(data), said(asWorkedOut(data))]).toEqual(['685 (670–702)', '684.6 (670–702)']);
  });

  it('are one without a split', () => {
    expect(activityData(sampleInput({ split: 'none' }, TOTALS, TOTALS)).groups).toMatchObject([
      { kind: 'all', label: 'All', colour: '--group-all' },
    ]);
  });
});

describe('a running total', () => {
  const data = activityData(sampleInput({ mode: 'cumulative' }, SERIES, TOTALS, undefined, REST));

  it('adds low, best and high apart and goes on after a gap', () => {
    expect(data.totals).toMatchObject([
      null,
      { low: 2, best: 4, high: 5 },
      null,
      { low: 6, best: 8.5, high: 11 },
      { low: 6, best: 8.5, high: 11 },
      { low: 6, best: 8.5, high: 11 },
      { low: 7, best: 9.5, high: 12 },
      null,
    ]);
  });

  it('keeps the totals of the series as they were', () => {
    expect(data.groups.map(({ total }) => total.best)).toEqual([2.5, 1, 3, 1, 2]);
  });

  it('is null until something is reported, and never falls', () => {
    const killed = binsOf('2024-01 - ? ? 4', '2024-03 - 1 2 3', '2024-04 - ? ? ?');
    const { totals } = activityData(sampleInput({ mode: 'cumulative', split: 'none' }, killed, killed));
    expect(best(totals)).toEqual([null, null, null, 2, 2, 2, 2, null]);
    expect(totals[4]).toMatchObject({ low: 1, best: 2, high: 7 });
  });
});
