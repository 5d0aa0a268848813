import { type Day, formatDay, parseDay } from '../../time/day';
import { parseEventDate } from '../../time/edtf';
import type { DateInference, DateRule } from '../date-rule';
import { type ReadDate, readDateKey } from '../read-date';
import { readingContext } from '../reading-context';
import type { NumberEvidence } from './number-evidence';
import { pivotOptions, type YearsSeen } from './pivots';
import { type KeyCounts, type Scenario, scenariosOf } from './scenarios';
import { arePairs } from './year-pairs';

/** Everything that was collected from a column. */
export interface Collected {
  readonly cells: number;
  readonly numbers: NumberEvidence;
  readonly keys: KeyCounts;
  /** A cell as it was written, by its key. */
  readonly cellOf: (key: string) => string;
  /** Scenarios into which texts went that could not be kept. */
  readonly streaming: readonly Scenario[] | null;
}

const MOST_EXAMPLES = 5;
const MOST_UNREAD = 20;

/** What each text that was kept, and some of the numbers, are by each rule; each is read once. */
interface Readings {
  readonly texts: readonly string[];
  of(rule: DateRule): readonly ReadDate[];
}

function readingsOf({ keys, numbers }: Collected): Readings {
  const texts = [...keys.keys(), ...numbers.samples];
  const memory = new Map<DateRule, readonly ReadDate[]>();
  return {
    texts,
    of(rule) {
      const known = memory.get(rule) ?? texts.map((key) => readDateKey(key, readingContext(rule)));
      memory.set(rule, known);
      return known;
    },
  };
}

function edtfOf(read: ReadDate | undefined): string {
  return read?.kind === 'edtf' ? read.edtf : '';
}

function yearsOf(scenario: Scenario, numbers: NumberEvidence): YearsSeen | null {
  const [kind] = numbers.kinds();
  const ends =
    kind === 'year' || kind === 'compact' ? numbers.ends(kind).map((text) => Number(text.slice(0, 4))) : [];
  const all = [...(scenario.years ?? []), ...ends];
  return all.length === 0 ? null : [Math.min(...all), Math.max(...all)];
}

/** The rules of one scenario: each kind of number with each pivot that the column leaves possible. */
function rulesOf(scenario: Scenario, { numbers, keys }: Collected): readonly DateRule[] {
  const { rule, usesOrder, shortYears } = scenario;
  const pivots = shortYears.size === 0 ? [null] : pivotOptions(shortYears, yearsOf(scenario, numbers));
  const known = numbers.kinds();
  const mayPair = known.length === 0 || known[0] === 'year';
  const kinds = mayPair && arePairs(keys.keys()) ? (['year-pairs'] as const) : known;
  return (kinds.length === 0 ? [null] : kinds).flatMap((kind) =>
    pivots.map((pivot) => ({
      order: usesOrder ? rule.order : null,
      language: rule.language,
      numbers: kind,
      pivot,
    })),
  );
}

/** Rules that read every text alike are one; the first stands for them. */
function distinctRules(rules: readonly DateRule[], readings: Readings): readonly DateRule[] {
  if (rules.length < 2) return rules;
  const byReadings = new Map<string, DateRule>();
  for (const rule of rules) {
    const all = readings.of(rule).map(edtfOf).join('|');
    if (!byReadings.has(all)) byReadings.set(all, rule);
  }
  return [...byReadings.values()];
}

function examplesOf(
  rules: readonly DateRule[],
  { texts, of }: Readings,
  { cellOf }: Collected,
): DateInference['examples'] {
  type Example = DateInference['examples'][number];
  const [either, only]: [Example[], Example[]] = [[], []];
  if (rules.length < 2) return [];
  for (const [at, key] of texts.entries()) {
    const readings = rules.map((rule) => edtfOf(of(rule)[at]));
    if (new Set(readings).size < 2) continue;
    const into = readings.includes('') ? only : either;
    if (into.length < MOST_EXAMPLES) into.push({ text: cellOf(key), readings });
    if (either.length === MOST_EXAMPLES && only.length > 0) break;
  }
  return [...either.slice(0, MOST_EXAMPLES - Math.min(1, only.length)), ...only].slice(0, MOST_EXAMPLES);
}

function unreadOf(rule: DateRule, { texts, of }: Readings, { cellOf }: Collected): readonly string[] {
  const unread = texts.filter((_, at) => of(rule)[at]?.kind === 'problem');
  return unread.slice(0, MOST_UNREAD).map(cellOf);
}

/** First and last possible day of a date; null where there is none. */
function daysOf(edtf: string): readonly [earliest: Day | null, latest: Day | null] {
  const day = parseDay(edtf);
  if (day !== null) return [day, day];
  const parsed = parseEventDate(edtf);
  return parsed.kind === 'problem' ? [null, null] : [parsed.date.earliest, parsed.date.latest];
}

/** First and last possible day by a rule. */
function endsOf(rule: DateRule, scenario: Scenario, readings: Readings, { numbers }: Collected) {
  let [first, last] = [scenario.first, scenario.last];
  const numberEnds = rule.numbers === null ? [] : numbers.ends(rule.numbers);
  for (const edtf of [...readings.of(rule).map(edtfOf), ...numberEnds]) {
    const [earliest, latest] = daysOf(edtf);
    if (earliest !== null) first = Math.min(first ?? earliest, earliest);
    if (latest !== null) last = Math.max(last ?? latest, latest);
  }
  const text = (day: number | null) => (day === null ? null : formatDay(day as Day));
  return { first: text(first), last: text(last) };
}

/** The scenarios that read the most cells; of orders that no text uses, only the first. */
function bestOf(scenarios: readonly Scenario[]): readonly Scenario[] {
  const most = Math.max(...scenarios.map(({ understood }) => understood));
  return scenarios.filter(
    ({ understood, usesOrder, rule }) =>
      understood === most && (usesOrder || rule.order === scenarios[0]?.rule.order),
  );
}

/** The share of the cells with a sure order that a column may have the other way without being asked about. */
const FEW = 0.1;

/**
 * Orders that many cells prove wrong, in a column that others prove to be written so: where some cells can be read
 * both ways, neither is sure.
 */
function rivalsOf(
  best: Scenario,
  scenarios: readonly Scenario[],
  { keys, cells }: Collected,
): readonly Scenario[] {
  if (best.understood === cells || !best.usesOrder || best.streams || best.rule.order === 'year-first')
    return [];
  return scenarios.filter((other) => {
    if (other.rule.language !== best.rule.language || other.rule.order === best.rule.order) return false;
    if (other.rule.order === 'year-first') return false;
    const sums = { ours: 0, theirs: 0, either: 0 };
    for (const [key, count] of keys) {
      const ours = edtfOf(readDateKey(key, readingContext(best.rule)));
      const theirs = edtfOf(readDateKey(key, readingContext(other.rule)));
      if (ours !== theirs) sums[theirs === '' ? 'ours' : ours === '' ? 'theirs' : 'either'] += count;
    }
    return sums.either > 0 && sums.theirs > FEW * (sums.ours + sums.theirs);
  });
}

/** Weighs everything that was collected; null where not one cell is a date. */
export function inferDates(collected: Collected): DateInference | null {
  const { numbers, streaming, keys, cells } = collected;
  const scenarios = streaming ?? scenariosOf(keys);
  const surest = bestOf(scenarios);
  const best =
    surest[0] && surest.length === 1 ? [surest[0], ...rivalsOf(surest[0], scenarios, collected)] : surest;
  const [kind] = numbers.kinds();
  const understood = (best[0]?.understood ?? 0) + (kind ? numbers.understood(kind) : 0);
  const readings = readingsOf(collected);
  const rules = distinctRules(
    best.flatMap((scenario) => rulesOf(scenario, collected)),
    readings,
  );
  const [scenario, rule] = [best[0], rules[0]];
  if (!scenario || !rule || understood === 0) return null;
  return {
    cells,
    understood,
    rules,
    examples: examplesOf(rules, readings, collected),
    unread: unreadOf(rule, readings, collected),
    ...endsOf(rule, scenario, readings, collected),
  };
}
