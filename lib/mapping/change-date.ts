import { type DateRule, ISO_DATES } from '../dates/date-rule';
import type { DateMapping, Mapping } from './mapping';

/** The mapping with one column as its date. What the text says is how precise it is. */
export function dateInOneColumn(mapping: Mapping, column: string, rule: DateRule = ISO_DATES): Mapping {
  return { ...mapping, date: { kind: 'one', column, rule, precision: null } };
}

/** The mapping with start and end in two columns, as an incident that lasted. */
export function dateInSpan(
  mapping: Mapping,
  start: string,
  end: string,
  rule: DateRule = ISO_DATES,
): Mapping {
  return { ...mapping, date: { kind: 'span', start, end, rule, meaning: { fixed: 'lasting' } } };
}

/** The mapping with year, month and day in columns of their own; null for those that there are not. */
export function dateInParts(
  mapping: Mapping,
  parts: { readonly year: string; readonly month: string | null; readonly day: string | null },
  rule: DateRule = ISO_DATES,
): Mapping {
  return { ...mapping, date: { kind: 'parts', ...parts, text: null, rule } };
}

/** The mapping with other rules for the dates it has. */
export function readDatesBy(mapping: Mapping, rule: Partial<DateRule>): Mapping {
  const date: DateMapping = { ...mapping.date, rule: { ...mapping.date.rule, ...rule } };
  return { ...mapping, date };
}
