import { nameWords } from '../../../text/name-words';
import { readDegrees, readPair } from '../../cells/read-coordinate';
import type { PairOrder } from '../../mapping';
import type { Question } from '../../proposal';
import type { ColumnProfile } from '../../survey/survey';
import { rankedColumns } from '../columns/best-column';
import { numericShare, shareOf } from '../columns/content';
import { LATITUDE, LONGITUDE } from '../columns/field-names';
import { type NameList, nameRank } from '../columns/name-list';
import { because, type Guesser } from '../guess';
import { pairShare } from './place-content';

const BOUNDS = { lat: 90, lon: 180 } as const;
type Axis = keyof typeof BOUNDS;

/** Of columns that are plainly named so, this share of the cells is enough: what cannot be read is a problem of its row, not a category. */
const SOME = 1 / 3;

/** The share of the cells that are degrees within the bounds. */
function shareWithin(column: ColumnProfile, axis: Axis): number {
  return shareOf(column, (text) => Math.abs(readDegrees(text.trim(), axis)) <= BOUNDS[axis]);
}

/**
 * Nearly all cells are numbers, or degrees such as `33°30' N`, and nearly all within the bounds. A few strays are problems
 * of their rows.
 */
function isWithin(column: ColumnProfile, axis: Axis): boolean {
  const bound = BOUNDS[axis];
  if (numericShare(column) < 0.8) {
    return shareWithin(column, axis) >= 0.8;
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

/** A list of numbers of a JSON document. */
const IN_LIST = /^-?[\d.]+\|-?[\d.]+/;
const LON_FIRST = / (?:lon|lng|long|longitude|x) (?:lat|latitude|y) |geometry coordinates| wkt /;

/** Which of two coordinates in a cell comes first: the one that passes 90 is the longitude, else names say it; null where none does. */
function orderOf(column: ColumnProfile): PairOrder | null {
  const pairs = column.values.flatMap(([text]) => readPair(text, 'lat-lon') ?? []);
  if (pairs.some(({ lat }) => Math.abs(lat) > 90)) return 'lon-lat';
  if (pairs.some(({ lon }) => Math.abs(lon) > 90)) return 'lat-lon';
  if (LON_FIRST.test(` ${nameWords(column.name)} `)) return 'lon-lat';
  return column.values.some(([text]) => IN_LIST.test(text)) ? null : 'lat-lon';
}

const orderQuestion = ({ name, samples }: ColumnProfile): Question => ({
  id: 'coordinate-order',
  text: `Which comes first in “${name}”, such as ${(samples[0] ?? '').replace('|', ', ')}? People write the latitude first, programs the longitude.`,
  options: [
    { value: 'lat-lon', label: 'the latitude', change: { mapping: { pairOrder: 'lat-lon' } } },
    { value: 'lon-lat', label: 'the longitude', change: { mapping: { pairOrder: 'lon-lat' } } },
  ],
});

/** Two numbers with fractions, in nearly all cells. */
/** `12,75` is a number with a decimal comma, not twelve degrees and seventy-five. */
const isDecimal = (text: string) => /^-?\d+,\d+$/.test(text);

const isOfPairs = (column: ColumnProfile) =>
  pairShare(column) >= 0.8 &&
  shareOf(column, (text) => /\d[.,°]\d/.test(text)) >= 0.5 &&
  shareOf(column, isDecimal) < 0.5;

/** Finds latitude and longitude in the cells of one column. */
const guessPair: Guesser = ({ free }) => {
  const column = free.find(isOfPairs);
  if (!column) return [];
  const order = orderOf(column);
  const pairOrder = order ?? 'lon-lat';
  const first = pairOrder === 'lat-lon' ? 'the latitude' : 'the longitude';
  const reason = `its cells hold two coordinates, ${first} first`;
  const change = { lat: column.name, lon: column.name, pairOrder };
  const guess = { change, reason: because('lat', [column], reason, order === null ? 'guess' : 'likely') };
  return [order === null ? { ...guess, question: orderQuestion(column) } : guess];
};

/** A column by its name alone, of which many cells are no degrees. */
const poorColumnOf = (columns: readonly ColumnProfile[], list: NameList, axis: Axis) =>
  rankedColumns(columns, list, (column) => !LETTERS.test(column.name) && shareWithin(column, axis) >= SOME)
    .map(({ column }) => column)
    .find((column) => nameRank(column, list) >= 2) ?? null;

/** What is said of a column: that its cells are within the bounds, or how many are. */
function reasonOf(column: ColumnProfile, axis: Axis): string {
  const [name, bound] = [axis === 'lat' ? 'latitude' : 'longitude', BOUNDS[axis]];
  const share = shareWithin(column, axis);
  const cells = share === 1 ? '' : `${Math.min(99, Math.round(100 * share))} % of its cells `;
  return `named like a ${name}, and ${cells}within −${bound} and ${bound}`;
}

/** Finds latitude and longitude: both or neither, named so and within ±90 and ±180, or both in one column. */
export const guessCoordinates: Guesser = (input) => {
  const { free } = input;
  const good = [columnOf(free, LATITUDE, 'lat'), columnOf(free, LONGITUDE, 'lon')] as const;
  if (good[0] && good[1] && good[0] !== good[1]) return guessed(good[0], good[1], 'certain');
  const paired = guessPair(input);
  if (paired.length > 0) return paired;
  const lat = good[0] ?? poorColumnOf(free, LATITUDE, 'lat');
  const lon = good[1] ?? poorColumnOf(free, LONGITUDE, 'lon');
  return lat && lon && lat !== lon ? guessed(lat, lon, 'likely') : [];
};

function guessed(lat: ColumnProfile, lon: ColumnProfile, most: 'certain' | 'likely'): ReturnType<Guesser> {
  const isPlain = Math.min(nameRank(lat, LATITUDE), nameRank(lon, LONGITUDE)) >= 2;
  const certainty = isPlain ? most : 'likely';
  return [
    { change: { lat: lat.name }, reason: because('lat', [lat], reasonOf(lat, 'lat'), certainty) },
    { change: { lon: lon.name }, reason: because('lon', [lon], reasonOf(lon, 'lon'), certainty) },
  ];
}
