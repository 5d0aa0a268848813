import type { RawRow } from '../../../formats/raw-table';
import type { MarkedRow } from './far-dates';

const REAL = /^\d{4}-\d\d-(\d\d)(?:T|$)/;
const WRITTEN = /^(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b/;
const MOST_ROWS = 200;
/** The share of the dates that must look exchanged, and of the texts that must have a day over 12. */
const NEARLY_ALL = 0.95;

/** The dates of some rows. */
export interface ExchangedDaysPart {
  readonly rows: readonly MarkedRow[];
  readonly counts: Readonly<Record<'real' | 'early' | 'written' | 'late', number>>;
}

/**
 * Watches a column for what a spreadsheet leaves of dates in the other order than its own: those with a day up to 12 it
 * turned into real dates, of the wrong day, and the others stayed text.
 */
export class ExchangedDays {
  private readonly rows: MarkedRow[] = [];
  private readonly counts = { real: 0, early: 0, written: 0, late: 0 };

  observe({ line, file }: RawRow, text: string): void {
    const day = REAL.exec(text)?.[1];
    if (day !== undefined) {
      this.counts.real += 1;
      if (Number(day) > 12) return;
      this.counts.early += 1;
      if (this.rows.length < MOST_ROWS) this.rows.push({ line, text, file });
      return;
    }
    const [, first, second] = WRITTEN.exec(text) ?? [];
    if (first === undefined || second === undefined) return;
    this.counts.written += 1;
    if (Number(first) > 12 || Number(second) > 12) this.counts.late += 1;
  }

  /** What was seen, as it can be sent to another thread. */
  get part(): ExchangedDaysPart {
    return { rows: this.rows, counts: this.counts };
  }

  /** Adds what was seen of the rows that follow. */
  absorb({ rows, counts }: ExchangedDaysPart): void {
    this.rows.push(...rows.slice(0, MOST_ROWS - this.rows.length));
    for (const kind of ['real', 'early', 'written', 'late'] as const) this.counts[kind] += counts[kind];
  }

  /** The rows whose day and month may be exchanged, and how many there are in all; null where nothing speaks for it. */
  conclude(): {
    readonly rows: readonly MarkedRow[];
    readonly count: number;
    readonly written: number;
  } | null {
    const { real, early, written, late } = this.counts;
    if (written < 2 || real < 2 || late < written * NEARLY_ALL || early < real * NEARLY_ALL) return null;
    return { rows: this.rows, count: early, written };
  }
}

/** The day that was meant if day and month are exchanged: `2024-01-03` for `2024-03-01`. */
export function exchanged(text: string): string {
  return text.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$1-$3-$2');
}
