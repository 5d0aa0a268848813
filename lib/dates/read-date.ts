import { foldWords, LONGEST_DATE, plainText } from '../text/plain-text';
import { parseDay } from '../time/day';
import { parseEventDate } from '../time/edtf';
import type { DateRule } from './date-rule';
import { readPair } from './evidence/year-pairs';
import { zonedDay } from './local-day';
import { isBareNumber, readBareNumber } from './phrase/bare-number';
import { withoutTime } from './phrase/clock-time';
import { readPhrase } from './phrase/date-phrase';
import { isoWeek } from './phrase/iso-week';
import { type ReadingContext, readingContext } from './reading-context';
import { dateTokens } from './words/date-tokens';
import { saysUnknown } from './words/date-words';

/** What is to be said of a cell that was read: a weekday that is not that of the date, or a note that was left out. */
export interface DateRemark {
  readonly code: 'weekday-differs' | 'note-not-read';
  readonly reason: string;
}

/** What a cell says. `unknown` is a cell that is blank or says that the date is not known. */
export type ReadDate =
  | { readonly kind: 'edtf'; readonly edtf: string; readonly warning: DateRemark | null }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'problem'; readonly reason: string };

const UNKNOWN: ReadDate = { kind: 'unknown' };

function edtf(text: string): ReadDate {
  return { kind: 'edtf', edtf: text, warning: null };
}

/** EDTF whose years all have four digits; edtf.js would take `12` for a century and `199` for a decade. */
function readEdtf(text: string): string | null {
  if (text === '../..') return text;
  if (!/^[-0-9X?~%./,[\]{} ]+$/.test(text) || !/[0-9X]{4}/.test(text) || Number(text) === 0) return null;
  if (/(?:^|[/[{,]|\.\.)\s*[?~%]?-?[0-9X]{1,3}(?![0-9X])/.test(text)) return null;
  return parseEventDate(text).kind === 'date' ? text : null;
}

/** A date of ISO 8601 whose day does not exist is refused with the reason of EDTF, never read some other way. */
function impossibleIso(text: string): string | null {
  if (!/^-?\d{4}-\d\d-\d\d$/.test(text) || /-00(?:$|-)/.test(text)) return null;
  const parsed = parseEventDate(text);
  return parsed.kind === 'problem' ? parsed.reason : null;
}

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The day of the week that was written, where it is not that of the date; the date counts. */
function weekdayWarning(text: string, { weekdays }: ReadingContext): DateRemark | null {
  const [written] = weekdays;
  if (weekdays.length !== 1 || written === undefined) return null;
  const parsed = parseEventDate(text);
  if (parsed.kind === 'problem' || parsed.date.precision !== 'day' || parsed.date.earliest === null)
    return null;
  if (parsed.date.earliest !== parsed.date.latest) return null;
  const weekday = (((parsed.date.earliest + 4) % 7) + 7) % 7;
  if (weekday === written) return null;
  return {
    code: 'weekday-differs',
    reason: `${text} is a ${WEEKDAYS[weekday]}, not a ${WEEKDAYS[written]}`,
  };
}

/** The commonest form by far of a date with a time. */
const ISO_TIME =
  /^\d{4}-\d\d-\d\d[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/;

/** `'22/03/2024` and `="22/03/2024"`, by which spreadsheets keep a text; footnotes such as `[1]` and `*` behind a date. */
const KEPT_AS_TEXT = /^(?:="([^"]*)"|'(\d{1,4}[-/. ].*))$/;
const FOOTNOTES = /(?<=[\p{L}\p{N}])(?:\s*(?:\[(?:\d{1,3}|\p{L}|note \d{1,2})\]|[*†‡]))+$/u;

function bare(text: string): string {
  const kept = /^[='’]/.test(text) ? KEPT_AS_TEXT.exec(text.replace('’', "'")) : null;
  const inside = kept?.[1] ?? kept?.[2] ?? text;
  return /[\]*†‡]$/.test(inside) ? inside.replace(FOOTNOTES, '') : inside;
}

/** A cell in plain characters without its time of day: what its reading depends on, and all that it depends on. */
export function dateKey(text: string): string {
  if (parseDay(text) !== null) return text;
  if (ISO_TIME.test(text)) return text.slice(0, 10);
  const zoned = text.endsWith(']') || text.endsWith(')') ? zonedDay(text) : null;
  if (zoned !== null) return zoned;
  return text.length > LONGEST_DATE
    ? text.trim().slice(0, LONGEST_DATE + 1)
    : withoutTime(plainText(bare(text)));
}

/** Reads a key of {@link dateKey}; the context tells which parts of the rule mattered. */
export function readDateKey(key: string, context: ReadingContext): ReadDate {
  if (key.length > LONGEST_DATE)
    return { kind: 'problem', reason: `it has more than ${LONGEST_DATE} characters` };
  if (parseDay(key) !== null) return edtf(key);
  const folded = foldWords(key);
  const pair = context.rule.numbers === 'year-pairs' ? readPair(key) : null;
  if (pair !== null) return edtf(pair);
  if (isBareNumber(key) && Number(key) !== 0) return readNumber(key, context);
  const asEdtf = readEdtf(key) ?? isoWeek(key);
  if (asEdtf !== null) return edtf(asEdtf);
  if (folded === '' || saysUnknown(folded)) return UNKNOWN;
  const impossible = impossibleIso(key);
  if (impossible !== null) return { kind: 'problem', reason: impossible };
  const text = readPhrase(dateTokens(folded, context.lexicon), context);
  if (text !== null) return { kind: 'edtf', edtf: text, warning: weekdayWarning(text, context) };
  return withoutNote(folded, context) ?? problem(context);
}

function problem({ reason }: ReadingContext): ReadDate {
  return { kind: 'problem', reason: reason ?? 'it is not understood as a date' };
}

/** A note without digits in brackets behind a date: `5 May 1916 (disputed)`. */
const NOTE = /^(.*\d.*?)[\s,;]*(?:\(([^()\d]{2,})\)|\[([^\]\d]{2,})\])$/;

/** The date without a note that is not understood, which is then told of; null where there is no such note. */
function withoutNote(folded: string, context: ReadingContext): ReadDate | null {
  const [, before, round, square] = NOTE.exec(folded) ?? [];
  if (before === undefined) return null;
  const text = readDateKey(before, { ...context, reason: null, weekdays: [] });
  if (text.kind !== 'edtf') return null;
  const reason = `“${round ?? square}” behind the date is not understood; the date alone is used`;
  return { ...text, warning: { code: 'note-not-read', reason } };
}

/** `03.2021` is a number as well as a month; it is read as one where the column's numbers are no serials. */
function readNumber(key: string, context: ReadingContext): ReadDate {
  const { numbers } = context.rule;
  const text = readBareNumber(key, numbers);
  if (text !== null && parseEventDate(text).kind === 'date') return edtf(text);
  const month = /^(\d{1,2})\.((?:1\d|20)\d\d)$/.exec(key) ?? /^((?:1\d|20)\d\d)\.(\d\d)$/.exec(key);
  if (month && (numbers === null || numbers === 'year' || numbers === 'compact')) {
    const phrase = readPhrase(dateTokens(key, null), context);
    if (phrase !== null) return edtf(phrase);
  }
  return { kind: 'problem', reason: context.reason ?? `the number ${key} is no date in this column` };
}

/**
 * Reads one cell by the rule of its column. A day keeps to the calendar as written: no time zone moves it, and a day
 * that does not exist is a problem. Every date is Gregorian; other calendars are not converted.
 */
export function readDate(rule: DateRule, text: string): ReadDate {
  return readDateKey(dateKey(text), readingContext(rule));
}
