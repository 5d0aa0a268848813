import { between, type Watched } from './watched-slice';
import { type Direction, windowP } from './window-test';

/** Weeks on either side of the same season in earlier years that belong to it. */
const SEASON_EDGE = 2;
const SEASON_YEARS = 3;
/** Where fewer years are known, a window must differ from the same season before so much that chance makes it so in one case of fifty. */
const AGAIN = 0.02;

function edgeOf(year: number): number {
  return year >= 50 ? SEASON_EDGE : 0;
}

/**
 * What the season does to a slice: the rate of the same bins, and of those beside them, in the three years before, over that of these
 * years. 1 where that can be chance, or where there are no three years.
 */
export function seasonOf<Id>(state: Watched<Id>, first: number, last: number, year: number | null): number {
  if (year === null) return 1;
  const edge = edgeOf(year);
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

/**
 * Whether a window is no more, or no less, than what the same bins and those beside them held in the years before, as many as are known of three: then it may
 * come of a season that too few years tell. False where three are known, for then {@link seasonOf} allows for it, and where none is since the
 * baseline began: the rate before that was another.
 */
export function isAsInSeason<Id>(
  state: Watched<Id>,
  direction: Direction,
  { first, last }: { readonly first: number; readonly last: number },
  year: number | null,
  dispersion: number,
): boolean {
  if (year === null) return false;
  const edge = edgeOf(year);
  const years = Math.floor((first - edge - state.from) / year);
  if (years < 1 || first - SEASON_YEARS * year - edge >= 0) return false;
  const parts = Array.from({ length: years }, (_, back) => {
    const shift = (back + 1) * year;
    return between(state, first - shift - edge, Math.min(last - shift + edge + 1, first));
  });
  const season = parts.reduce((a, b) => ({ count: a.count + b.count, exposure: a.exposure + b.exposure }));
  if (season.exposure <= 0) return false;
  return windowP(direction, between(state, first, last + 1), season, dispersion) > AGAIN;
}
