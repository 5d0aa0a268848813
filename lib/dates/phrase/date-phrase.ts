import { addDays, formatDay, parseDay } from '../../time/day';
import { parseEventDate } from '../../time/edtf';
import { type ReadingContext, refuse } from '../reading-context';
import type { DateToken } from '../words/date-tokens';
import type { Join } from '../words/date-words';
import { readAtomDate } from './date-atom';
import {
  besidePiece,
  bothSigns,
  type DatePiece,
  finestOf,
  isWhole,
  type PartialDate,
  pieceOf,
} from './partial-date';

type Tokens = readonly DateToken[];

/** How two dates are tied: one lasted to the other, one of them or of those between, or both. */
type Tie = 'through' | 'either' | 'between' | 'both';

function isJoin(token: DateToken | undefined, ...joins: readonly Join[]): boolean {
  return token?.kind === 'join' && joins.includes(token.join);
}

/** The era that the whole stretch stands in, for those of its dates that name none: `404 or 403 BC`, `AD 14-37`. */
function eraOf(tokens: Tokens): boolean | null {
  return tokens.find((token) => token.kind === 'era')?.bc ?? null;
}

function isLoose(tokens: Tokens): boolean {
  return tokens.some((token) => token.kind === 'era' || (token.kind === 'mark' && token.sign === '~'));
}

function oneDate(tokens: Tokens, context: ReadingContext): DatePiece | null {
  const date = readAtomDate(tokens, null, false, context);
  if (date && date.year === null) return refuse(context, 'it names no year');
  return date && pieceOf(date);
}

/** What a side leaves out is taken from the other, where both say equally much: `1-3 January 2021`. */
function completed(side: PartialDate, other: PartialDate): PartialDate {
  return { ...side, year: side.year ?? other.year, month: side.month ?? other.month };
}

/** The two dates, each completed by the other; null where they do not make a pair. */
function pairOf(
  left: PartialDate,
  right: PartialDate,
  era: boolean | null,
): readonly [PartialDate, PartialDate] | null {
  if (era !== null && finestOf(left) !== finestOf(right)) return null;
  if (isWhole(left) && isWhole(right)) return [left, right];
  if (finestOf(left) !== finestOf(right)) return null;
  const sign = bothSigns(left.sign, right.sign);
  const [a, b] = [
    { ...completed(left, right), sign },
    { ...completed(right, left), sign },
  ];
  if (!isWhole(a) || !isWhole(b)) return null;
  const isBackwards = left.year === null && (a.month ?? 0) > (b.month ?? 0);
  return [isBackwards && a.year !== null ? { ...a, year: a.year - 1 } : a, b];
}

function tied(a: DatePiece, b: DatePiece, tie: Tie): DatePiece {
  const ends = { start: a.start, end: b.end };
  if (tie === 'through') return { text: `${a.start}/${b.end}`, ...ends };
  if (tie === 'between') return { text: `[${a.start}..${b.end}]`, ...ends };
  if (tie === 'both') return { text: `{${a.start},${b.end}}`, ...ends };
  return { text: `[${a.start},${b.end}]`, ...ends };
}

/** Doubt about one of two dates that are no range is doubt about both: `c. 872/3`. */
function inDoubt(pair: readonly [PartialDate, PartialDate], tie: Tie): readonly [PartialDate, PartialDate] {
  const sign = bothSigns(pair[0].sign, pair[1].sign);
  return tie === 'through'
    ? pair
    : [
        { ...pair[0], sign },
        { ...pair[1], sign },
      ];
}

/** Two stretches as two dates. First with the era that either names, then each as it stands. */
function twoDates(left: Tokens, right: Tokens, tie: Tie, context: ReadingContext): DatePiece | null {
  if (left.length === 0 || right.length === 0) return null;
  const all = [...left, ...right];
  const marks = context.weekdays.length;
  for (const era of new Set([eraOf(all), null])) {
    context.weekdays.length = marks;
    const loose = isLoose(all);
    const [a, b] = [readAtomDate(left, era, loose, context), readAtomDate(right, era, loose, context)];
    const found = a && b && pairOf(a, b, era);
    if (!found) continue;
    const pair = inDoubt(found, tie);
    const [first, second] = [pieceOf(pair[0]), pieceOf(pair[1])];
    if (first && second) return tied(first, second, tie);
  }
  return null;
}

/** A slash between neighbours is doubt about which (`August/September 1993`); so are all dates between them. */
const TIES: readonly (readonly [(token: DateToken) => boolean, Tie])[] = [
  [(token) => token.kind === 'dash' || isJoin(token, 'to', 'until'), 'through'],
  [(token) => isJoin(token, 'or'), 'either'],
  [(token) => token.kind === 'slash', 'between'],
  [(token) => isJoin(token, 'and'), 'both'],
];

/** Tries every place where the stretch may be cut in two. */
function cutInTwo(tokens: Tokens, context: ReadingContext, only: Tie | null): DatePiece | null {
  for (const [at, token] of tokens.entries()) {
    const tie = TIES.find(([isTie]) => isTie(token))?.[1];
    if (!tie) continue;
    const left = tokens.slice(0, at);
    const piece = twoDates(left, tokens.slice(at + 1), only ?? tie, context);
    if (piece) return piece;
  }
  return null;
}

/** A date or two, without words before or behind that open an end. */
function closed(tokens: Tokens, context: ReadingContext): DatePiece | null {
  return oneDate(tokens, context) ?? cutInTwo(tokens, context, null);
}

function openEnded(tokens: Tokens, context: ReadingContext): DatePiece | null {
  const piece = closed(tokens, context);
  return piece && { ...piece, text: `${piece.start}/..`, end: '..' };
}

function limited(text: string | null, side: -1 | 1): DatePiece | null {
  if (text === null) return null;
  return side < 0
    ? { text: `[..${text}]`, start: '..', end: text }
    : { text: `[${text}..]`, start: text, end: '..' };
}

/** `before 2016`: a day before its first; `by 2016`: a day up to its last; `after 2016`: a day after its last. */
function beside(join: Join, piece: DatePiece): DatePiece | null {
  if (join === 'before') return limited(besidePiece(piece, -1), -1);
  if (join === 'after') return limited(besidePiece(piece, 1), 1);
  return join === 'by' ? limited(piece.end, -1) : limited(piece.start, 1);
}

/** The seven days of `week of 18 March 2024`. */
function weekFrom(tokens: Tokens, context: ReadingContext): DatePiece | null {
  const piece = oneDate(tokens, context);
  const day = piece && parseDay(piece.text);
  if (!piece || day === null) return null;
  const end = formatDay(addDays(day, 6));
  return { text: `[${piece.text}..${end}]`, start: piece.text, end };
}

/** Phrases that begin with a word of their own. */
function opened(first: DateToken | undefined, rest: Tokens, context: ReadingContext): DatePiece | null {
  if (first?.kind === 'unit' && first.unit === 'week') return weekFrom(rest, context);
  if (first?.kind !== 'join' || first.join === 'or' || first.join === 'and') return null;
  if (first.join === 'between') return cutInTwo(rest, context, 'between');
  if (first.join === 'from') return cutInTwo(rest, context, 'through') ?? openEnded(rest, context);
  const isLooseLimit =
    rest.some(({ kind }) => kind === 'part') && first.join !== 'until' && first.join !== 'to';
  if (isLooseLimit)
    return refuse(context, 'it is limited by a part of a month or year, which has no sure end');
  const piece = closed(rest, context);
  if (!piece) return null;
  if (first.join === 'until' || first.join === 'to')
    return { ...piece, text: `../${piece.end}`, start: '..' };
  return beside(first.join, piece);
}

/** Phrases that end open: `8 April 2012 - present`, `2014-`, `2014 onwards`. */
function leftOpen(tokens: Tokens, context: ReadingContext): DatePiece | null {
  const last = tokens.at(-1);
  const isOpen = last?.kind === 'open' || isJoin(last, 'onwards') || last?.kind === 'dash';
  if (!isOpen) return null;
  const before = tokens.slice(0, -1);
  const tie = before.at(-1);
  const isTied = last?.kind === 'open' && (tie?.kind === 'dash' || isJoin(tie, 'to', 'until'));
  const start = isTied ? before.slice(0, -1) : before;
  return openEnded(isJoin(start[0], 'from') ? start.slice(1) : start, context);
}

/** Years joined in short: `872/3`, `1914-18`, and `404/3 BC`, where years count down. */
function shortPair(token: DateToken, tokens: Tokens): Tokens {
  if (token.kind !== 'numeric' || token.parts.length !== 2 || token.sign === '.') return [token];
  const [first = '', second = ''] = token.parts;
  const era = eraOf(tokens);
  const [month, isYear] = [Number(second), first.length > 2];
  if (!isYear || (month <= 12 && first.length === 4 && era === null && !isLoose(tokens))) return [token];
  const size = 10 ** second.length;
  const value = Number(first) - (Number(first) % size) + month;
  if (era === true ? value >= Number(first) : value <= Number(first)) return [token];
  if (month <= 12 && first.length === 4 && era === null)
    return [{ kind: 'odd', text: `${first}${token.sign}${second}` }];
  const number = { kind: 'number', negative: false, ordinal: false, unit: null } as const;
  return [
    { ...number, value: Number(first), digits: first.length },
    token.sign === '/' ? { kind: 'slash' } : { kind: 'dash', tight: true },
    { ...number, value, digits: String(value).length },
  ];
}

/** A label such as `EOW:` before the date is left out. */
function withoutLabel(tokens: Tokens): Tokens {
  const at = tokens.findIndex((token) => token.kind === 'colon');
  const label = tokens.slice(0, Math.max(0, at));
  const isLabel = at > 0 && at <= 3 && label.every(({ kind }) => kind === 'odd' || kind === 'filler');
  return isLabel ? tokens.slice(at + 1) : tokens;
}

function isSmallWord(token: DateToken | undefined): boolean {
  return token?.kind === 'filler' || token?.kind === 'weekday';
}

/** A mark or small word in front of a phrase's own first word, as in `c. between 872 and 880`, is looked past. */
function leading(tokens: Tokens): Tokens {
  const at = tokens.findIndex((token) => !isSmallWord(token));
  const word = tokens[at];
  return at > 0 && (word?.kind === 'join' || word?.kind === 'unit') ? tokens.slice(at) : tokens;
}

/** The whole text as EDTF; null where it is none, with the reason in the context. */
export function readPhrase(all: readonly DateToken[], context: ReadingContext): string | null {
  const odd = withoutLabel(all).find((token) => token.kind === 'odd' || token.kind === 'colon');
  if (odd)
    return refuse(context, odd.kind === 'odd' ? `“${odd.text}” is not understood` : '“:” is not understood');
  const unlabelled = leading(withoutLabel(all));
  const tokens = unlabelled.flatMap((token) => shortPair(token, unlabelled));
  if (tokens.some(({ kind }) => kind === 'odd'))
    return refuse(context, 'it may name a month or a second year');
  const [first, ...rest] = tokens;
  const piece =
    opened(first, rest, context) ??
    oneDate(tokens, context) ??
    leftOpen(tokens, context) ??
    cutInTwo(tokens, context, null);
  if (!piece) return refuse(context, 'it is not understood as a date');
  const parsed = parseEventDate(piece.text);
  return parsed.kind === 'problem' ? refuse(context, parsed.reason) : piece.text;
}
