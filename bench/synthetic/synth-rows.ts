import { addDays, toDay } from '../../lib/time/day';
import { type Dice, diceOf, seeded } from './random';
import { synthDate } from './synth-date';

/** The size of an invented series, and the seed that decides all of it. */
export interface SynthSize {
  readonly incidents: number;
  readonly actors: number;
  readonly seed: number;
}

/** One cell as it is to be written. */
export type Cell = string | number | boolean;
export type SynthRow = readonly Cell[];

export const TYPES = ['armed-assault', 'bombing', 'arson', 'sabotage', 'stabbing', 'raid', 'operation'];
export const REGIONS = Array.from({ length: 40 }, (_, at) => `region-${at + 1}`);
const WORDS =
  'officials said that the police post near the river was struck at night; a witness, quoted by two papers, "doubts" it'.split(
    ' ',
  );
const INITIATORS = ['non-state', 'non-state', 'non-state', 'foreign-state', 'mixed', 'unclear', 'state'];
const FIRST = toDay(1997, 1, 1);
const DAYS = toDay(2024, 12, 31) - FIRST + 1;

/** Actors come in families of ten: the first is the root, the next two its children, the others theirs. */
export function parentOf(actor: number): number | null {
  const place = actor % 10;
  if (place === 0) return null;
  return place <= 2 ? actor - place : actor - place + 1 + (place % 2);
}

export function actorRows({ actors }: SynthSize): SynthRow[] {
  return Array.from({ length: actors }, (_, at) => [`actor-${at}`, `Actor number ${at}`, `A${at}`]);
}

/** A dated `part` relation for every actor that has a parent, and a tie for a few of the roots. */
export function relationRows({ actors, seed }: SynthSize): SynthRow[] {
  const dice = diceOf(seeded(seed + 1));
  const rows: SynthRow[] = [];
  for (let at = 0; at < actors; at++) {
    const parent = parentOf(at);
    const from = 1990 + dice.below(20);
    const to = dice.chance(0.3) ? `${from + 5 + dice.below(15)}-06` : '';
    if (parent !== null) rows.push([`actor-${at}`, `actor-${parent}`, 'part', from, to]);
    else if (at > 0 && dice.chance(0.2)) rows.push([`actor-${at}`, `actor-${at - 10}`, 'tie', from, to]);
  }
  return rows;
}

/** Low, best and high of a count: one in three not stated, some with one figure, some with two that disagree. */
function estimate(dice: Dice): [Cell, Cell, Cell] {
  if (dice.chance(0.33)) return ['', '', ''];
  const best = Math.floor(dice.zipf(60));
  if (dice.chance(0.5)) return ['', best, ''];
  if (dice.chance(0.1)) return [best, '', best + 1 + dice.below(40)];
  return [Math.max(0, best - dice.below(3)), best, best + dice.below(6)];
}

function incidentRow(at: number, dice: Dice): SynthRow {
  const date = synthDate(addDays(FIRST, dice.below(DAYS)), dice);
  const regions = dice.chance(0.05)
    ? `${REGIONS[dice.zipf(20)]}|${REGIONS[20 + dice.below(20)]}`
    : `${REGIONS[dice.zipf(40)]}`;
  const type = TYPES[dice.zipf(TYPES.length)] ?? '';
  const subtype = dice.chance(0.1) ? dice.pick(TYPES) : '';
  const notes = Array.from({ length: dice.below(25) }, () => dice.pick(WORDS)).join(' ');
  return [
    `incident-${at}`,
    date,
    `Incident ${at} near the ${dice.pick(['bridge', 'station', 'market', 'post', 'river'])}`,
    type,
    subtype,
    regions,
    dice.chance(0.97),
    dice.pick(INITIATORS),
    dice.chance(0.02),
    ...estimate(dice),
    ...estimate(dice),
    notes,
  ];
}

/** The links of one incident: one in five has none, one in ten a rival claim, actors by Zipf. */
function linkRows(at: number, actors: number, dice: Dice): SynthRow[] {
  if (actors === 0 || dice.chance(0.2)) return [];
  const rows: SynthRow[] = [];
  const linked = new Set([dice.zipf(actors)]);
  if (dice.chance(0.1)) linked.add(dice.zipf(actors));
  for (const actor of linked) {
    const relation = dice.pick(['claimed', 'claimed', 'attributed', 'suspected']);
    const certainty = dice.pick(['certain', 'certain', 'certain', 'probable', 'possible']);
    const parent = relation === 'claimed' && dice.chance(0.3) ? parentOf(actor) : null;
    const disputed = dice.chance(0.05) ? 'investigators' : '';
    rows.push([
      `incident-${at}`,
      `actor-${actor}`,
      relation,
      certainty,
      parent === null ? '' : `actor-${parent}`,
      disputed,
    ]);
  }
  return rows;
}

/** Every incident with its links, in order, one at a time, so that no size needs memory. */
export function* incidentRows(size: SynthSize): Generator<{ incident: SynthRow; links: SynthRow[] }> {
  const dice = diceOf(seeded(size.seed));
  for (let at = 0; at < size.incidents; at++) {
    yield { incident: incidentRow(at, dice), links: linkRows(at, size.actors, dice) };
  }
}
