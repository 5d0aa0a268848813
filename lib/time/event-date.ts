import type { Day, DaySpan } from './day';

/** The granularity in which a date is written. */
export type DatePrecision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'unknown';

/**
 * When an incident began, as its source knows it. `edtf` is the truth; the rest is worked out from it once, on import.
 *
 * An incident is counted once, at its start. `days` are the days on which it may have begun as written: disjoint,
 * ascending, empty where the start is open or unknown. `possible` are the same days widened by one unit of the
 * precision on both sides where the date is uncertain (`?`) or approximate (`~`); an open or unknown start reaches
 * down to `MIN_DAY`. `possible` is never empty.
 */
export interface EventDate {
  readonly edtf: string;
  /** First day of `days`; null where the start is open or unknown. */
  readonly earliest: Day | null;
  /** Last day of `days`; for an open or unknown start the last day of the end, null where that is unknown too. */
  readonly latest: Day | null;
  readonly days: readonly DaySpan[];
  readonly possible: readonly DaySpan[];
  /** Last day of an incident of several days (`A/B`); null where it is one day, or its end is open or unknown. */
  readonly until: Day | null;
  /** True for `A/` and `A/..`: it went on, and nobody says until when. */
  readonly openEnd: boolean;
  readonly precision: DatePrecision;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** The number of days in a list of disjoint spans. */
export function countDays(spans: readonly DaySpan[]): number {
  return spans.reduce((sum, span) => sum + span.to - span.from + 1, 0);
}

/** The share of an incident's possible days that lie in `from`..`to` (both inclusive): 0 to 1, 0 for an unknown start. */
export function shareInside(date: EventDate, from: Day, to: Day): number {
  const all = countDays(date.days);
  if (all === 0) return 0;
  const inside = date.days.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from) + 1),
    0,
  );
  return inside / all;
}

/** Whether the incident surely began in `from`..`to`, both inclusive. */
export function surelyInside(date: EventDate, from: Day, to: Day): boolean {
  return date.days.length > 0 && date.possible.every((span) => span.from >= from && span.to <= to);
}

/** Whether the incident may have begun in `from`..`to`, both inclusive. */
export function possiblyInside(date: EventDate, from: Day, to: Day): boolean {
  return date.possible.some((span) => span.from <= to && span.to >= from);
}
