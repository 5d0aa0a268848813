import { readDegrees } from '../build/read-coordinate';
import type { ColumnProfile } from '../survey/survey';
import { rankedColumns } from './best-column';
import { numericShare, shareOf } from './content';
import { LATITUDE, LONGITUDE } from './field-names';
import { because, type Guesser } from './guess';
import { type NameList, nameRank } from './name-list';

const BOUNDS = { lat: 90, lon: 180 } as const;
type Axis = keyof typeof BOUNDS;

/**
 * Nearly all cells are numbers, or degrees such as `33°30' N`, and nearly all within the bounds. A few strays are problems
 * of their rows.
 */
function isWithin(column: ColumnProfile, axis: Axis): boolean {
  const bound = BOUNDS[axis];
  if (numericShare(column) < 0.8) {
    return shareOf(column, (text) => Math.abs(readDegrees(text.trim(), axis)) <= bound) >= 0.8;
  }
  if (Math.abs(column.least ?? 0) <= bound && Math.abs(column.greatest ?? 0) <= bound) return true;
  return shareOf(column, (text) => Math.abs(Number(text)) <= bound) >= 0.95;
}

const LETTERS = /^[xy]$/i;
const hasFractions = (column: ColumnProfile) => column.values.some(([text]) => text.includes('.'));

const columnOf = (columns: readonly ColumnProfile[], list: NameList, axis: Axis) =>
  rankedColumns(
    columns,
    list,
    (column) => isWithin(column, axis) && (!LETTERS.test(column.name) || hasFractions(column)),
  )[0]?.column ?? null;

/** Finds latitude and longitude: both or neither, named so and within ±90 and ±180. */
export const guessCoordinates: Guesser = ({ free }) => {
  const lat = columnOf(free, LATITUDE, 'lat');
  const lon = columnOf(free, LONGITUDE, 'lon');
  if (!lat || !lon || lat === lon) return [];
  const certainty = Math.min(nameRank(lat, LATITUDE), nameRank(lon, LONGITUDE)) >= 2 ? 'certain' : 'likely';
  return [
    {
      change: { lat: lat.name },
      reason: because('lat', [lat], 'named like a latitude, and within −90 and 90', certainty),
    },
    {
      change: { lon: lon.name },
      reason: because('lon', [lon], 'named like a longitude, and within −180 and 180', certainty),
    },
  ];
};
