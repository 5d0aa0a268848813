import type { DateMapping } from '../mapping/mapping';
import type { FieldReason, Question, QuestionOption } from '../mapping/proposal';
import type { ColumnProfile } from '../survey/survey';
import { calendarQuestions } from './date-calendar';
import { type DateCandidate, dateCandidates } from './date-candidates';
import { dateRuleQuestions } from './date-questions';
import { rulesFor } from './date-rules';
import { FOREIGN_DATE } from './field-names';
import { because } from './guess';
import { nameRank } from './name-list';

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

/** A date with the rule that its columns have, and questions about what they do not settle. */
export function settleDate(
  date: DateMapping,
  columns: readonly ColumnProfile[],
): { readonly date: DateMapping; readonly questions: readonly Question[] } {
  const about = ruled({ date, columns });
  if (about.length === 0) return { date, questions: [] };
  const rules = rulesFor(about);
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

/** Candidates between which neither names nor cells decide. Parts say the same as a column of whole dates. */
function rivals(candidates: readonly DateCandidate[]): readonly DateCandidate[] {
  const [first] = candidates;
  if (!first || first.date.kind === 'parts') return [];
  const near = candidates.filter(
    (one) => one.date.kind !== 'parts' && (one.score >= first.score - NEAR || (!first.named && !one.named)),
  );
  return near.length > 1 || isOfOther(first) ? near : [];
}

function certaintyOf(candidate: DateCandidate, alone: boolean): FieldReason['certainty'] {
  if (!alone) return 'guess';
  return candidate.named && candidate.score >= 3 ? 'certain' : candidate.named ? 'likely' : 'guess';
}

/** Finds when it happened; null where no column can be read as dates. */
export function guessDate(columns: readonly ColumnProfile[], rows: number): GuessedDate | null {
  const candidates = dateCandidates(columns, rows);
  const [first] = candidates;
  if (!first) return null;
  const equal = rivals(candidates);
  const { date, questions } = settleDate(first.date, first.columns);
  const asked: Question = {
    id: 'date-column',
    text:
      equal.length === 1
        ? `Is “${nameOf(first)}” when it happened? By its name it is the date of something else, and no other column holds dates.`
        : `Which column says when it happened? ${equal.map((one) => `“${nameOf(one)}”`).join(' and ')} can all be read as dates.`,
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
    ],
  };
}
