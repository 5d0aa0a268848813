import type { DateRule } from './date-rule';
import type { Lexicon } from './words/lexicon';
import { lexiconOf } from './words/lexicon';

/** What a cell is read by, and which parts of the rule turned out to matter for it. Made anew for each cell. */
export interface ReadingContext {
  readonly rule: DateRule;
  readonly lexicon: Lexicon | null;
  usesOrder: boolean;
  usesPivot: boolean;
  /** The two-digit years met, for finding a pivot. */
  readonly shortYears: number[];
  readonly weekdays: number[];
  /** The most telling reason met so far why a text is not a date. */
  reason: string | null;
}

export function readingContext(rule: DateRule): ReadingContext {
  const lexicon = rule.language === null ? null : lexiconOf(rule.language);
  return {
    rule,
    lexicon,
    usesOrder: false,
    usesPivot: false,
    shortYears: [],
    weekdays: [],
    reason: null,
  };
}

/** Notes why a text cannot be read; the first reason is kept. */
export function refuse(context: ReadingContext, reason: string): null {
  context.reason ??= reason;
  return null;
}

/** The year that two digits mean under the rule's pivot. */
export function fullYear(digits: number, context: ReadingContext): number | null {
  context.usesPivot = true;
  context.shortYears.push(digits);
  const { pivot } = context.rule;
  if (pivot === null) return refuse(context, `the year ${String(digits).padStart(2, '0')} has two digits`);
  return pivot - ((((pivot - digits) % 100) + 100) % 100);
}
