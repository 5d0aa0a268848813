import type { EventDate } from '../../time/event-date';
import type { DATE_CODES } from './date-codes';

export type DateCode = keyof typeof DATE_CODES;

/** A problem or a warning about one cell; the code says which. */
export interface DateFault {
  readonly code: DateCode;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** What the date columns of one row say. A date may come with a warning about a cell that was used as stated. */
export type DateOutcome =
  | { readonly kind: 'date'; readonly date: EventDate; readonly warning: DateFault | null }
  | ({ readonly kind: 'problem' } & DateFault);

export function dateOutcome(date: EventDate, warning: DateFault | null = null): DateOutcome {
  return { kind: 'date', date, warning };
}

export function dateProblem(code: DateCode, column: string, value: string, reason: string): DateOutcome {
  return { kind: 'problem', code, column, value, reason };
}
