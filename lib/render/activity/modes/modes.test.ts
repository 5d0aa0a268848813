import { describe, expect, it } from 'vitest';
import { binsOf, sampleInput } from '../../../../testing/pictures/activity-sample';
import type { ActorId, CoverageNote } from '../../../series/model';
import { parseBound } from '../../../time/bounds';
import { toDay } from '../../../time/day';
import { binNotes, markLabel } from '../../../words/chart';
import { lightPaint } from '../../scene/paint';
import { toSvg } from '../../scene/svg';
import { activityScene } from '../activity';
import { activityCaption } from '../caption';
import { activityData } from '../data';
import { rollingMean } from './rolling-mean';

const GROUPS_OF = [
  '2024-01 is 1 2 4',
  '2024-03 is 2 4 5',
  '2024-03 iskp 1 1 1',
  '2024-04 is 0 1 1',
  '2024-04 iskp 3 3 3',
  '2024-05 iskp 2 2 2',
] as const;
const GROUPS = binsOf(...GROUPS_OF);
const TOTALS = binsOf('2024-01 - 1 2 4', '2024-03 - 3 5 6', '2024-04 - 3 4 4', '2024-05 - 2 2 2');

const drawn = (...change: Parameters<typeof sampleInput>) => activityData(sampleInput(...change));
const note = (change: Partial<CoverageNote>): CoverageNote => ({
  ...{ id: 'n', kind: 'gap', from: toDay(2024, 1, 1), to: toDay(2024, 1, 1), actors: [], types: [] },
  text: 'Nobody looked.',
  ...change,
});
const best = (data: ReturnType<typeof drawn>) =>
  Object.fromEntries(data.groups.map(({ label, values }) => [label, values.map((one) => one?.best ?? null)]));

// The months of the sample are Dec 2023 to Jul 2024: nobody looked in December, February and July; January and June are parts.
describe('what nobody looked for', () => {
  const IS_GAP = note({ from: toDay(2024, 4, 1), to: toDay(2024, 5, 31), actors: ['is' as ActorId] });
  const unsearched = (change: Parameters<typeof drawn>[0]) =>
    drawn(change, GROUPS, TOTALS, undefined, null, [IS_GAP]);

  it('is no zero of a group of which a note speaks, whatever the mode', () => {
    // In May nobody looked for IS; the one incident of April is known all the same.
    const is = (mode: 'stack' | 'lines' | 'panels' | 'cumulative') => best(unsearched({ mode })).IS;
    for (const mode of ['stack', 'lines', 'panels'] as const) {
      expect(is(mode)).toEqual([null, 2, 0, 4, 1, null, 0, null]);
      expect(best(unsearched({ mode })).ISKP).toEqual([null, 0, 0, 1, 3, 2, 0, null]);
    }
    expect(is('cumulative')).toEqual([null, 2, 2, 6, 7, null, 7, null]);
  });

  it('is no zero of all together where the view asks for nothing else', () => {
    const alone = binsOf('2024-01 - 1 2 4', '2024-03 - 2 4 5', '2024-04 - 0 1 1');
    const groups = binsOf('2024-01 is 1 2 4', '2024-03 is 2 4 5', '2024-04 is 0 1 1');
    const of = (change: Parameters<typeof drawn>[0]) =>
      drawn({ ...change, actors: ['is'] }, groups, alone, undefined, null, [IS_GAP]);
    expect(of({}).totals.map((one) => one?.best ?? null)).toEqual([null, 2, 0, 4, 1, null, 0, null]);
    expect(binNotes(of({}), 5)).toEqual(['Not covered: nobody watched these days.', 'Nobody looked.']);
    expect(markLabel(of({}), of({}).groups[0]!, 4)).toBe('IS, Apr 2024: 1 (0–1) attacks, not searched');
    const calendar = toSvg(activityScene(of({ mode: 'calendar' }), { width: 800, paint: lightPaint }));
    expect(calendar.match(/data-hatch="gap"/g)).toHaveLength(2);
  });

  it('is in no rolling mean, and is not the base of an index', () => {
    const data = unsearched({ mode: 'lines', rollMean: 2 });
    const [is] = data.groups;
    expect(rollingMean(is!.values, data.bins, 2, is!.missed)).toEqual([
      null,
      null,
      null,
      2,
      null,
      null,
      null,
      null,
    ]);
    const early = note({ from: toDay(2024, 2, 1), to: toDay(2024, 3, 31), kind: 'thin' });
    expect(drawn({ mode: 'index' }, GROUPS, TOTALS).base?.index).toBe(3);
    // March was searched thinly, so that the fall since may be one of looking.
    expect(drawn({ mode: 'index' }, GROUPS, TOTALS, undefined, null, [early]).base?.index).toBe(4);
  });
});

describe('shares', () => {
  const data = drawn({ mode: 'share' }, GROUPS, TOTALS);

  it('are in per cent of all of a bin, and none where nothing happened or nobody looked', () => {
    expect(best(data)).toEqual({
      IS: [null, 100, null, 80, 25, 0, null, null],
      ISKP: [null, 0, null, 20, 75, 100, null, null],
    });
  });

  it('have the ends that low and high of group and total allow', () => {
    // 2 to 5 of at least 3 and at most 6: a third at the least; five of five at the most.
    expect(data.groups[0]?.values[3]).toMatchObject({ low: 100 / 3, high: 100 });
  });

  it('need groups, and say so without any', () => {
    const without = drawn({ mode: 'share', split: 'none' }, TOTALS, TOTALS);
    expect(without).toMatchObject({ mode: 'stack', instead: 'no-groups' });
    expect(without.totals.map((one) => one?.best ?? null)).toEqual([null, 2, null, 5, 4, 2, 0, null]);
  });
});

describe('an index', () => {
  it('is 100 in the first whole bin in which most groups have a figure', () => {
    const data = drawn({ mode: 'index' }, GROUPS, TOTALS);
    expect(data.base).toEqual({ index: 3, chosen: false, without: [] });
    expect(best(data)).toEqual({
      IS: [null, 50, null, 100, 25, 0, 0, null],
      ISKP: [null, 0, null, 100, 300, 200, 0, null],
    });
    expect(activityCaption(data)[0]).toBe(
      'Every group is 100 in Mar 2024: lines show how it changed since, not how large it is.',
    );
  });

  it('has the ends that those of its base allow, and none of its own there', () => {
    const [is] = drawn({ mode: 'index' }, GROUPS, TOTALS).groups;
    expect(is?.values[3]).toMatchObject({ low: 100, best: 100, high: 100 });
    // 1 to 4 in January, against 2 to 5 in March.
    expect(is?.values[1]).toMatchObject({ low: 20, best: 50, high: 200 });
  });

  it('begins where the reader says, and names who has no figure there', () => {
    const data = drawn({ mode: 'index', indexFrom: parseBound('2024-05') }, GROUPS, TOTALS);
    expect(best(data)).toEqual({ ISKP: [null, 0, null, 50, 150, 100, 0, null] });
    expect(activityCaption(data)[0]).toContain('Left out, without a figure in it: IS.');
  });

  it('is open upwards where the low of its base is 0', () => {
    const data = drawn({ mode: 'index', indexFrom: parseBound('2024-04-17') }, GROUPS, TOTALS);
    expect(data.groups[0]?.values[3]).toMatchObject({ low: 200, best: 400, high: null });
  });

  it.each([['2019'], ['2024-02']])('says that it cannot begin in %s', (from) => {
    const data = drawn({ mode: 'index', indexFrom: parseBound(from) }, GROUPS, TOTALS);
    expect(data.groups).toEqual([]);
    expect(activityCaption(data).join(' ')).toMatch(/not in this window|Left out/);
  });
});

describe('a calendar', () => {
  it('counts each incident once, whatever the split', () => {
    const data = drawn({ mode: 'calendar' }, GROUPS, TOTALS);
    expect(data.split).toBe('none');
    expect(best(data)).toEqual({ All: [null, 2, null, 5, 4, 2, 0, null] });
  });

  it('draws no share of all of itself', () => {
    expect(drawn({ mode: 'calendar', measure: 'share' }, GROUPS, TOTALS)).toMatchObject({
      measure: 'incidents',
      mode: 'calendar',
      instead: 'no-groups',
    });
  });
});

describe('a rolling mean', () => {
  const data = drawn({ split: 'none' }, TOTALS, TOTALS);

  it('is of whole bins that were searched, and of as many as were asked for', () => {
    expect(rollingMean(data.totals, data.bins, 2)).toEqual([null, null, null, null, 4.5, 3, null, null]);
    expect(rollingMean(data.totals, data.bins, 3)[5]).toBeCloseTo((5 + 4 + 2) / 3, 12);
    expect(rollingMean(data.totals, data.bins, 4)).toEqual(data.bins.map(() => null));
  });

  it('is drawn where bins stand as they are', () => {
    const asked = (mode: 'stack' | 'index' | 'cumulative') =>
      drawn({ mode, rollMean: 3 }, GROUPS, TOTALS).rollMean;
    expect([asked('stack'), asked('index'), asked('cumulative')]).toEqual([3, null, null]);
  });
});

it('says which bins stand where in a window that a day begins', () => {
  const from = toDay(2024, 3, 10);
  const data = drawn({ mode: 'index' }, GROUPS, TOTALS, { from, to: toDay(2024, 5, 31) });
  // March is cut by the window, so April is the first whole month.
  expect(data.base?.index).toBe(1);
});

describe('the labels of lines', () => {
  it('lie over the rolling means, and are not painted over', () => {
    const data = drawn({ mode: 'lines', rollMean: 2 }, GROUPS, TOTALS);
    const svg = toSvg(activityScene(data, { width: 900, paint: lightPaint }));
    const [mean, label] = [svg.lastIndexOf('stroke-width="2.5"'), svg.indexOf('paint-order="stroke"')];
    expect(mean).toBeGreaterThan(0);
    expect(label).toBeGreaterThan(mean);
  });

  it('stand at the last whole bin, not at one that is not over: what ties them to it would seem to be a fall', () => {
    // Of ISKP May, the last whole month, has two, and the days of June that are covered one.
    const open = '2024-06 iskp 1 1 1';
    const data = drawn({ mode: 'lines' }, binsOf(...GROUPS_OF, open), TOTALS);
    const iskp = data.groups.findIndex(({ label }) => label === 'ISKP');
    const svg = toSvg(activityScene(data, { width: 900, paint: lightPaint }));
    // Dots of the group, the last of them hollow, for June is not over.
    const dots = [
      ...svg.matchAll(
        /<circle cx="([\d.]+)" cy="[\d.]+" r="(?:3" fill="(#aa3b00)"|2.5" fill="(#\w+)" stroke="#aa3b00")\/>/g,
      ),
    ];
    expect(dots.map(([, , whole, open]) => whole ?? open)).toEqual([
      '#aa3b00',
      '#aa3b00',
      '#aa3b00',
      '#ffffff',
    ]);
    const tie = new RegExp(`<path d="M[\\d.]+ [\\d.]+L([\\d.]+) [^>]*data-line="${iskp}"`).exec(svg)?.[1];
    expect(Number(tie)).toBeCloseTo(Number(dots[2]?.[1]), 1);
  });
});
