import { parseEventDate } from '../../time/edtf';
import type { DateRule } from '../date-rule';
import { type ReadDate, readDateKey } from '../read-date';
import { type ReadingContext, readingContext } from '../reading-context';
import { columnLanguages } from '../words/column-language';
import type { YearsSeen } from './pivots';

/** Distinct texts of a column with how many cells have each. */
export type KeyCounts = ReadonlyMap<string, number>;

type Order = NonNullable<DateRule['order']>;
const ORDERS: readonly Order[] = ['day-first', 'month-first', 'year-first'];
/** Any pivot does for asking which texts are read at all. */
const SOME_PIVOT = 2068;

/** One language and one order of day and month, and what comes of reading the column by them. */
export interface Scenario {
  readonly rule: DateRule;
  understood: number;
  usesOrder: boolean;
  readonly shortYears: Set<number>;
  years: YearsSeen | null;
  /** Whether texts are read that are kept nowhere, so that their days must be noted at once. */
  streams: boolean;
  /** First and last possible day of what was read without being kept. */
  first: number | null;
  last: number | null;
}

function scenario(language: string | null, order: Order): Scenario {
  return {
    rule: { order, language, numbers: null, pivot: SOME_PIVOT },
    understood: 0,
    usesOrder: false,
    shortYears: new Set(),
    years: null,
    streams: false,
    first: null,
    last: null,
  };
}

/** Notes the four-digit years, by which the century of others may be settled. */
function noteYears(into: Scenario, edtf: string): void {
  const year = /-?\d{4}/.exec(edtf)?.[0];
  if (year === undefined) return;
  const seen = into.years ?? [Number(year), Number(year)];
  into.years = [Math.min(seen[0], Number(year)), Math.max(seen[1], Number(year))];
}

/** Notes the days of a text that is not kept. */
function noteDays(into: Scenario, edtf: string): void {
  const parsed = parseEventDate(edtf);
  if (parsed.kind === 'problem') return;
  const { earliest, latest } = parsed.date;
  if (earliest !== null) into.first = Math.min(into.first ?? earliest, earliest);
  if (latest !== null) into.last = Math.max(into.last ?? latest, latest);
}

/** Adds what came of a text to a scenario. */
function note(into: Scenario, read: ReadDate, context: ReadingContext, count: number): void {
  if (context.usesOrder) into.usesOrder = true;
  if (read.kind !== 'edtf') return;
  into.understood += count;
  for (const year of context.shortYears) into.shortYears.add(year);
  if (!context.usesPivot) noteYears(into, read.edtf);
  if (into.streams) noteDays(into, read.edtf);
}

/** Reads a text by the scenarios of one language: once where no order matters for it. */
function streamByOrder(orders: readonly Scenario[], key: string, count: number): void {
  const [first] = orders;
  if (!first) return;
  const context = readingContext(first.rule);
  const read = readDateKey(key, context);
  note(first, read, context, count);
  for (const each of orders.slice(1)) {
    if (!context.usesOrder) {
      note(each, read, context, count);
      continue;
    }
    const own = readingContext(each.rule);
    note(each, readDateKey(key, own), own, count);
  }
}

/** Reads one more text by every scenario. */
export function streamInto(scenarios: readonly Scenario[], key: string, count = 1): void {
  for (const language of new Set(scenarios.map(({ rule }) => rule.language))) {
    streamByOrder(
      scenarios.filter(({ rule }) => rule.language === language),
      key,
      count,
    );
  }
}

/** All ways to read a column that its words allow, with what each reads. */
export function scenariosOf(keys: KeyCounts): readonly Scenario[] {
  const languages = columnLanguages(keys);
  const scenarios = (languages.length === 0 ? [null] : languages).flatMap((language) =>
    ORDERS.map((order) => scenario(language, order)),
  );
  for (const [key, count] of keys) streamInto(scenarios, key, count);
  return scenarios;
}

/** The scenarios that may still read the most, from now on for texts that are not kept. */
export function streamingFrom(scenarios: readonly Scenario[]): readonly Scenario[] {
  const most = Math.max(...scenarios.map(({ understood }) => understood));
  const kept = scenarios.filter(({ understood }) => understood >= 0.9 * most);
  for (const each of kept) each.streams = true;
  return kept;
}
