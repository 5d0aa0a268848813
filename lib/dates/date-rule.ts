/**
 * How the texts of one date column are read. Decided once for the column from all its cells, for a single cell cannot
 * say whether 03/04 is in March or April.
 */
export interface DateRule {
  /** The order of day and month where both are numbers; null where no cell has them so. */
  readonly order: 'day-first' | 'month-first' | 'year-first' | null;
  /** The language of month names, a BCP 47 tag; null where there are none. */
  readonly language: string | null;
  /**
   * What a bare number is. `compact` is 20240322, `excel` days since 1899-12-30, `excel-1904` since 1904-01-01.
   * `year-pairs`: a number is a year, and `2001/02` is two of them, not a month.
   */
  readonly numbers:
    | 'year'
    | 'year-pairs'
    | 'compact'
    | 'epoch-s'
    | 'epoch-ms'
    | 'excel'
    | 'excel-1904'
    | null;
  /** The last year that a two-digit year can mean (69 → 1970 to 2069 for 2069); null where no cell has one. */
  readonly pivot: number | null;
}

export const ISO_DATES: DateRule = { order: null, language: null, numbers: null, pivot: null };

/** What the cells of a column say about how they are read. */
export interface DateInference {
  /** Cells that are not empty, and those that the best rule reads. */
  readonly cells: number;
  readonly understood: number;
  /**
   * The rules that read the most cells, best first. Empty where the column holds no dates. More than one where the
   * cells do not settle it, such as a column without a day over 12: then a reader is asked, never guessed for.
   */
  readonly rules: readonly DateRule[];
  /** Cells that show the difference between the rules, with the EDTF that each rule gives; at most five. */
  readonly examples: readonly { readonly text: string; readonly readings: readonly string[] }[];
  /** Distinct cells that the best rule does not read, at most 20. */
  readonly unread: readonly string[];
  /** First and last possible day by the best rule, as `YYYY-MM-DD`; null where nothing is understood. */
  readonly first: string | null;
  readonly last: string | null;
}
