/** A number of people as one cell gives it: what is certain of it, and nothing else. */
export type Figure =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'figure';
      readonly low: number | null;
      readonly best: number | null;
      readonly high: number | null;
      /** What its reader should know. */
      readonly doubt: 'about' | 'point' | null;
    }
  | { readonly kind: 'bad'; readonly reason: string };

/** More than there are people. */
const TOO_MANY = 1e10;
const LONGEST = 60;

const SPACE = ", \\u00a0\\u2009\\u202f'’";
const NUMBER = [
  '\\d{1,3}(?:\\.\\d{3})+,\\d+',
  '\\d{1,3}(?:\\.\\d{3}){2,}',
  `\\d{1,3}(?:[${SPACE}]\\d{3})+(?:\\.\\d+)?`,
  '\\d+(?:[.,]\\d*)?',
  '\\.\\d+',
].join('|');
const GROUPED = new RegExp(`^\\d{1,3}(?:[${SPACE}]\\d{3})+(?:\\.\\d+)?$`);
const number = (name: string) => `(?<${name}>${NUMBER})`;
const shape = (text: string) => new RegExp(`^(?:${text})$`, 'i');

const SHAPES = [
  ['exact', shape(number('n'))],
  ['low', shape(`${number('n')}\\s*(?:\\+|or more)`)],
  ['low', shape(`(?:at least|minimum|min\\.?|over|more than|>=?|≥)\\s*${number('n')}`)],
  ['high', shape(`(?:up to|at most|maximum|max\\.?|less than|fewer than|under|<=?|≤)\\s*${number('n')}`)],
  ['high', shape(`${number('n')}\\s*or (?:fewer|less)`)],
  ['about', shape(`(?:~|≈|c\\.|ca\\.?|circa|about|around|approx\\.?|approximately)\\s*${number('n')}`)],
  ['range', shape(`${number('n')}\\s*(?:-|–|—|to)\\s*${number('m')}`)],
  ['range', shape(`between\\s+${number('n')}\\s+and\\s+${number('m')}`)],
] as const;

const NOT_REPORTED = new Set([
  '?',
  '-',
  '–',
  '—',
  'n/a',
  'na',
  'nan',
  'null',
  'unknown',
  'unk',
  'not reported',
]);

function isUnknown(text: string, unknown: ReadonlySet<string>): boolean {
  return unknown.has(text) || (/^-?[\d.]+$/.test(text) && unknown.has(String(Number(text))));
}

/** Points in groups of three are thousands where a comma or a second point says so; one comma before three digits is too. */
function numberOf(text: string): number {
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return Number(text.replace(/\./g, '').replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return Number(text.replace(/\./g, ''));
  if (GROUPED.test(text)) return Number(text.replace(/[^\d.]/g, ''));
  return Number(text.replace(',', '.'));
}

function figure(kind: (typeof SHAPES)[number][0], n: number, m: number): Figure {
  const nothing = { kind: 'figure', low: null, best: null, high: null, doubt: null } as const;
  switch (kind) {
    case 'exact':
      return { ...nothing, best: n };
    case 'low':
      return { ...nothing, low: n };
    case 'high':
      return { ...nothing, low: 0, high: n };
    case 'about':
      return { ...nothing, best: n, doubt: 'about' };
    case 'range':
      return n <= m
        ? { ...nothing, low: n, high: m }
        : { kind: 'bad', reason: 'a range whose first number is the greater' };
  }
}

function readShape(text: string): Figure | null {
  for (const [kind, pattern] of SHAPES) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const [n, m] = [numberOf(groups.n ?? ''), numberOf(groups.m ?? '0')];
    if (Math.max(n, m) > TOO_MANY) return { kind: 'bad', reason: 'more than there are people' };
    const made = figure(kind, n, m);
    const point = kind === 'exact' && /^[1-9]\d{0,2}\.\d{3}$/.test(text);
    return point && made.kind === 'figure' ? { ...made, doubt: 'point' } : made;
  }
  return null;
}

/**
 * Reads a number of people: `12`, `1,234`, `2.5`, `12+`, `at least 5`, `up to 5` (0 to 5), `~12`, `10-15`. Blank, the
 * usual signs of "not known" and the texts in `unknown` are blank, never zero. Words for numbers are not guessed at.
 */
export function readFigure(text: string, unknown: ReadonlySet<string>): Figure {
  if (text === '' || isUnknown(text, unknown)) return { kind: 'blank' };
  if (/^\d{1,9}$/.test(text)) {
    return { kind: 'figure', low: null, best: Number(text), high: null, doubt: null };
  }
  if (NOT_REPORTED.has(text.toLowerCase())) return { kind: 'blank' };
  if (/^[-−]\s*[\d.]+$/.test(text)) return { kind: 'bad', reason: 'a number below zero' };
  const found = text.length <= LONGEST ? readShape(text) : null;
  return found ?? { kind: 'bad', reason: 'not a number, nor a form of one that is read' };
}
