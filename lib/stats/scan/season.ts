import { between, type Watched } from './watched-slice';
import { windowP } from './window-test';

/** Weeks on either side of the same season in earlier years that belong to it. */
const SEASON_EDGE = 2;
const SEASON_YEARS = 3;

/**
 * What the season does to a slice: the rate of the same bins, and of those beside them, in the three years before, over that of these
 * years. 1 where that can be chance, or where there are no three years.
 */
export function seasonOf<Id>(state: Watched<Id>, first: number, last: number, year: number | null): number {
  if (year === null) return 1;
  const edge = year >= 50 ? SEASON_EDGE : 0;
  if (first - SEASON_YEARS * year - edge < 0) return 1;
  const parts = Array.from({ length: SEASON_YEARS }, (_, back) => {
    const shift = (back + 1) * year;
    return between(state, first - shift - edge, Math.min(last - shift + edge + 1, first));
  });
  const season = parts.reduce((a, b) => ({ count: a.count + b.count, exposure: a.exposure + b.exposure }));
  const years = between(state, first - SEASON_YEARS * year - edge, first);
  const rest = { count: years.count - season.count, exposure: years.exposure - season.exposure };
  if (season.exposure <= 0 || rest.exposure <= 0 || years.count <= 0) return 1;
  const busier = season.count / season.exposure > years.count / years.exposure;
  const p = windowP(busier ? 'surge' : 'silence', season, rest, 1);
  return p > 0.025 ? 1 : season.count / season.exposure / (years.count / years.exposure);
}
