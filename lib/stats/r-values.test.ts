import { describe, expect, it } from 'vitest';
import { betaQuantile, betaTails } from './beta';
import {
  binomialQuantile,
  binomialTails,
  negativeBinomialQuantile,
  negativeBinomialTails,
  poissonTails,
} from './counts';
import { chiSquaredQuantile, gammaQuantile, gammaTails } from './gamma';
import R_VALUES from './goldens/r-values.json';

type Args = readonly number[];

/** Our functions under the names that R has for them. */
const OURS: Readonly<Record<string, (args: Args) => number>> = {
  pgamma: ([x, a]) => gammaTails(x!, a!).lower,
  qgamma: ([p, a]) => gammaQuantile(p!, a!),
  qchisq: ([p, df]) => chiSquaredQuantile(p!, df!),
  pbeta: ([x, a, b]) => betaTails(x!, a!, b!).lower,
  qbeta: ([p, a, b]) => betaQuantile(p!, a!, b!).x,
  ppois: ([k, mean]) => poissonTails(k!, mean!).lower,
  pbinom: ([k, n, p]) => binomialTails(k!, n!, p!).lower,
  qbinom: ([p, n, chance]) => binomialQuantile(p!, n!, chance!),
  pnbinom: ([k, size, p]) => negativeBinomialTails(k!, size!, p!).lower,
  qnbinom: ([p, size, chance]) => negativeBinomialQuantile(p!, size!, chance!),
};

/** R 4.2.2's values of its distribution and quantile functions. */
describe('every function has the value that R has for it', () => {
  it.each(Object.keys(OURS))('%s', (name) => {
    const cases = R_VALUES.filter(({ fn }) => fn === name);
    expect(cases.length).toBeGreaterThan(0);
    for (const { args, val } of cases) {
      const ours = OURS[name]!(args);
      expect(Math.abs(ours - val), `${name}(${args}) = ${ours}, R has ${val}`).toBeLessThanOrEqual(
        Math.abs(val) * 1e-9,
      );
    }
  });

  it('and none is left out', () => {
    expect(R_VALUES).toHaveLength(188);
    expect(R_VALUES.filter(({ fn }) => !(fn in OURS))).toEqual([]);
  });
});
