import { toDay } from '../../lib/time/day';
import { diceOf, seeded } from '../synthetic/random';

export const ACTORS = 500;
export const TYPES = 8;
export const REGIONS = 60;
export const FIRST_DAY = toDay(1989, 1, 1);
export const LAST_DAY = toDay(2024, 12, 31);

/** The rows of a series, as columns of codes. */
export interface Rows {
  readonly day: Int32Array;
  readonly actor: Uint16Array;
  readonly type: Uint8Array;
  readonly region: Uint8Array;
  readonly killed: Uint16Array;
}

/** Rows that are always the same for a seed; the README says how they are distributed. */
export function madeUp(rows: number, seed: number): Rows {
  const dice = diceOf(seeded(seed));
  const made = {
    ...{ day: new Int32Array(rows), actor: new Uint16Array(rows), type: new Uint8Array(rows) },
    ...{ region: new Uint8Array(rows), killed: new Uint16Array(rows) },
  };
  for (let row = 0; row < rows; row++) {
    made.day[row] = FIRST_DAY + dice.below(LAST_DAY - FIRST_DAY + 1);
    made.actor[row] = dice.zipf(ACTORS);
    made.type[row] = dice.zipf(TYPES);
    made.region[row] = dice.zipf(REGIONS);
    made.killed[row] = dice.chance(2 / 3) ? 0 : dice.zipf(400);
  }
  return made;
}
