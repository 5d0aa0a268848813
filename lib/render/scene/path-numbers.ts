/** Tenths of a pixel as pixels, as an outline writes them. */
export function inPixels(tenths: number): string {
  return String(tenths / 10).replace(/^(-?)0\./, '$1.');
}

/** Two such numbers one after the other. */
export function pairInPixels(x: number, y: number): string {
  return `${inPixels(x)}${y < 0 ? '' : ' '}${inPixels(y)}`;
}
