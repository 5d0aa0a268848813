import { describe, expect, it } from 'vitest';
import { binsOf, sampleInput } from '../../../testing/pictures/activity-sample';
import { quantityText, valueText } from '../../words/chart';
import { activityCaption } from './caption';
import { activityData } from './data';
import { activityLayout } from './layout';

const caption = (...input: Parameters<typeof sampleInput>) =>
  activityCaption(activityData(sampleInput(...input)));

describe('the caption of an activity chart', () => {
  it('says what is not over, what whiskers mean, what several means and what is hatched', () => {
    const group = binsOf('2024-03 several 1 1 1', '2024-06 is 1 1 2');
    expect(caption({}, group, binsOf('2024-03 - 1 1 1', '2024-06 - 1 1 2'))).toEqual([
      'Jan 2024 is not whole: the coverage begins on 10 Jan 2024.',
      'Jun 2024 is not over: the coverage ends on 20 Jun 2024.',
      'Whiskers or a lighter part run from low to high of the bin’s total, the range of the sources.',
      'An attack of several actors counts once, under “Several actors”; the other groups leave it out.',
      'Dated lines: Crocus attack (22 Mar 2024).',
      'Hatched: not covered, not collected.',
    ]);
  });

  it('says that a stack is one block where nearly all have several, as each fight has two sides', () => {
    const group = binsOf('2024-03 several 9 9 9', '2024-06 is 1 1 1');
    const totals = binsOf('2024-03 - 9 9 9', '2024-06 - 1 1 1');
    expect(caption({}, group, totals)).toContain(
      'Nearly all attacks here have several actors, and count once, under “Several actors”: a stack says little of each of them. Panels and lines count an attack under each.',
    );
  });

  it('says that lines count an incident under each of its actors, and break where nothing is reported', () => {
    const group = binsOf('2024-03 is ? ? ?', '2024-04 is 1 1 1', '2024-04 iskp 1 1 1');
    const totals = binsOf('2024-03 - ? ? ?', '2024-04 - 1 1 1');
    const sentences = caption({ mode: 'lines', measure: 'fatalities' }, group, totals);
    expect(sentences).toContain('An attack of several actors counts under each.');
    expect(sentences).toContain(
      'A line breaks where attacks are counted but nobody reports any fatalities, or no best figure of them.',
    );
  });

  it('does not speak of incidents of several actors where no incident of the view has several', () => {
    const group = binsOf('2024-03 is 2 2 3', '2024-04 is 1 1 1', '2024-04 iskp 1 1 1');
    const totals = binsOf('2024-03 - 2 2 3', '2024-04 - 2 2 2');
    expect(caption({ mode: 'lines' }, group, totals).join(' ')).not.toContain('several');
  });

  it('says only what is hatched where nothing is drawn', () => {
    expect(caption({}, binsOf(), binsOf())).toEqual(['Hatched: not covered, not collected.']);
  });
});

describe('the scale of values', () => {
  const layoutOf = (total: string) => {
    const bins = binsOf(total);
    const { plots, cut } = activityLayout(activityData(sampleInput({ split: 'none' }, bins, bins)), 900);
    return { ...plots[0], cut };
  };

  it('ends at a round number above the highest range', () => {
    expect(layoutOf('2024-03 - 5 7 9')).toMatchObject({
      most: 10,
      cut: false,
      ticks: [0, 2, 4, 6, 8, 10],
    });
  });

  it('has whole numbers alone', () => {
    expect(layoutOf('2024-03 - 0 0.5 1')).toMatchObject({ most: 1, ticks: [0, 1] });
  });

  it('cuts ranges far beyond the best figures, so that bars stay legible', () => {
    expect(layoutOf('2024-03 - 0 4 400')).toMatchObject({ most: 10, cut: true });
  });

  it('is one for all panels, or each its own', () => {
    const groups = binsOf('2024-03 is 9 9 9', '2024-03 iskp 1 1 1');
    const total = binsOf('2024-03 - 10 10 10');
    const most = (axis: 'one' | 'own') =>
      activityLayout(activityData(sampleInput({ mode: 'panels', axis }, groups, total)), 900).plots.map(
        (plot) => plot.most,
      );
    expect([most('one'), most('own')]).toEqual([
      [10, 10],
      [10, 1],
    ]);
  });

  it('does not cut where there is no best figure to keep legible', () => {
    expect(layoutOf('2024-03 - ? ? 39')).toMatchObject({ most: 40, cut: false });
  });
});

const INCIDENTS = {
  label: 'Incidents',
  noun: { one: 'incident', many: 'incidents' },
  unreported: 'any incidents',
  fractions: false,
};

describe('a figure in words', () => {
  it.each([
    [{ low: 2, best: 3, high: 4 }, '3 (2–4)', '3 (2–4) incidents'],
    [{ low: 1, best: 1, high: 1 }, '1', '1 incident'],
    [{ low: 3, best: 4.5, high: 6 }, '4.5 (3–6)', '4.5 (3–6) incidents'],
    [{ low: 2017, best: 2373.9, high: 3062 }, '2,374 (2,017–3,062)', '2,374 (2,017–3,062) incidents'],
    [{ low: 0, best: 0, high: 0 }, '0', '0 incidents'],
    [{ low: null, best: null, high: null }, 'not reported', 'incidents not reported'],
    [{ low: null, best: null, high: 4 }, 'up to 4, not settled', 'incidents up to 4, not settled'],
    [{ low: 1, best: null, high: 4 }, '1–4, not settled', 'incidents 1–4, not settled'],
    [{ low: 12, best: null, high: null }, 'at least 12', 'incidents at least 12'],
    [{ low: 12, best: 15, high: null }, '15 (at least 12)', '15 (at least 12) incidents'],
    [{ low: null, best: 2, high: 2 }, '2 (low end not known)', '2 (low end not known) incidents'],
    [{ low: null, best: 5, high: 9 }, '5 (up to 9)', '5 (up to 9) incidents'],
    [null, 'not covered', 'not covered'],
  ])('%o is %s', (ends, text, quantity) => {
    const value = ends && { ...ends, basis: null };
    expect(valueText(value, INCIDENTS)).toBe(text);
    expect(quantityText(INCIDENTS, value)).toBe(quantity);
  });

  it('keeps the decimal of a mean or a share, however large', () => {
    const words = { ...INCIDENTS, fractions: true };
    expect(valueText({ low: 30, best: 66.7, high: 70, basis: null }, words)).toBe('66.7 (30–70)');
  });

  it('marks a sum to which ranges without a best figure add their low ends', () => {
    const basis = {
      matched: 4,
      reported: 4,
      sure: 0,
      inBest: 4,
      added: 4,
      weight: 4,
      withoutBest: 1,
      open: 0,
      sum: 255,
    };
    expect(valueText({ low: 230, best: 255, high: 310, basis }, INCIDENTS)).toBe('255+ (230–310)');
  });
});
