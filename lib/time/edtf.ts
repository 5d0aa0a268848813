import { parse } from 'edtf';
import {
  type AtomReading,
  type DateProblem,
  MOST_SPANS,
  mergeSpans,
  readingOf,
  readingOfDay,
} from './atom-days';
import { type Day, type DaySpan, MAX_DAY, MIN_DAY, parseDay } from './day';
import { type EdtfMember, isOpen, readAtom, shapeOf } from './edtf-text';
import type { DatePrecision, EventDate } from './event-date';
import { type Doubt, widen } from './widening';

/** A date that was understood, or why it was not. */
export type ParsedDate = { readonly kind: 'date'; readonly date: EventDate } | DateProblem;

const LONGEST = 200;
const COARSE_FIRST: readonly DatePrecision[] = [
  'unknown',
  'century',
  'decade',
  'year',
  'season',
  'month',
  'day',
];

function problem(reason: string): DateProblem {
  return { kind: 'problem', reason };
}

/** Why a text is not a date that Annals reads. */
function explain(text: string): string {
  if (text === '') return 'a date is missing between the separators';
  if (/^[?~%]?-?[0-9X]+S[0-9]+/.test(text)) {
    return `"${text}": significant digits are not read; write the span, such as [1900..1999]`;
  }
  if (/^-?(Y|[0-9]{5,}|[0-9]+E[0-9])/.test(text)) {
    return `"${text}": only the years -9999 to 9999 can be held, written with four digits`;
  }
  return `"${text}" is not a date in EDTF, such as 2024-03-22, 2024-03 or 2024`;
}

/**
 * edtf.js asked for its opinion; plain dates need none. Level 3 lets seasons of unspecified years pass. It refuses
 * months such as `X6` and days such as `04-3X`, so they are shown to it as `XX`: whether they exist is known by then.
 */
function isKnownSyntax(bare: string): boolean {
  if (/^-?\d{4}(-\d\d(-\d\d)?)?$/.test(bare)) return true;
  try {
    return Boolean(parse(bare.replace(/-(?:X\d|\dX)(?=-|$)/g, '-XX'), { level: 3 }));
  } catch {
    return false;
  }
}

/**
 * One date between the separators. edtf.js sees it without its marks, since it rejects marks beside an `X` (`201X?`),
 * and sees no sets and ranges, since it reads `[A..B]` as A and refuses decades and seasons in a range.
 */
function readDate(text: string): AtomReading | DateProblem {
  const day = text.startsWith('-') ? null : parseDay(text);
  if (day !== null) return readingOfDay(day);
  const atom = readAtom(text);
  if (!atom) return problem(explain(text));
  const reading = readingOf(atom);
  return reading.kind === 'reading' && !isKnownSyntax(atom.bare) ? problem(explain(text)) : reading;
}

/** An open or unknown side reads as a date that is wholly unknown. */
function readSide(text: string): AtomReading | DateProblem {
  return readDate(isOpen(text) ? 'XXXX' : text);
}

function firstDay(reading: AtomReading): Day | null {
  return reading.days[0]?.from ?? null;
}

function lastDay(reading: AtomReading): Day | null {
  return reading.days.at(-1)?.to ?? null;
}

/** From one written date to another; both are the same reading where there is only one. */
interface Stretch {
  readonly kind: 'stretch';
  readonly from: AtomReading;
  readonly to: AtomReading;
}

function readStretch(from: string, to: string): Stretch | DateProblem {
  const [start, end] = [readSide(from), readSide(to)];
  if (start.kind === 'problem') return start;
  if (end.kind === 'problem') return end;
  if ((lastDay(end) ?? MAX_DAY) < (firstDay(start) ?? MIN_DAY)) {
    return problem(`the end ${to} lies before the start ${from}`);
  }
  return { kind: 'stretch', from: start, to: end };
}

function readMember(member: EdtfMember): Stretch | DateProblem {
  if (member.kind === 'at') {
    const reading = readDate(member.at);
    return reading.kind === 'problem' ? reading : { kind: 'stretch', from: reading, to: reading };
  }
  if (member.from === '' && member.to === '')
    return problem('".." in a set needs a date on one side at least');
  return readStretch(member.from, member.to);
}

function readMembers(members: readonly EdtfMember[]): readonly Stretch[] | DateProblem {
  const stretches: Stretch[] = [];
  for (const member of members) {
    const stretch = readMember(member);
    if (stretch.kind === 'problem') return stretch;
    stretches.push(stretch);
  }
  return stretches;
}

function spansOfStretch({ from, to }: Stretch): readonly DaySpan[] {
  if (from === to && from.days.length > 0) return from.days;
  return [{ from: firstDay(from) ?? MIN_DAY, to: lastDay(to) ?? MAX_DAY }];
}

/** The days as one span with the doubt added on both sides; as they are where nothing is marked. */
function possibleDays(spans: readonly DaySpan[], readings: readonly AtomReading[]): readonly DaySpan[] {
  const doubts = readings.flatMap(({ doubt }) => (doubt === null ? [] : [doubt]));
  const [first, last] = [spans[0], spans.at(-1)];
  if (doubts.length === 0 || !first || !last) return spans;
  return [widen({ from: first.from, to: last.to }, Math.max(...doubts) as Doubt)];
}

/** An incident that began on one of the days of the stretches. */
function oneOf(edtf: string, stretches: readonly Stretch[]): ParsedDate {
  const spans = mergeSpans(stretches.flatMap(spansOfStretch).sort((a, b) => a.from - b.from));
  if (spans.length > MOST_SPANS) return problem(`it means more than ${MOST_SPANS} separate spans of days`);
  const readings = stretches.flatMap(({ from, to }) => [from, to]);
  const noFirst = stretches.some(({ from }) => from.days.length === 0);
  const noLast = stretches.some(({ to }) => to.days.length === 0);
  const date: EventDate = {
    edtf,
    earliest: noFirst ? null : (spans[0]?.from ?? null),
    latest: noLast ? null : (spans.at(-1)?.to ?? null),
    days: noFirst || noLast ? [] : spans,
    possible: possibleDays(spans, readings),
    until: null,
    openEnd: false,
    precision: COARSE_FIRST.find((unit) => readings.some(({ precision }) => precision === unit)) ?? 'unknown',
    uncertain: readings.some(({ uncertain }) => uncertain),
    approximate: readings.some(({ approximate }) => approximate),
  };
  return { kind: 'date', date };
}

/** An incident of several days, counted at its start; without a start it may have begun on any day up to its end. */
function lasting(edtf: string, stretch: Stretch): ParsedDate {
  const { from, to } = stretch;
  if (from.days.length === 0) return oneOf(edtf, [stretch]);
  const start = oneOf(edtf, [{ kind: 'stretch', from, to: from }]);
  if (start.kind === 'problem') return start;
  const end = lastDay(to);
  const isOneDay = firstDay(from) === end;
  return { kind: 'date', date: { ...start.date, until: isOneDay ? null : end, openEnd: end === null } };
}

/** Everything in a list happened: it began with its earliest member and lasted to the end of its latest. */
function allOf(edtf: string, stretches: readonly Stretch[]): ParsedDate {
  if (stretches.length === 1 && stretches[0]?.from === stretches[0]?.to) return oneOf(edtf, stretches);
  const starts = stretches.map(({ from }) => from);
  const ends = stretches.map(({ to }) => to);
  const from = starts.reduce((a, b) => ((firstDay(b) ?? MIN_DAY) < (firstDay(a) ?? MIN_DAY) ? b : a));
  const to = ends.reduce((a, b) => ((lastDay(b) ?? MAX_DAY) > (lastDay(a) ?? MAX_DAY) ? b : a));
  return lasting(edtf, { kind: 'stretch', from, to });
}

/**
 * Reads a date in EDTF (ISO 8601-2, levels 0 to 2) and works out its days; see {@link EventDate} for what they mean.
 * A date-time keeps its day as written, whatever its offset. A bad text is a problem, never an error.
 */
export function parseEventDate(text: string): ParsedDate {
  const edtf = text.trim();
  if (edtf === '') return problem('the date is empty');
  if (edtf.length > LONGEST)
    return problem(`a date has at most ${LONGEST} characters, this one ${edtf.length}`);
  const shape = shapeOf(edtf);
  if (shape.kind === 'range') {
    const stretch = readStretch(shape.from, shape.to);
    return stretch.kind === 'problem' ? stretch : lasting(edtf, stretch);
  }
  if (shape.kind === 'one') {
    const stretch = readMember({ kind: 'at', at: shape.at });
    return stretch.kind === 'problem' ? stretch : oneOf(edtf, [stretch]);
  }
  const members = readMembers(shape.members);
  if ('reason' in members) return members;
  return shape.kind === 'oneOf' ? oneOf(edtf, members) : allOf(edtf, members);
}
