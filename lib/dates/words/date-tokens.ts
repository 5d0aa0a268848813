import { type Keyword, keywordOf, shortenPhrases } from './date-words';
import { type Lexicon, wordKey } from './lexicon';
import type { WordMeaning } from './word-meaning';

/** A number as written; `ordinal` where it ends as `3rd` does. */
export interface NumberToken {
  readonly kind: 'number';
  readonly value: number;
  readonly digits: number;
  /** Below zero, as only years can be. */
  readonly negative: boolean;
  readonly ordinal: boolean;
  /** What stands behind it: `2024年` names its unit; an apostrophe before it makes it a year. */
  readonly unit: 'year' | 'day' | null;
}

/** Digits joined by one sign: `22.03.2024`, `2024/3`. */
export interface NumericToken {
  readonly kind: 'numeric';
  readonly parts: readonly string[];
  readonly sign: string;
}

export type DateToken =
  | NumberToken
  | NumericToken
  | WordMeaning
  | Keyword
  | { readonly kind: 'quarter' | 'half'; readonly value: number }
  /** `1990s`: the year as written. */
  | { readonly kind: 'years'; readonly year: number; readonly digits: number }
  | { readonly kind: 'slash' | 'colon' }
  /** Tight where no space stands on either side of it. */
  | { readonly kind: 'dash'; readonly tight: boolean }
  | { readonly kind: 'odd'; readonly text: string };

/** One step of the lexer: a sticky pattern and what its match is. The first that matches counts. */
type Step = readonly [RegExp, (match: RegExpExecArray, lexicon: Lexicon | null) => readonly DateToken[]];

function numberToken(text: string, more: Partial<NumberToken> = {}): NumberToken {
  const base = { negative: false, ordinal: false, unit: null };
  return { kind: 'number', value: Number(text), digits: text.length, ...base, ...more };
}

function wordTokens(run: string, lexicon: Lexicon | null): readonly DateToken[] {
  const key = wordKey(run);
  const meaning = lexicon?.get(key) ?? keywordOf(key);
  if (meaning) return [meaning];
  const pieces = run.split(/[.']+/).filter((piece) => piece !== '');
  if (pieces.length < 2) return [{ kind: 'odd', text: run }];
  return pieces.map((piece) => lexicon?.get(piece) ?? keywordOf(piece) ?? { kind: 'odd', text: piece });
}

/** Steps for text that begins with a digit, with a letter, and with anything else. */
const AT_DIGIT: readonly Step[] = [
  [/([1-4])\s?q(?:uarter)?\b/y, ([, n]) => [{ kind: 'quarter', value: Number(n) }]],
  [/([1-4])q(?=\d)/y, ([, n]) => [{ kind: 'quarter', value: Number(n) }]],
  [
    /(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})(?!\d|\2\s?\d)/y,
    ([, a, sign, b, c]) => numeric(sign, a, b, c),
  ],
  [/(\d{3,4})([-/.])(\d{1,2})(?![\d:]|\2\d)/y, ([, a, sign, b]) => numeric(sign, a, b)],
  [/(\d{1,2})([-/.])(\d{4})(?!\d|\2\d)/y, ([, a, sign, b]) => numeric(sign, a, b)],
  [/(\d{2,4})'?s\b/y, ([, year]) => [{ kind: 'years', year: Number(year), digits: year?.length ?? 0 }]],
  [/(\d{1,4})\s?(?:年|년)/y, ([, digits]) => [numberToken(digits ?? '', { unit: 'year' })]],
  [/(\d{1,2})\s?(?:月|월)/y, ([, month]) => monthToken(Number(month))],
  [/(\d{1,2})\s?(?:日|号|일)/y, ([, digits]) => [numberToken(digits ?? '', { unit: 'day' })]],
  [
    /(\d{1,2})(?:st|nd|rd|th|er|ere|re|eme|e|o|a)(?![\p{L}\p{M}'])/uy,
    ([, digits]) => [numberToken(digits ?? '', { ordinal: true })],
  ],
  [/([12]\d{3})(\d\d)(\d\d)(?!\d)/y, ([, year, month, day]) => numeric('', year, month, day)],
  [/(\d{1,12})(?=[^\d]|$)/y, ([, digits]) => [numberToken(digits ?? '')]],
];

const AT_LETTER: readonly Step[] = [
  [/q([1-4])(?!\d)/y, ([, n]) => [{ kind: 'quarter', value: Number(n) }]],
  [/h([12])(?!\d)/y, ([, n]) => [{ kind: 'half', value: Number(n) }]],
  [/(?:thang|thg)\s?(\d{1,2})/y, ([, month]) => monthToken(Number(month))],
  [/[\p{L}\p{M}][\p{L}\p{M}'.]*/uy, ([run], lexicon) => wordTokens(run, lexicon)],
];

const AT_SIGN: readonly Step[] = [
  [/[\s,()"[\];!]+|\.+|'(?!\d)/y, () => []],
  [/'(\d\d)(?!\d)/y, ([, digits]) => [numberToken(digits ?? '', { unit: 'year' })]],
  [/(?<! )-(?! |$)/y, () => [{ kind: 'dash', tight: true }]],
  [/-/y, () => [{ kind: 'dash', tight: false }]],
  [/\//y, () => [{ kind: 'slash' }]],
  [/:/y, () => [{ kind: 'colon' }]],
  [/&/y, () => [{ kind: 'join', join: 'and' }]],
  [/~/y, () => [{ kind: 'mark', sign: '~' }]],
  [/\?+/y, () => [{ kind: 'mark', sign: '?' }]],
];

function numeric(sign: string | undefined, ...parts: (string | undefined)[]): readonly DateToken[] {
  return [{ kind: 'numeric', parts: parts.map((part) => part ?? ''), sign: sign ?? '' }];
}

function monthToken(month: number): readonly DateToken[] {
  if (month < 1 || month > 12) return [{ kind: 'odd', text: `month ${month}` }];
  return [{ kind: 'month', month, orWeekday: false }];
}

function stepsAt(text: string, at: number): readonly Step[] {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return AT_DIGIT;
  return (code >= 97 && code <= 122) || code > 127 ? AT_LETTER : AT_SIGN;
}

function tokensAt(
  text: string,
  at: number,
  lexicon: Lexicon | null,
): { tokens: readonly DateToken[]; next: number } {
  for (const [pattern, make] of stepsAt(text, at)) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { tokens: make(match, lexicon), next: pattern.lastIndex };
  }
  return { tokens: [{ kind: 'odd', text: text[at] ?? '' }], next: at + 1 };
}

const JOINED_TO: readonly DateToken['kind'][] = ['part', 'filler', 'weekday'];

/** A tight dash beside a weekday, a filler or `mid` is part of a word: `sexta-feira`, `2024-ж.`, `mid-March`. */
function withoutIdleDashes(tokens: readonly DateToken[]): DateToken[] {
  const joined = (token: DateToken | undefined) => token !== undefined && JOINED_TO.includes(token.kind);
  return tokens.filter(
    (token, i) => !(token.kind === 'dash' && token.tight && (joined(tokens[i - 1]) || joined(tokens[i + 1]))),
  );
}

/** The text of a date, plain and folded, as the parts it is made of. Linear in its length. */
export function dateTokens(folded: string, lexicon: Lexicon | null): readonly DateToken[] {
  const text = shortenPhrases(folded);
  const tokens: DateToken[] = [];
  let at = 0;
  while (at < text.length) {
    const step = tokensAt(text, at, lexicon);
    tokens.push(...step.tokens);
    at = step.next;
  }
  return withoutIdleDashes(tokens);
}
