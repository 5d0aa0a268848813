import type { DateRule } from '../../../dates/date-rule';
import { isZone, momentOf } from '../../../dates/local-day';
import type { DateMapping } from '../../mapping';
import type { FieldReason, Question, QuestionOption } from '../../proposal';
import { dateReader } from '../../row-dates/date-reader';
import type { ColumnProfile, Survey } from '../../survey/survey';
import { shareOf } from '../columns/content';
import { FOREIGN_DATE, OTHER_DATE, ZONE } from '../columns/field-names';
import { nameRank } from '../columns/name-list';
import { because } from '../guess';
import { blankDateQuestions } from './blank-dates';
import { calendarQuestions } from './date-calendar';
import type { DateCandidate } from './date-candidate';
import { dateCandidates } from './date-candidates';
import { dateRuleQuestions } from './date-questions';
import { rulesFor } from './date-rules';
import { fineness, sameYears } from './fineness';
import { partIn } from './part-candidates';

/** The date of a table, why, and what must be asked. */
export interface GuessedDate {
  readonly date: DateMapping;
  readonly columns: readonly ColumnProfile[];
  readonly reason: FieldReason;
  readonly questions: readonly Question[];
}

/** Candidates whose scores are this near are equally good. */
const NEAR = 0.25;

/** The columns whose cells say how the dates are read. */
function ruled({ date, columns }: Pick<DateCandidate, 'date' | 'columns'>): readonly ColumnProfile[] {
  if (date.kind === 'parts') return columns.filter(({ name }) => name === date.text);
  const names = date.kind === 'one' ? [date.column] : [date.start, date.end];
  return columns.filter(({ name }) => names.includes(name));
}

/** The rules by which the rows have the year that a column beside the date gives; all of them where none stands out. */
function ofItsYear(
  date: DateMapping,
  rules: readonly DateRule[],
  survey: Survey | null,
): readonly DateRule[] {
  if (survey === null || date.check === undefined || rules.length < 2) return rules;
  const { columns, preview } = survey;
  const shares = rules.map((rule) => {
    const read = dateReader({ ...date, rule }, columns);
    const outcomes = preview.map(({ cells }) => read(cells)).filter(({ kind }) => kind === 'date');
    const differing = outcomes.filter((one) => one.kind === 'date' && one.warning?.code === 'year-differs');
    return outcomes.length === 0 ? 0 : 1 - differing.length / outcomes.length;
  });
  const fitting = rules.filter((_, at) => (shares[at] ?? 0) >= 0.9);
  return fitting.length > 0 && shares.every((share) => share >= 0.9 || share < 0.5) ? fitting : rules;
}

/** A date with the rule that its columns have, and questions about what they do not settle. */
export function settleDate(
  date: DateMapping,
  columns: readonly ColumnProfile[],
  survey: Survey | null = null,
): { readonly date: DateMapping; readonly questions: readonly Question[] } {
  const about = ruled({ date, columns });
  if (about.length === 0) return { date, questions: [] };
  const rules = ofItsYear(date, rulesFor(about), survey);
  const [first] = rules;
  if (!first) return { date, questions: [] };
  const settled = { ...date, rule: { ...first, language: first.language ?? date.rule.language } };
  return { date: settled, questions: dateRuleQuestions(settled, about, rules) };
}

const nameOf = ({ columns }: DateCandidate) => columns.map(({ name }) => name).join('/');

function optionOf(candidate: DateCandidate): QuestionOption {
  const { date } = settleDate(candidate.date, candidate.columns);
  const samples = candidate.columns[0]?.samples.slice(0, 2) ?? [];
  return {
    value: nameOf(candidate),
    label: `${nameOf(candidate)} (${samples.join(', ')})`,
    change: { mapping: { date } },
  };
}

/** A date of something else, such as of an edit or a birth, is that of the event only if a reader says so. */
const isOfOther = ({ columns }: DateCandidate) =>
  columns.every((column) => nameRank(column, FOREIGN_DATE) > 0);

/** Dates that are offered where all of them are of something else. */
const MOST_OFFERED = 8;

/** Candidates between which neither names nor cells decide. Parts say the same as a column of whole dates. */
function rivals(candidates: readonly DateCandidate[]): readonly DateCandidate[] {
  const [first] = candidates;
  if (first && isOfOther(first)) return candidates.slice(0, MOST_OFFERED);
  if (!first || first.date.kind === 'parts') return [];
  const near = candidates.filter(
    (one) => one.date.kind !== 'parts' && (one.score >= first.score - NEAR || (!first.named && !one.named)),
  );
  return near.length > 1 ? near : [];
}

/** What is asked of rivals: dates of something else are called so. */
function rivalsText(equal: readonly DateCandidate[]): string {
  const [first] = equal;
  const names = equal.map((one) => `“${nameOf(one)}”`).join(' and ');
  if (first && equal.length === 1)
    return `Is ${names} when it happened? By its name it is the date of something else, and no other column holds dates.`;
  if (equal.every(isOfOther))
    return `Is one of ${names} when it happened? By their names they are dates of something else.`;
  return `Which column says when it happened? ${names} can all be read as dates.`;
}

function certaintyOf(candidate: DateCandidate, alone: boolean): FieldReason['certainty'] {
  if (!alone) return 'guess';
  return candidate.named && candidate.score >= 3 ? 'certain' : candidate.named ? 'likely' : 'guess';
}

/**
 * The best candidate first, unless a finer one tells of the same event: a year is never taken where the day stands beside
 * it. What is the date of something else, such as of a report, is not finer.
 */
function finestFirst(candidates: readonly DateCandidate[], survey: Survey): readonly DateCandidate[] {
  const [first] = candidates;
  if (!first) return [];
  const [step, { columns, preview }] = [fineness(first), survey];
  const finer = candidates.find(
    (one) =>
      one !== first &&
      !one.columns.some((column) => nameRank(column, OTHER_DATE) > 0) &&
      fineness(one) > step &&
      sameYears(one, first, columns, preview),
  );
  return finer ? [finer, ...candidates.filter((one) => one !== finer)] : candidates;
}

/** The column that has the year of a date once more, whatever it is called; null where there is none. */
function yearBeside(
  date: DateMapping,
  columns: readonly ColumnProfile[],
  taken: readonly ColumnProfile[],
): string | null {
  if (date.kind === 'parts') return null;
  const names = new Set(taken.map(({ name }) => name));
  const found = columns.find((column) => {
    const named = names.has(column.name) ? null : partIn(column);
    return named?.part === 'year' && named.side !== 'end' && named.of === '' && isYears(column);
  });
  return found?.name ?? null;
}

const isYears = ({ filled, numbers, least, greatest }: ColumnProfile) =>
  filled > 0 && numbers === filled && (least ?? 0) >= 1000 && (greatest ?? 0) <= 2200;

/** A date with the columns that its year can be checked by, and that name its zone, where there are such. */
export function withAside(
  date: DateMapping,
  columns: readonly ColumnProfile[],
  taken: readonly ColumnProfile[] = [],
): DateMapping {
  const check = yearBeside(date, columns, taken);
  const zone = zoneBeside(date, columns);
  return { ...date, ...(check === null ? {} : { check }), ...(zone === null ? {} : { zone }) };
}

/** The column that names the zone of each row, where the times say their distance from UTC. */
function zoneBeside(date: DateMapping, columns: readonly ColumnProfile[]): string | null {
  if (date.kind === 'parts') return null;
  const name = date.kind === 'one' ? date.column : date.start;
  const dated = columns.find((column) => column.name === name);
  if (!dated || shareOf(dated, (text) => momentOf(text) !== null) < 0.9) return null;
  const zone = columns.find(
    (column) => nameRank(column, ZONE) > 0 && column.filled > 0 && shareOf(column, isZone) >= 0.9,
  );
  return zone?.name ?? null;
}

/** Finds when it happened; null where no column can be read as dates. */
export function guessDate(survey: Survey): GuessedDate | null {
  const { columns, rows } = survey;
  const candidates = finestFirst(dateCandidates(columns, rows), survey);
  const [first] = candidates;
  if (!first) return null;
  const equal = rivals(candidates);
  const settled = settleDate(withAside(first.date, columns, first.columns), first.columns, survey);
  const { date, questions } = settled;
  const asked: Question = {
    id: 'date-column',
    text: rivalsText(equal),
    options: equal.map(optionOf),
  };
  return {
    date,
    columns: first.columns,
    reason: because('date', first.columns, first.reason, certaintyOf(first, equal.length === 0)),
    questions: [
      ...(equal.length > 0 ? [asked] : []),
      ...calendarQuestions(ruled(first), columns),
      ...questions,
      ...blankDateQuestions(date, survey),
    ],
  };
}
