import { fullYear, type ReadingContext, refuse } from '../reading-context';
import type { DateToken, NumberToken } from '../words/date-tokens';
import { numericDate, numericDay, numericMonth } from './numeric-date';
import { bothSigns, NOTHING, type PartialDate } from './partial-date';

/** What stands around a date and qualifies it. */
interface Qualified {
  readonly rest: readonly DateToken[];
  readonly bc: boolean | null;
  readonly sign: PartialDate['sign'];
  readonly part: PartialDate['part'];
}

/** Takes eras, marks, weekdays and small words out of a stretch of tokens. */
function qualify(tokens: readonly DateToken[], era: boolean | null, context: ReadingContext): Qualified {
  const rest: DateToken[] = [];
  const months = tokens.filter((token) => token.kind === 'month').length;
  const first = tokens.findIndex((token) => token.kind === 'month');
  let [bc, sign, part]: [boolean | null, PartialDate['sign'], PartialDate['part']] = [null, '', null];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'era') bc = token.bc;
    else if (token.kind === 'mark') sign = bothSigns(sign, token.sign);
    else if (token.kind === 'part') part = token.part;
    else if (token.kind === 'weekday') {
      if (token.weekday !== null) context.weekdays.push(token.weekday);
    } else if (token.kind === 'month' && token.orWeekday && months > 1 && at === first) continue;
    else if (token.kind !== 'filler') rest.push(token);
  }
  return { rest, bc: bc ?? era, sign, part };
}

/** One letter for each token: y a year by its looks, n a number to 31, m a month … so that shapes are patterns. */
function letterOf(token: DateToken): string {
  switch (token.kind) {
    case 'number':
      if (token.digits > 4) return '!';
      return token.unit === 'year' || token.digits > 2 || token.value > 31 ? 'y' : 'n';
    case 'numeric':
      return token.parts.length === 3 ? 't' : 'p';
    case 'dash':
      return '-';
    case 'slash':
      return '/';
    default:
      return LETTERS[token.kind] ?? '!';
  }
}

const LETTERS: Readonly<Partial<Record<DateToken['kind'], string>>> = {
  month: 'm',
  quarter: 'q',
  half: 'h',
  season: 's',
  years: 'e',
  nth: 'o',
  unit: 'u',
};

/** A tokens' list with its parts by letter. */
class Shape {
  readonly letters: string;
  constructor(
    readonly tokens: readonly DateToken[],
    readonly bc: boolean | null,
    readonly loose: boolean,
    readonly context: ReadingContext,
  ) {
    this.letters = tokens.map(letterOf).join('');
  }

  numberAt(place: number): NumberToken | null {
    const numbers = this.tokens.filter((token): token is NumberToken => token.kind === 'number');
    return numbers.at(place) ?? null;
  }

  month(): number | null {
    return this.tokens.find((token) => token.kind === 'month')?.month ?? null;
  }

  /** The year of a number, astronomical: 44 BC is −43. */
  year(token: NumberToken | null, hasMonth: boolean): number | null {
    if (!token) return null;
    const { value, digits, negative } = token;
    if (value === 0) return refuse(this.context, 'the year is zero');
    if (this.bc === true) return 1 - value;
    if (this.bc === false || negative) return negative ? -value : value;
    if (digits === 2) return fullYear(value, this.context);
    if (digits < 3 || (digits === 3 && !hasMonth && !this.loose)) {
      return refuse(this.context, `${value} may be a year or something else`);
    }
    return value;
  }
}

type Maker = (shape: Shape) => PartialDate | null;

/** A year and what is known beside it; null without a year. */
function dated(year: number | null, more: Partial<PartialDate>): PartialDate | null {
  return year === null ? null : { ...NOTHING, ...more, year };
}

const inMonth =
  (day: number, year: number): Maker =>
  (shape) =>
    dated(shape.year(shape.numberAt(year), true), {
      month: shape.month(),
      day: shape.numberAt(day)?.value ?? null,
    });

const monthOnly: Maker = (shape) => dated(shape.year(shape.numberAt(0), true), { month: shape.month() });

const yearOnly: Maker = (shape) => dated(shape.year(shape.numberAt(0), false), {});

/** A small number alone is a day, unless an era makes it a year. */
const aloneNumber: Maker = (shape) => {
  if (shape.bc !== null) return yearOnly(shape);
  return { ...NOTHING, day: shape.numberAt(0)?.value ?? null };
};

/** `Mar-24` and `Mar '24` are March 2024 as spreadsheets write it; `Mar 24` is a day. */
const monthNumber: Maker = (shape) => {
  if (shape.bc !== null || shape.letters === 'm-n') return monthOnly(shape);
  return { ...NOTHING, month: shape.month(), day: shape.numberAt(0)?.value ?? null };
};

const dayMonth: Maker = (shape) => ({
  ...NOTHING,
  month: shape.month(),
  day: shape.numberAt(0)?.value ?? null,
});

const dayYear =
  (day: number, year: number): Maker =>
  (shape) =>
    dated(shape.year(shape.numberAt(year), true), { day: shape.numberAt(day)?.value ?? null });

const spacedNumbers: Maker = ({ tokens, context }) => {
  const [a, b, c] = tokens.map((token) =>
    token.kind === 'number' ? String(token.value).padStart(token.digits, '0') : '',
  );
  return numericDate([a ?? '', b ?? '', c ?? ''], context);
};

const numeric: Maker = ({ tokens, context, bc }) => {
  const [token] = tokens;
  if (token?.kind !== 'numeric') return null;
  const [a = '', b = '', c = ''] = token.parts;
  const date = token.parts.length === 3 ? numericDate([a, b, c], context) : numericMonth([a, b], context);
  return date && bc ? { ...date, year: 1 - (date.year ?? 0) } : date;
};

const twoNumbers: Maker = (shape) =>
  numericDay(shape.numberAt(0)?.value ?? 0, shape.numberAt(1)?.value ?? 0, shape.context);

/** Quarters are 33 to 36 in EDTF, halves 40 and 41, seasons 21 to 24. */
const coded: Maker = (shape) => {
  const token = shape.tokens.find(({ kind }) => kind === 'quarter' || kind === 'half' || kind === 'season');
  const year = shape.year(shape.numberAt(0), true);
  if (token?.kind === 'season') return dated(year, { code: token.code });
  if (token?.kind === 'quarter') return dated(year, { code: 32 + token.value });
  return token?.kind === 'half' ? dated(year, { code: 39 + token.value }) : null;
};

/** The winter of two years is named for the first, as EDTF has it. */
const winter: Maker = (shape) => {
  const date = coded(shape);
  const [first, second] = [shape.numberAt(0)?.value ?? 0, shape.numberAt(1)?.value ?? 0];
  return date?.code === 24 && (second === first + 1 || second === (first + 1) % 100) ? date : null;
};

function ordinalOf(token: DateToken | undefined): number | null {
  if (token?.kind === 'nth') return token.value;
  return token?.kind === 'number' && token.ordinal ? token.value : null;
}

/** `1st quarter of 2024`, `second half of 2016`. */
const ordinalPart: Maker = (shape) => {
  const [first, unit] = shape.tokens;
  const nth = ordinalOf(first);
  if (nth === null || nth < 1 || unit?.kind !== 'unit') return null;
  const year = shape.year(shape.numberAt(-1), true);
  if (unit.unit === 'quarter' && nth <= 4) return dated(year, { code: 32 + nth });
  return unit.unit === 'half' && nth <= 2 ? dated(year, { code: 39 + nth }) : null;
};

/** `19th century` is 1800 to 1899, as EDTF's 18XX; the 1st leaves out the year 0, which is 1 BC. */
const century: Maker = ({ tokens, bc }) => {
  const [first, unit] = tokens;
  const nth = ordinalOf(first);
  if (nth === null || nth < 1 || nth > 99 || unit?.kind !== 'unit' || unit.unit !== 'century') return null;
  if (bc) return dated(1 - nth * 100, { years: 100 });
  return dated(nth === 1 ? 1 : (nth - 1) * 100, { years: 100 });
};

/** `1990s` is a decade; `1200s` may be a decade or a century, and the century holds both. */
const decade: Maker = ({ tokens, bc, context }) => {
  const token = tokens[0];
  if (token?.kind !== 'years') return null;
  const { year, digits } = token;
  if (digits < 3 && bc === null) return refuse(context, `the ${year}s of which century is not said`);
  const size = year % 100 === 0 ? 100 : 10;
  if (year % 10 !== 0 || year === 0) return null;
  return dated(bc ? 1 - (year + size - 1) : year, { years: size });
};

const SHAPES: readonly (readonly [RegExp, Maker])[] = [
  [/^[tp]$/, numeric],
  [/^y$/, yearOnly],
  [/^n$/, aloneNumber],
  [/^m$/, (shape) => ({ ...NOTHING, month: shape.month() })],
  [/^(?:m[-/]?y|y[-/]?m)$/, monthOnly],
  [/^m-?n$/, monthNumber],
  [/^n[-/]?m$/, dayMonth],
  [/^(?:n[-/]?m[-/]?y|n([-/]?)m\1n|m([-/]?)n\2[yn])$/, inMonth(0, 1)],
  [/^(?:y([-/]?)m\1n|yn-?m|ymn)$/, inMonth(1, 0)],
  [/^ny$/, dayYear(0, 1)],
  [/^yn$/, dayYear(1, 0)],
  [/^(?:ynn|nny|nnn)$/, spacedNumbers],
  [/^n\/n$/, twoNumbers],
  [/^(?:[qhs][-/]?[yn]|[yn][-/]?[qhs])$/, coded],
  [/^sy[-/][yn]$/, winter],
  [/^[on]uy$/, ordinalPart],
  [/^[on]u$/, century],
  [/^e$/, decade],
];

/**
 * A stretch of tokens as one date, or as the part of one that another stretch completes. `era` holds where the stretch
 * names none of its own. Null where it is no date.
 */
export function readAtomDate(
  tokens: readonly DateToken[],
  era: boolean | null,
  loose: boolean,
  context: ReadingContext,
): PartialDate | null {
  const { rest, bc, sign, part } = qualify(tokens, era, context);
  const shape = new Shape(rest, bc, loose || sign === '~', context);
  const maker = SHAPES.find(([pattern]) => pattern.test(shape.letters))?.[1];
  const date = maker?.(shape) ?? null;
  const isIdle = date?.day === null && tokens.some((token) => token.kind === 'weekday');
  if (isIdle) return refuse(context, 'it names a weekday, but no day of a month');
  return date && { ...date, sign, part };
}
