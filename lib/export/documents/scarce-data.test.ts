import { describe, expect, it } from 'vitest';
import { incident, infoOf, link, seriesOf } from '@/testing/pages/test-dashboard';
import { answerComparison, planComparison } from '../../query/compare/plan-comparison';
import { changePointsOf } from '../../query/exposure/change-points';
import { planDays, rateOf } from '../../query/exposure/rate';
import { compareRates, type Pair } from '../../query/exposure/rate-comparisons';
import { sideRates } from '../../query/exposure/side-rates';
import { meaningEngine } from '../../query/meaning/evaluate';
import { watchView } from '../../query/watch/watch';
import type { CoverageNote, Incident, Series } from '../../series/model';
import { addDays, formatDay, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { changesInWords, rateInWords } from '../../words/chance/rates';
import { changePointsDocument, rateComparisonsDocument, rateDocument } from './rate-document';
import { watchDocument } from './watch-document';

/** Three years in which nobody looked in 2022. */
const GAP: CoverageNote = {
  ...{ id: 'g', kind: 'gap', from: toDay(2022, 1, 1), to: toDay(2022, 12, 31), text: 'Nobody looked.' },
  ...{ actors: [], types: [] },
};
const noted = { coverageNotes: [GAP] };
const every = (count: number, days: number, actor = 'red'): Incident[] =>
  Array.from({ length: count }, (_, at) =>
    incident(`${actor}${at}`, formatDay(addDays(toDay(2020, 1, 1), at * days)), { links: [link(actor)] }),
  );

interface Case {
  readonly series: Series;
  readonly query: string;
  /** What is said of the rate, of its changes, of what stands out, and of a comparison. */
  readonly rate: RegExp;
  readonly changes: RegExp;
  readonly watch: RegExp;
  readonly compared?: RegExp;
}

const CASES: Readonly<Record<string, Case>> = {
  'days on which nobody looked': {
    series: seriesOf(every(20, 70), noted),
    query: 'from=2022&to=2022&compare=period:2021',
    rate: /^On none of these days did anybody look, so that there is no rate\.$/,
    changes: /so no change of rate can be seen/,
    watch: /nothing can stand out/,
    compared: /cannot be compared: for one of them nobody looked on any day/,
  },
  'no event': {
    series: seriesOf(every(20, 70), noted),
    query: 'actor=blue&compare=actor:blue,none',
    rate: /^No attack in [\d,]+ covered days: a rate of up to [\d.]+ for 30 days fits/,
    changes: /so no change of rate can be seen/,
    watch: /Nothing happened often enough for anything to stand out/,
    compared: /cannot be compared: neither has any/,
  },
  'one event': {
    series: seriesOf(every(1, 1)),
    query: 'compare=actor:red,blue',
    // R: poisson.test(1): 0.0253 to 5.57, in 1,461 days.
    rate: /^1 attack in 1,461 covered days: 0\.021 for 30 days; anything from less than 0\.001 to 0\.11 fits/,
    changes: /^No change of rate that chance would not make/,
    watch: /Nothing happened often enough/,
    compared: /too few to tell apart \(red 1, blue none: anything from 0\.026 times as often up fits\)/,
  },
  'all on one day': {
    series: seriesOf(every(30, 0)),
    query: 'compare=actor:red,blue',
    rate: /^30 attacks in 1,461 covered days/,
    changes: /for 30 days/,
    watch: /./,
    compared: /./,
  },
  'a window outside the coverage': {
    series: seriesOf(every(20, 70)),
    query: 'from=2031&to=2032&compare=period:before',
    rate: /^On none of these days did anybody look/,
    changes: /so no change of rate can be seen/,
    watch: /nothing can stand out/,
    compared: /cannot be compared: for one of them nobody looked on any day/,
  },
  'a window that is reversed': {
    series: seriesOf(every(20, 70)),
    query: 'from=2022&to=2021',
    rate: /^On none of these days did anybody look/,
    changes: /so no change of rate can be seen/,
    watch: /nothing can stand out/,
  },
  'groups that are the same': {
    series: seriesOf(every(20, 70).map((one) => ({ ...one, links: [link('red'), link('blue')] }))),
    query: 'compare=actor:red,blue',
    rate: /^20 attacks/,
    changes: /^No change of rate/,
    watch: /stand/,
    compared: /cannot be compared: one is a part of the other/,
  },
};

describe('where little can be said, it is said what cannot', () => {
  it.each(Object.entries(CASES))('of %s', async (_, { series, query, rate, changes, watch, compared }) => {
    const { view } = parseView(series.meta.id, new URLSearchParams(query));
    const info = infoOf(series);
    const { guide } = info;
    const { noun } = guide.meta;
    const engine = meaningEngine(series);
    const days = await engine.run(planDays(view, info));
    const found = await watchView(engine, view, info);
    const rates = sideRates(view, guide, await answerComparison(engine, planComparison(view, info)));
    const names = ['red', 'blue'];
    const none = { publications: 1, late: null, bars: null };
    const documents = {
      rate: rateDocument(rateOf(view, guide, days), noun),
      changes: changePointsDocument(changePointsOf(view, guide, days), noun),
      watch: watchDocument(info, view, found, none, { rates, names }),
      compared: rateComparisonsDocument(rates, names),
    };
    const said = JSON.stringify(documents, (_key, value) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'NaN' : value,
    );
    expect(said).not.toMatch(/NaN|Infinity|undefined/);
    expect(documents.rate?.words[0] ?? sentence(rateInWords(null, noun))).toMatch(rate);
    expect(sentence(changesInWords(changePointsOf(view, guide, days), noun))).toMatch(changes);
    expect(sentence(documents.watch.words)).toMatch(watch);
    if (compared !== undefined) expect(documents.compared[0]?.words).toMatch(compared);
  });

  it('of ten thousand comparisons', () => {
    const side = (id: string, count: number) => ({
      ...{ id, count, uncovered: 0, exposure: 1000, people: null, less: false, dispersion: 1 },
      interval: { low: 0, high: 1, model: 'poisson' as const },
    });
    const pair: Pair = {
      ...{ first: side('0', 3), second: side('1', 9), relation: 'apart', shared: 0 },
      ...{ unknown: null, across: 'none', by: 'days' },
    };
    const made = rateComparisonsDocument(compareRates(new Array(10_000).fill(pair)), ['red', 'blue']);
    expect(new Set(made.map(({ words }) => words))).toEqual(
      new Set([
        'So many comparisons cannot be made at once: chance alone would make some of them look large.',
      ]),
    );
  });
});

const sentence = (words: readonly string[]) => words.join(' ');
