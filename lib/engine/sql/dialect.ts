/** What a value that is bound to a statement may be. Days are integers. */
export interface ValueTypes {
  readonly integer: number;
  readonly number: number;
  readonly text: string;
  readonly integers: readonly number[];
  readonly texts: readonly string[];
}
export type ValueType = keyof ValueTypes;

/** A span of days as SQL: two days, both inclusive. */
export interface SqlSpan {
  readonly from: string;
  readonly to: string;
}

/**
 * What databases say in different words. Everything else in statements is SQL that they share: common table expressions,
 * window functions, `NULLS LAST`, and names of a SELECT that its further columns use. All arguments and results are SQL.
 * A list is a column of many values or a bound list; spans are a column of spans of days `f` to `t`, both inclusive.
 */
export interface Dialect {
  /** A value that is bound under this name when the statement runs. */
  parameter(name: string, type: ValueType): string;
  /** A text that is null. */
  readonly nullText: string;

  /** Whether a list holds a value. */
  holds(list: string, value: string): string;
  /** Whether two lists share a value. */
  shares(list: string, other: string): string;
  /** The values that two lists share, each once. */
  common(list: string, other: string): string;
  /** How many values a list has. */
  length(list: string): string;
  /** The first value of a list. */
  first(list: string): string;
  /** Whether a text has a part. */
  contains(text: string, part: string): string;
  /** One row for each value of a list, as a column of SELECT. */
  explode(list: string): string;
  /** A SELECT of the rows `first, second` of two lists of one length. */
  explodePairs(first: string, second: string): string;

  /** Whether one of some spans meets a span. */
  spansMeet(spans: string, span: SqlSpan): string;
  /** How many days of some spans, which are apart, lie in a span. */
  daysOfSpans(spans: string, span: SqlSpan): string;
  /** The first and the last day of some spans in a span that one of them meets. */
  endsOfSpans(spans: string, span: SqlSpan): { readonly first: string; readonly last: string };

  /** Aggregates over the rows that meet a condition: how many they are. */
  countIf(condition: string): string;
  /** Their sum, in any order; 0 for no row. */
  sumIf(value: string, condition: string): string;
  /** The exact sum of whole numbers of up to 60 bits, rounded once; 0 for no row. */
  wholeSumIf(value: string, condition: string): string;
  /** Their least value; null for no row. */
  minIf(value: string, condition: string): string;
  /** Whether any row meets the condition. */
  anyTrue(condition: string): string;
}
