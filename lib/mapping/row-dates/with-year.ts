/** `3/12`, `03.12.`, `3-12`: day and month in numbers, whatever their order. */
const NUMBERS = /^\s*\d{1,2}\s*([./-])\s*\d{1,2}\s*\1?\s*$/;
const SIGN_BEHIND = /[./-]\s*$/;

/** A day that names no year, with the year that stands in another column: `January 3` of 2019, `3/12` of 2019. */
export function withYear(text: string, year: number): string {
  const digits = String(year).padStart(4, '0');
  const sign = NUMBERS.exec(text)?.[1];
  if (sign === undefined) return `${text.trim()} ${digits}`;
  return `${text.replace(SIGN_BEHIND, '').trim()}${sign}${digits}`;
}
