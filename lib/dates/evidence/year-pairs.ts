const PAIR = /^(\d{4})([/-])(\d{1,2})$/;

interface YearPair {
  readonly first: number;
  readonly sign: string;
  readonly second: number;
  readonly digits: number;
}

function pairOf(key: string): YearPair | null {
  const [, first, sign = '', second] = PAIR.exec(key) ?? [];
  return first === undefined
    ? null
    : { first: Number(first), sign, second: Number(second), digits: (second ?? '').length };
}

const isNext = ({ first, second, digits }: YearPair) => second === (first + 1) % 10 ** digits;

/**
 * Whether the texts of a column like `2001/02` are a year and the next: one of them can be no month, as `1998/99`, and
 * none can be nothing but a month.
 */
export function arePairs(keys: Iterable<string>): boolean {
  let isProved = false;
  for (const key of keys) {
    const pair = pairOf(key);
    if (!pair) continue;
    if (pair.second <= 12 && !isNext(pair)) return false;
    if (pair.second > 12 && isNext(pair)) isProved = true;
  }
  return isProved;
}

/** `2001/02` as one of two years, `2001-02` as both of them; null for a text of another shape. */
export function readPair(key: string): string | null {
  const pair = pairOf(key);
  if (!pair || !isNext(pair) || pair.first === 0 || pair.first === 9999) return null;
  const [first, second] = [pair.first, pair.first + 1].map((year) => String(year).padStart(4, '0'));
  return pair.sign === '/' ? `[${first}..${second}]` : `${first}/${second}`;
}
