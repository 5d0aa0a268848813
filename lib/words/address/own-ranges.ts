import { NONE } from '../../query/query';
import type { FieldKind, KINDS } from '../../series/field-kinds';
import { parseDay } from '../../time/day';
import { serializeClause } from '../../view/grammar/own-clause';
import { cut } from '../../view/grammar/reading';
import type { OwnClause } from '../../view/view';
import { joinWords } from '../labels';

/** The kinds of fields whose values stand in an order, of which a filter can name a range. */
export type RangeKind = { [K in FieldKind]: (typeof KINDS)[K]['ranged'] extends true ? K : never }[FieldKind];

/** How the values of such a kind are read: as numbers of which the lower comes first, or null. */
const READ: Readonly<Record<RangeKind, (text: string) => number | null>> = {
  number: (text) => (Number.isFinite(Number(text)) ? Number(text) : null),
  day: parseDay,
};

/** What a filter on such a field may be, for whoever writes one. */
export const WRITE: Readonly<Record<RangeKind, string>> = {
  number: 'Write a number, or a range from the lower to the higher: 100..200, 100.. or ..200.',
  day: 'Write a day, or a range from the earlier to the later: 2024-03-01..2024-03-31, 2024-03-01.. or ..2024-03-31.',
};

export function isRangeKind(kind: FieldKind): kind is RangeKind {
  return Object.hasOwn(READ, kind);
}

/** A value as it is matched, which is as incidents have it: of numbers `5`, not `5.0`. */
export function asMatched(kind: RangeKind, text: string): string {
  const number = kind === 'number' ? READ.number(text) : null;
  return number === null ? text : String(number);
}

function quoted(texts: readonly string[]): string {
  return joinWords(
    texts.slice(0, 3).map((text) => `“${cut(text)}”`),
    'and',
  );
}

/** What becomes of values of a filter that match nothing, among all that it names. */
export function effectOf(wrong: readonly string[], all: readonly string[]): string {
  if (wrong.length === all.length) return 'so nothing matches';
  return wrong.length === 1 ? 'so it matches nothing' : 'so they match nothing';
}

/** What is wrong with a clause on a field of numbers or days: values that are none or are written otherwise, or a range that ends before it begins; null where nothing is. */
export function clauseProblem(kind: RangeKind, clause: OwnClause): string | null {
  const { values, range } = clause;
  const read = READ[kind];
  const texts = range === null ? values : [range.from, range.to].filter((end) => end !== null);
  const unread = texts.filter((text) => (range !== null || text !== NONE) && read(text) === null);
  if (unread.length > 0) {
    const one = unread.length === 1;
    const effect = effectOf(unread, range === null ? values : unread);
    return `${quoted(unread)} ${one ? `is no ${kind}` : `are no ${kind}s`}, ${effect}. ${WRITE[kind]}`;
  }
  const unlike = values.filter((text) => asMatched(kind, text) !== text);
  if (unlike.length > 0) {
    const matched = quoted(unlike.map((text) => asMatched(kind, text)));
    const are = unlike.length === 1 ? 'is' : 'are';
    return `${quoted(unlike)} ${are} written ${matched}, ${effectOf(unlike, values)}. ${WRITE[kind]}`;
  }
  const [from, to] = [range?.from, range?.to].map((end) => (end == null ? null : read(end)));
  if (from == null || to == null || from <= to) return null;
  return `The range “${serializeClause(clause)}” ends before it begins, so nothing lies in it. ${WRITE[kind]}`;
}
