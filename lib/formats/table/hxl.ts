const TAG = /^#[a-z][a-z0-9_]*(\s*\+\s*[a-z][a-z0-9_]*)*$/i;

/**
 * Whether a record is a row of HXL tags (Humanitarian Exchange Language, https://hxlstandard.org): every cell that is filled
 * is one, such as `#date+start`.
 */
export function isHxlRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => TAG.test(cell));
}
