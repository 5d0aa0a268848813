import { addDays, formatDay, toDay } from '../../lib/time/day';
import { type Dice, diceOf, seeded } from './random';

/** The columns of UCDP GED as they are in its release 19.1 for a country. */
export const GED_COLUMNS =
  'id year active_year type_of_violence conflict_new_id conflict_name dyad_new_id dyad_name side_a_new_id side_a side_b_new_id gwnob side_b number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown low best high'.split(
    ' ',
  );

/** One row: cells as the file's format would hold them; null is empty. */
export type GedRow = readonly (string | number | null)[];

const FIRST = toDay(1989, 1, 1);
const DAYS = toDay(2023, 12, 31) - FIRST + 1;
const WORDS =
  'clashes shelling near village army rebels kill wounded attack on checkpoint police base in the north of'.split(
    ' ',
  );

function sentence(dice: Dice, words: number): string {
  return Array.from({ length: words }, () => dice.pick(WORDS)).join(' ');
}

/** Deaths with a long tail: most incidents kill a few, some kill hundreds. */
function deaths(dice: Dice): readonly [low: number, best: number, high: number] {
  const best = dice.zipf(400);
  return [dice.chance(0.8) ? best : Math.floor(best / 2), best, dice.chance(0.8) ? best : best * 2];
}

function rowOf(dice: Dice, at: number): GedRow {
  const country = dice.zipf(90);
  const conflict = country * 3 + dice.below(3);
  const [sideA, sideB] = [`Government of C${country}`, `Group ${conflict}, North`];
  const day = addDays(FIRST, dice.below(DAYS));
  const precision = dice.chance(0.8) ? 1 : 1 + dice.below(5);
  const end = precision === 1 ? day : addDays(day, dice.below(30));
  const admin = dice.zipf(12);
  const [lat, lon] = [(dice.below(160_000) - 80_000) / 1e3, (dice.below(340_000) - 170_000) / 1e3];
  const [low, best, high] = deaths(dice);
  const [office, headline] = [`Agency ${dice.zipf(200)}`, sentence(dice, 3)];
  const article = `"${office},${formatDay(day)},${headline}"`;
  return [
    ...[at + 1, Number(formatDay(day).slice(0, 4)), 1, dice.chance(0.7) ? 1 : 2 + dice.below(2), conflict],
    ...[`C${country}: Government`, conflict + 700, `${sideA} - ${sideB}`, country + 100, sideA],
    ...[conflict + 1000, null, sideB, 1, article, office, formatDay(day), headline, office],
    ...[1 + dice.below(6), `Town ${country}-${dice.zipf(400)}`, `Province ${admin}`],
    ...[`District ${admin}-${dice.below(8)}`, lat, lon, `POINT (${lon} ${lat})`, 1000 + dice.below(9_000)],
    ...[`Country ${country}`, country, `Region ${country % 5}`, 1, precision, formatDay(day), formatDay(end)],
    ...[0, 0, 0, best, low, best, high],
  ];
}

/** Made-up rows in the layout of GED, always the same for a seed. Ids rise from 1. */
export function* gedRows(rows: number, seed: number): Generator<GedRow> {
  const dice = diceOf(seeded(seed));
  for (let at = 0; at < rows; at++) yield rowOf(dice, at);
}
