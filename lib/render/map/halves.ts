/** Halves of a pixel: what many small marks are placed by, so that their text is short. */
export const HALF = { transform: 'scale(.5)' };

/** Whole numbers beside each other, as short as SVG can read them. */
export function wholeText(numbers: readonly number[]): string {
  return numbers.map((value, at) => (at > 0 && value >= 0 ? ` ${value}` : `${value}`)).join('');
}
