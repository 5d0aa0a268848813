import { Budget, type Turns } from '../../caches/budget';

/** What is read of a file and worked out of columns may take so many bytes an incident together, and so many however few there are. */
const [BYTES_EACH, LEAST_BYTES] = [41, 2 ** 23] as const;

/** What the columns of so many incidents may hold beside texts, and can make or read again. */
export function columnsBudget(incidents: number, turns?: Turns): Budget {
  return new Budget(Math.max(LEAST_BYTES, incidents * BYTES_EACH), turns);
}

/** What is worked out of columns that are in memory may take so many bytes an incident: none of it can be read again. */
const [HELD_EACH, LEAST_HELD] = [100, 2 ** 25] as const;

/** What may be held beside columns that are in memory. */
export function heldBudget(incidents: number): Budget {
  return new Budget(Math.max(LEAST_HELD, incidents * HELD_EACH));
}
