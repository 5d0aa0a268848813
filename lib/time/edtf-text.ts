/** One member of a set or list: a date, or all dates from one to another; `''` stands for an open side. */
export type EdtfMember =
  | { readonly kind: 'at'; readonly at: string }
  | { readonly kind: 'through'; readonly from: string; readonly to: string };

/** How an EDTF text is put together; the pieces are not looked at yet. An open or unknown side stays `''` or `..`. */
export type EdtfShape =
  | { readonly kind: 'one'; readonly at: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'oneOf' | 'allOf'; readonly members: readonly EdtfMember[] };

function memberOf(text: string): EdtfMember {
  const at = text.trim();
  const dots = at.indexOf('..');
  if (dots < 0) return { kind: 'at', at };
  return { kind: 'through', from: at.slice(0, dots).trim(), to: at.slice(dots + 2).trim() };
}

/** Splits an EDTF text into its pieces: `A`, `A/B`, `[A,B..C]` (one of) or `{A,B..C}` (all of). Never fails. */
export function shapeOf(text: string): EdtfShape {
  const set = /^(?:\[(.*)\]|\{(.*)\})$/.exec(text);
  if (set) {
    const members = (set[1] ?? set[2] ?? '').split(',').map(memberOf);
    return { kind: set[1] === undefined ? 'allOf' : 'oneOf', members };
  }
  const [from, to, ...more] = text.split('/');
  if (from === undefined || to === undefined || more.length > 0) return { kind: 'one', at: text };
  return { kind: 'range', from, to };
}

/** Whether one side of a range is open (`..`) or unknown (empty). */
export function isOpen(side: string): boolean {
  return side === '' || side === '..';
}

export type EdtfComponent = 'year' | 'month' | 'day';

/** A `?`, `~` or `%` at a component. `trailing` is true where it ends the date and so qualifies all of it. */
export interface EdtfMark {
  readonly at: EdtfComponent;
  readonly sign: string;
  readonly trailing: boolean;
}

/** One date as written: digits and `X`. A `month` of 21 to 41 is a season, quarter, third or half. */
export interface EdtfAtom {
  /** The text without marks; with its time of day, if it has one. */
  readonly bare: string;
  /** Four digits or `X`, after a `-` below zero. */
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
  readonly marks: readonly EdtfMark[];
}

const PART = '([?~%]?)([0-9X]{2})([?~%]?)';
const ATOM = new RegExp(
  `^([?~%]?)(-?(?:[0-9X]{4}|[0-9]{2,3}(?=[?~%]?$)))([?~%]?)(?:-${PART}(?:-${PART})?)?$`,
);
const DAY_AND_TIME = /^(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{2}:/;

/** Reads one date as far as its letters go, without asking whether it exists; null where it is not EDTF. */
export function readAtom(text: string): EdtfAtom | null {
  const date = DAY_AND_TIME.exec(text)?.[1] ?? text;
  const match = ATOM.exec(date);
  if (!match) return null;
  const parts = (['year', 'month', 'day'] as const).map((at, i) => ({
    at,
    digits: match[3 * i + 2] ?? null,
    signs: [match[3 * i + 1] || null, match[3 * i + 3] || null],
  }));
  const marks = parts.flatMap(({ at, signs }) => {
    const last = parts.findLast((part) => part.digits !== null)?.at === at;
    return signs.flatMap((sign, side) => (sign ? [{ at, sign, trailing: last && side === 1 }] : []));
  });
  const [year, month, day] = parts.map((part) => part.digits);
  if (!year) return null;
  const digits = year.replace('-', '');
  return {
    bare: text === date ? text.replace(/[?~%]/g, '') : text,
    year: year + 'X'.repeat(4 - digits.length),
    month: month ?? null,
    day: day ?? null,
    marks,
  };
}

/** Whether a month is a code of EDTF for a season, quarter, third or half of a year. */
export function isSeason(month: string | null): boolean {
  return month !== null && /^(2[1-9]|3[0-9]|4[01])$/.test(month);
}
