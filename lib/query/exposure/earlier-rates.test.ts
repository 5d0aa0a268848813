import { describe, expect, it } from 'vitest';
import { incident, infoOf, seriesOf } from '@/testing/pages/test-dashboard';
import type { CoverageNote, Incident } from '../../series/model';
import { addDays, type Day, formatDay, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { chanceInWords } from '../../words/chance/comparisons';
import { answerComparison } from '../compare/plan-comparison';
import { evaluate, meaningEngine } from '../meaning/evaluate';
import { planView } from '../plan/plan';
import { earlierRates } from './earlier-rates';
import { sideRates } from './side-rates';

/** So many incidents in a year, one after the other at even distances. */
function inYear(year: number, count: number): Incident[] {
  return Array.from({ length: count }, (_, i) =>
    incident(
      `${year}-${i}`,
      formatDay(addDays(toDay(year, 1, 1), Math.floor(((i + 0.5) * 365) / count)) as Day),
    ),
  );
}

async function ratesOf(incidents: readonly Incident[], query: string, notes: readonly CoverageNote[] = []) {
  const series = seriesOf([...incidents], { coverageNotes: notes });
  const info = infoOf(series);
  const { view } = parseView(series.meta.id, new URLSearchParams(query));
  const plan = planView(view, info);
  return earlierRates(view, info.guide, {
    total: evaluate(series, plan.total),
    before: plan.before && evaluate(series, plan.before),
    yearAgo: plan.yearAgo && evaluate(series, plan.yearAgo),
    overview: evaluate(series, plan.overview),
    comparison: await answerComparison(meaningEngine(series), plan.comparison),
  });
}

describe('the count of a window beside those before it', () => {
  it('is told from them by the exact test of the two counts', async () => {
    // binom.test(30, 40, 365 / 730) of R: p 0.002221; 12 of 22: 0.8318.
    const [rare] = await ratesOf([...inYear(2021, 10), ...inYear(2022, 30)], 'from=2022&to=2022');
    expect(rare!.compared).toMatchObject({ kind: 'compared', verdict: 'differ' });
    expect(rare!.compared).toHaveProperty('ratio.ratio', expect.closeTo(3, 9));
    expect(rare!.compared).toHaveProperty('ratio.p', expect.closeTo(0.002221, 5));
    expect(chanceInWords(rare!.compared)).toBe('chance alone seldom makes such a difference');
    const [common] = await ratesOf([...inYear(2021, 10), ...inYear(2022, 12)], 'from=2022&to=2022');
    expect(common!.compared).toHaveProperty('ratio.p', expect.closeTo(0.8318, 3));
    expect(chanceInWords(common!.compared)).toBe('chance alone may make such a difference');
  });

  it('is allowed to vary as the counts of the view do', async () => {
    // All of a year on one day: months vary by far more than by chance.
    const heap = (year: number, count: number) =>
      Array.from({ length: count }, (_, i) => incident(`${year}-${i}`, `${year}-05-05`));
    const [one] = await ratesOf([...heap(2021, 10), ...heap(2022, 30)], 'from=2022&to=2022');
    expect(one!.compared).toMatchObject({ kind: 'compared', verdict: 'open' });
  });

  it('is not judged where the days were not searched alike, and says nothing of two empty stretches', async () => {
    const thin: CoverageNote = {
      ...{ id: 't', kind: 'thin', from: toDay(2021, 1, 1), to: toDay(2021, 12, 31), text: 'Little was read' },
      ...{ actors: [], types: [] },
    };
    const [one] = await ratesOf([...inYear(2021, 10), ...inYear(2022, 30)], 'from=2022&to=2022', [thin]);
    expect(chanceInWords(one!.compared)).toBe('not compared, for the days were not searched alike');
    const [none] = await ratesOf(inYear(2020, 3), 'from=2022&to=2022');
    expect(none!.total.matched).toBe(0);
    expect(chanceInWords(none!.compared)).toBeNull();
  });

  it('has one verdict beside the number and in the comparison of the same spans', async () => {
    // Months of other years differ far more than those of the two that are compared.
    const wild = [2022, 2023].flatMap((year) =>
      Array.from({ length: 12 }, (_, i) => incident(`${year}-${i}`, `${year}-07-0${1 + (i % 9)}`)),
    );
    const incidents = [...wild, ...inYear(2020, 10), ...inYear(2021, 30)];
    for (const compare of ['period:before', 'period:before,2022', 'period:year']) {
      const query = `from=2021&to=2021&compare=${compare}`;
      const [beside] = await ratesOf(incidents, query);
      const series = seriesOf([...incidents]);
      const { view } = parseView(series.meta.id, new URLSearchParams(query));
      const info = infoOf(series);
      const answers = await answerComparison(meaningEngine(series), planView(view, info).comparison);
      const [panel] = sideRates(view, info.guide, answers);
      expect(panel).toMatchObject({ kind: 'compared' });
      expect(beside!.compared).toMatchObject({ verdict: (panel as { verdict: string }).verdict });
      const [alone] = await ratesOf(incidents, 'from=2021&to=2021');
      expect(panel).toHaveProperty('dispersion', (alone!.compared as { dispersion: number }).dispersion);
      expect((alone!.compared as { dispersion: number }).dispersion).toBeGreaterThan(2);
    }
  });
});
