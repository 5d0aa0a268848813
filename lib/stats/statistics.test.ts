import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, holm } from './adjust';
import { bayesianBlocks, cellsOfDays } from './bayesian-blocks';
import { blockPrior } from './block-priors';
import { poissonTails } from './counts';
import { dispersionOf, negativeBinomialAtLeast, negativeBinomialTheta } from './dispersion';
import COAL from './goldens/coal.json';
import { garwood, quasiPoisson } from './intervals';
import { conditionalPredictive, gammaPredictive } from './predictive';
import { rateRatio } from './rate-ratio';

/** Figures of R 4.2.2, `rateratio.test`, `surveillance` 1.20.3 and astropy 5.2.1. */
function expectNear(ours: number | null | undefined, theirs: number, share = 1e-9): void {
  expect(Math.abs((ours ?? Number.NaN) - theirs), `${ours} for ${theirs}`).toBeLessThanOrEqual(
    Math.abs(theirs) * share,
  );
}

describe("Garwood's interval", () => {
  it.each([
    [0, 0, 3.68887945411],
    [1, 0.0253178079843, 5.57164339094],
    [2, 0.242209278544, 7.22468766772],
    [5, 1.62348639012, 11.6683320793],
    [22, 13.7872828722, 33.3082643871],
    [81, 64.3256919941, 100.67560418],
    [1000, 938.973018408, 1063.95213602],
  ])('of %i events is that of R', (count, low, high) => {
    expectNear(garwood(count).low, low);
    expectNear(garwood(count).high, high);
  });

  it('divided by what was expected is that of poisson.test(137, 24.19893)', () => {
    const { low, high } = garwood(137);
    expectNear(low / 24.19893, 4.75312480485);
    expectNear(high / 24.19893, 6.69270933418);
  });
});

describe('the ratio of two rates', () => {
  it('is that of poisson.test(c(11, 21), c(800, 3011))', () => {
    const found = rateRatio({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 });
    expectNear(found?.ratio, 1.97148809524);
    expectNear(found?.low, 0.858426403392);
    expectNear(found?.high, 4.27726594365);
  });

  it('is that of rateratio.test(c(2, 9), c(17877, 16660)), with its central p', () => {
    const found = rateRatio({ count: 2, exposure: 17877 }, { count: 9, exposure: 16660 });
    expectNear(found?.ratio, 0.2070941557);
    expectNear(found?.low, 0.0217740627591);
    expectNear(found?.high, 1.00054910449);
    expectNear(found?.p, 0.0501064956141);
  });

  it('has no upper end where the second had no event, and no ratio', () => {
    expect(rateRatio({ count: 4, exposure: 10 }, { count: 0, exposure: 10 })).toMatchObject({
      ratio: null,
      high: null,
      p: expect.closeTo(0.125, 12),
    });
    expect(rateRatio({ count: 0, exposure: 10 }, { count: 4, exposure: 10 })).toMatchObject({
      ratio: 0,
      low: 0,
      p: expect.closeTo(0.125, 12),
    });
  });

  it.each([
    [0, 10, 0, 10],
    [1, 0, 2, 10],
    [1, 10, 2, 0],
  ])('is none of %i events in %i days against %i in %i', (a, s, b, t) => {
    expect(rateRatio({ count: a, exposure: s }, { count: b, exposure: t })).toBeNull();
  });

  it('is as wide as that of fewer events where counts vary more than by chance', () => {
    const [first, second] = [
      { count: 33, exposure: 800 },
      { count: 63, exposure: 3011 },
    ];
    const third = rateRatio({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 })!;
    expect(rateRatio(first, second, 3)).toEqual({ ...third, ratio: expect.closeTo(third.ratio!, 12) });
  });
});

describe('p values of many tests', () => {
  const PS = [
    ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
    ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
  ];
  const BH = [
    0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571, 0.0638571428571, 0.0645, 0.0765, 0.486,
  ];
  const HOLM = [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1];

  it('are adjusted as by p.adjust, whatever their order', () => {
    BH.forEach((p, place) => {
      expectNear(benjaminiHochberg(PS)[place], p);
    });
    HOLM.forEach((p, place) => {
      expectNear(holm(PS)[place], p);
    });
    expect(holm([...PS].reverse())).toEqual([...holm(PS)].reverse());
    expect(benjaminiHochberg([...PS].reverse())).toEqual([...benjaminiHochberg(PS)].reverse());
  });

  it('can be adjusted without those that were too large to be kept', () => {
    const few = benjaminiHochberg(PS.slice(0, 4), PS.length);
    BH.slice(0, 3).forEach((p, place) => {
      expectNear(few[place], p);
    });
  });
});

describe('counts that vary more than by chance', () => {
  const COUNTS = [0, 1, 0, 2, 0, 0, 1, 5, 0, 0, 3, 0, 7, 1, 0, 0, 2, 0, 1, 0, 0, 4, 0, 0];

  it('have the index, the interval and the θ that R gives them', () => {
    const found = dispersionOf(COUNTS)!;
    expectNear(found.chiSquared, 71.6666666667);
    expectNear(found.p, 6.70619225375e-7);
    expectNear(found.index, 3.11594202899);
    const interval = quasiPoisson(27, found.index, 24)!;
    expectNear(interval.low / 24, 0.557123758482);
    expectNear(interval.high / 24, 2.27171248889);
    const theta = negativeBinomialTheta(COUNTS)!;
    expectNear(theta, 0.425172751, 1e-8);
    expectNear(negativeBinomialAtLeast(7, 27 / 24, theta), 0.0296993112951, 1e-8);
    expectNear(poissonTails(6, 27 / 24).upper, 0.000170476655729);
  });

  it('have none of it where there is too little to tell', () => {
    expect(dispersionOf([3])).toBeNull();
    expect(dispersionOf([0, 0, 0])).toBeNull();
    expect(negativeBinomialTheta([1, 1, 1, 1])).toBeNull();
    expect(quasiPoisson(0, 2, 10)).toBeNull();
  });

  it('are measured against the days that each bin covers', () => {
    expect(dispersionOf([10, 20, 30], [7, 14, 21])!.chiSquared).toBeCloseTo(0, 12);
  });
});

describe('what a baseline lets expect', () => {
  const [stretch, baseline] = [
    { count: 4, exposure: 30 },
    { count: 9, exposure: 365 },
  ];

  it('is what R gives for 4 or more in 30 days after 9 in 365', () => {
    expectNear(gammaPredictive(stretch, baseline).atLeast, 0.0117352677411);
    expectNear(conditionalPredictive(stretch, baseline).atLeast, 0.0136208924391);
  });

  it('comes near the Poisson figure as the dispersion comes near 1, and is larger above it', () => {
    const [near, far] = [1 + 1e-7, 3].map((one) => conditionalPredictive(stretch, baseline, one).atLeast);
    expectNear(near, 0.0136208924391, 1e-5);
    expect(far).toBeGreaterThan(0.03);
  });

  it('has two tails that share the count itself', () => {
    for (const dispersion of [1, 2.5]) {
      const here = conditionalPredictive(stretch, baseline, dispersion);
      const above = conditionalPredictive({ ...stretch, count: 5 }, { ...baseline, count: 8 }, dispersion);
      if (dispersion === 1) expectNear(here.atMost + above.atLeast, 1);
      expect(here.atMost + here.atLeast).toBeGreaterThan(1);
    }
  });
});

/** Cells as astropy makes them: from the first event to the last, with edges half way between events. */
function astropyCells(times: readonly number[], counts: readonly number[]) {
  const edges = [times[0]!, ...times.slice(1).map((time, i) => (time + times[i]!) / 2), times.at(-1)!];
  return { edges, cells: counts.map((count, i) => ({ count, length: edges[i + 1]! - edges[i]! })) };
}

describe('Bayesian blocks', () => {
  const coal = astropyCells(
    COAL,
    COAL.map(() => 1),
  );
  const sizes = (starts: readonly number[]) => starts.map((s, i) => (starts[i + 1] ?? COAL.length) - s);

  it('of the coal mining disasters are those of astropy', () => {
    const found = bayesianBlocks(coal.cells, 4 - Math.log(73.53 * 0.05 * COAL.length ** -0.478));
    expectNear(coal.edges[found[1]!], 1890.145791, 1e-9);
    expect(sizes(found)).toEqual([124, 67]);
    const more = bayesianBlocks(coal.cells, 4);
    expectNear(coal.edges[more[2]!], 1947.66256, 1e-9);
    expect(sizes(more)).toEqual([124, 62, 5]);
  });

  it('of days with several events are those of astropy', () => {
    const days = [0, 5, 9, 14, 20, 22, 23, 24, 25, 26, 27, 28, 40, 55, 70, 90];
    const { edges, cells } = astropyCells(days, [1, 1, 1, 2, 1, 3, 4, 2, 5, 3, 4, 2, 1, 1, 1, 1]);
    const prior = 4 - Math.log(73.53 * 0.05 * days.length ** -0.478);
    expect(bayesianBlocks(cells, prior).map((start) => edges[start])).toEqual([0, 21, 27.5]);
  });

  it('are as good as the best of all partitions', () => {
    const cells = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5].map((count, i) => ({ count, length: 1 + ((i * 7) % 5) }));
    const worth = (starts: readonly number[], prior: number) =>
      starts.reduce((sum, start, i) => {
        const block = cells.slice(start, starts[i + 1] ?? cells.length);
        const count = block.reduce((n, cell) => n + cell.count, 0);
        const length = block.reduce((n, cell) => n + cell.length, 0);
        return sum + count * Math.log(count / length) - prior;
      }, 0);
    const all = Array.from({ length: 2 ** (cells.length - 1) }, (_, mask) => [
      0,
      ...cells.flatMap((_cell, i) => (i > 0 && (mask >> (i - 1)) & 1 ? [i] : [])),
    ]);
    for (const prior of [0.1, 0.5, 1, 2, 4]) {
      const most = Math.max(...all.map((starts) => worth(starts, prior)));
      expectNear(worth(bayesianBlocks(cells, prior), prior), most);
    }
  });

  it('have cells that fill the covered days, and none without events', () => {
    const cells = cellsOfDays(
      [
        { place: 3, count: 2 },
        { place: 4, count: 1 },
        { place: 9, count: 1 },
      ],
      20,
    );
    expect(cells).toEqual([
      { start: 0, count: 2, length: 4 },
      { start: 4, count: 1, length: 3 },
      { start: 7, count: 1, length: 13 },
    ]);
    expect(bayesianBlocks([], 4)).toEqual([]);
  });
});

describe('the prior of Bayesian blocks', () => {
  // By another simulation: 22 events in 2,500 days, 100 in 1,000; of the others the days are not told, and matter little.
  it.each([
    [22, 2500, 3.35, 4.7],
    [100, 1000, 4.72, 5.58],
    [400, 4000, 5.18, 6.72],
    [1000, 10_000, 5.35, 6.85],
  ])('of %i events in %i days is what others found, within the doubt of both', (events, days, five, one) => {
    expect(Math.abs(blockPrior(events, days) - five)).toBeLessThan(0.35);
    expect(Math.abs(blockPrior(events, days, 0.01) - one)).toBeLessThan(0.35);
  });

  it('is larger for more events and for fewer false alarms, and defined for any', () => {
    const at = (events: number) => blockPrior(events, 2500);
    const all = [0.2, 1, 3, 10, 30, 100, 1000, 1e5].map(at);
    expect(all).toEqual([...all].sort((a, b) => a - b));
    expect(all.every((prior) => Number.isFinite(prior) && prior > 0)).toBe(true);
    expect(blockPrior(22, 2500, 0.01)).toBeGreaterThan(at(22));
  });
});
