/** How many numbers a sum takes: of whole numbers, of ones with fractions as large as shares of days have, and of any. */
export const [WHOLE, FRACTIONS, ANY] = [1, 3, 4] as const;

/** Fractions are counted in steps of 2^-60, in two numbers of thirty bits, so that a million of them add up exactly. */
export const STEP = 2 ** 30;

/**
 * Adds a value so many times to the sum that begins at a place: its whole part, its steps in two numbers, and in {@link ANY}
 * what is less than a step. The sum has the same bits whatever the order and the way in which it came about, and the same as
 * that of SQL (`steadySum`).
 */
export function addSteady(
  values: Float64Array,
  at: number,
  parts: number,
  value: number,
  count: number,
): void {
  if (parts === WHOLE || Number.isInteger(value)) {
    values[at]! += value * count;
    return;
  }
  const whole = Math.trunc(value);
  const large = (value - whole) * STEP;
  const first = Math.trunc(large);
  const small = (large - first) * STEP;
  const second = Math.trunc(small);
  values[at]! += whole * count;
  values[at + 1]! += first * count;
  values[at + 2]! += second * count;
  if (parts === ANY) values[at + 3]! += (small - second) * count;
}

/** The sum that begins at a place. */
export function steadyAt(values: Float64Array, at: number, parts: number): number {
  if (parts === WHOLE) return values[at]!;
  const sum = values[at]! + (values[at + 1]! * STEP + values[at + 2]!) / STEP / STEP;
  return parts === ANY ? sum + values[at + 3]! / STEP / STEP : sum;
}
