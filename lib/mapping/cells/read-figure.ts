import { plainText } from '../../text/plain-text';
import type { DecimalSign } from '../mapping';
import { isMissing } from '../survey/missing-words';
import { ABOUT, AT_LEAST, AT_MOST, LESS, MORE, RANGE, VAGUE } from './figure-words';

/** A number of people as one cell gives it: what is certain of it, and nothing else. */
export type Figure =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'figure';
      readonly low: number | null;
      readonly best: number | null;
      readonly high: number | null;
      /** Those who did it, counted apart: the 1 of `5 (+1)`. */
      readonly attackers: number | null;
      /** What its reader should know. */
      readonly doubt: 'about' | 'point' | 'note' | null;
    }
  | { readonly kind: 'bad'; readonly reason: string };

type Numbers = Extract<Figure, { kind: 'figure' }>;

/** More than there are people. */
const TOO_MANY = 1e10;
const LONGEST = 80;

const NUMBER = [
  '\\d{1,3}(?:\\.\\d{3})+,\\d+',
  '\\d{1,3}(?:\\.\\d{3}){2,}',
  `\\d{1,3}(?:[, ']\\d{3})+(?:\\.\\d+)?`,
  '\\d+(?:[.,]\\d*)?',
  '\\.\\d+',
].join('|');
const GROUPED = /^\d{1,3}(?:[, ']\d{3})+(?:\.\d+)?$/;
const number = (name: string) => `(?<${name}>${NUMBER})`;
const shape = (text: string) => new RegExp(`^(?:${text.replaceAll('\n', '')})$`, 'iu');
const beside = ({ before, after }: { before: string; after: string }) =>
  shape(`(?:${before})\\s*${number('n')}|(?:${number('m')})\\s*(?:${after})`);

const SHAPES = [
  ['exact', shape(number('n'))],
  ['least', beside(AT_LEAST)],
  ['more', beside(MORE)],
  ['most', beside(AT_MOST)],
  ['fewer', beside(LESS)],
  ['about', beside(ABOUT)],
  ['range', shape(`${number('n')}(?:\\s*-\\s*|\\s+(?:${RANGE.between})\\s+)${number('m')}`)],
  [
    'range',
    shape(
      `(?:${RANGE.before})\\s+${number('n')}(?:\\s*-\\s*|\\s+(?:${RANGE.between}|${RANGE.joint})\\s+)${number('m')}`,
    ),
  ],
] as const;

/** A number with a remark in brackets, or with the mark of a footnote. */
const NOTED = /^(?<figure>[^([\]{}*†‡^]*[^([\]{}*†‡^ ])\s*(?<note>[([][^()[\]]*[)\]]|[*†‡^]+)$/u;
const PLUS = /^[([]\s*\+\s*(?<n>\d{1,6})(?:\s+\p{L}[\p{L} ]*)?\s*[)\]]$/u;

function isUnknown(text: string, unknown: ReadonlySet<string>): boolean {
  return unknown.has(text) || (/^-?[\d.]+$/.test(text) && unknown.has(String(Number(text))));
}

/** `1.200` may be a thousand and two hundred, or a little more than one. */
const mayBeThousands = (text: string) => /^[1-9]\d{0,2}\.\d{3}$/.test(text);

/** Points in groups of three are thousands where a comma or a second point says so; one comma before three digits is too. */
function numberOf(text: string, decimals: DecimalSign): number {
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return Number(text.replace(/\./g, '').replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return Number(text.replace(/\./g, ''));
  if (decimals === 'comma' && mayBeThousands(text)) return Number(text.replace('.', ''));
  if (GROUPED.test(text)) return Number(text.replace(/[^\d.]/g, ''));
  return Number(text.replace(',', '.'));
}

const nothing: Numbers = {
  kind: 'figure',
  low: null,
  best: null,
  high: null,
  attackers: null,
  doubt: null,
};

function figure(kind: (typeof SHAPES)[number][0], n: number, m: number): Figure {
  switch (kind) {
    case 'exact':
      return { ...nothing, best: n };
    case 'least':
      return { ...nothing, low: n };
    case 'more':
      return { ...nothing, low: Math.floor(n) + 1 };
    case 'most':
      return { ...nothing, high: n };
    case 'fewer':
      return n > 0
        ? { ...nothing, high: Math.ceil(n) - 1 }
        : { kind: 'bad', reason: 'no number of people is below zero' };
    case 'about':
      return { ...nothing, best: n, doubt: 'about' };
    case 'range':
      return n <= m
        ? { ...nothing, low: n, high: m }
        : { kind: 'bad', reason: 'a range whose first number is the greater' };
  }
}

function readShape(text: string, decimals: DecimalSign): Figure | null {
  for (const [kind, pattern] of SHAPES) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const [first, second] = [groups.n ?? groups.m ?? '', groups.m ?? '0'];
    const [n, m] = [numberOf(first, decimals), numberOf(second, decimals)];
    if (Math.max(n, m) > TOO_MANY) return { kind: 'bad', reason: 'more than there are people' };
    const made = figure(kind, n, m);
    const point = kind === 'exact' && decimals === 'point' && mayBeThousands(text);
    return point && made.kind === 'figure' ? { ...made, doubt: 'point' } : made;
  }
  return null;
}

/** A figure with a remark behind it: the number counts, and the remark is told. */
function readNoted(text: string, decimals: DecimalSign): Figure | null {
  const groups = NOTED.exec(text)?.groups;
  if (!groups) return null;
  const made = readShape(groups.figure ?? '', decimals);
  if (made?.kind !== 'figure') return made;
  const plus = PLUS.exec(groups.note ?? '')?.groups?.n;
  return plus === undefined ? { ...made, doubt: 'note' } : { ...made, attackers: Number(plus) };
}

/** Thousands and decimals of Arabic script in signs of ours. */
const plain = (text: string) => plainText(text.replaceAll('\u066c', ',').replaceAll('\u066b', '.'));

/** A program's word for nothing is one; a person who writes `none` may mean zero, and is not guessed at. */
const saysNothing = (text: string) => isMissing(text) && !/^none$/.test(text);

/**
 * Reads a number of people: `12`, `1,234`, `٢`, `2.5`, `12+`, `at least 5`, `more than 5` (at least 6), `up to 5`, `~12`,
 * `10-15`, `5 (+1)`, in words of several languages. Blank, the usual signs of "not known" and the texts in `unknown` are
 * blank, never zero. Words for numbers are not guessed at. With `decimals` as `comma`, `1.200` is 1,200.
 */
export function readFigure(
  text: string,
  unknown: ReadonlySet<string>,
  decimals: DecimalSign = 'point',
): Figure {
  if (text === '' || isUnknown(text, unknown)) return { kind: 'blank' };
  if (/^\d{1,9}$/.test(text)) return { ...nothing, best: Number(text) };
  if (saysNothing(text)) return { kind: 'blank' };
  if (/^[-−]\s*[\d.]+$/.test(text)) return { kind: 'bad', reason: 'a number below zero' };
  const own = text.length <= LONGEST ? plain(text) : '';
  const found = own === '' ? null : (readShape(own, decimals) ?? readNoted(own, decimals));
  return found ?? { kind: 'bad', reason: 'not a number, nor a form of one that is read' };
}

/** Whether a text stands where a number of people should: a figure, nothing known, digits with a note, or `dozens`. */
export function isFigureLike(text: string): boolean {
  if (readFigure(text, new Set()).kind !== 'bad') return true;
  return text.length <= LONGEST && (/^[(~<>≥≤]?\s*\p{Nd}/u.test(text) || VAGUE.test(text));
}
