import { nameWords, phrases } from '../../../text/name-words';
import type { DateMapping } from '../../mapping';
import type { ColumnProfile, Survey } from '../../survey/survey';
import { isNumeric, isWordy } from '../columns/content';
import { EVENT_COUNT, HIGH, LOW, PLACE, REGION } from '../columns/field-names';
import { nameRank } from '../columns/name-list';

/** Words of a period as the name of a date. */
const PERIOD =
  / (week|weeks|epiweek|month|quarter|year|period|semana|mes|trimestre|semaine|mois|woche|monat|quartal|неделя|месяц|квартал|тиждень|місяць|الأسبوع|الشهر) /;
const BEST = phrases('best estimate central mid point');

const sideOf = (name: string): 'low' | 'best' | 'high' | null => {
  const words = name.split(' ');
  if (words.some((word) => LOW.words.has(word))) return 'low';
  if (words.some((word) => HIGH.words.has(word))) return 'high';
  return words.some((word) => BEST.has(word)) ? 'best' : null;
};

const stemOf = (name: string) =>
  name
    .split(' ')
    .filter((word) => !LOW.words.has(word) && !HIGH.words.has(word) && !BEST.has(word))
    .join(' ');

/** Figures with a low and a high of one name: `bd_low` and `bd_high`. */
function estimates(columns: readonly ColumnProfile[]): readonly ColumnProfile[] {
  const sided = columns.flatMap((column) => {
    const name = nameWords(column.name);
    const side = isNumeric(column) ? sideOf(name) : null;
    return side === null ? [] : [{ column, side, stem: stemOf(name) }];
  });
  const whole = sided.filter(
    ({ stem }) =>
      sided.some((one) => one.stem === stem && one.side === 'low') &&
      sided.some((one) => one.stem === stem && one.side === 'high'),
  );
  return whole.map(({ column }) => column);
}

/** The number of a period, so that neighbours differ by 1; NaN where the cells have none. */
function periodOf(cells: readonly string[], date: DateMapping, at: ReadonlyMap<string, number>): number {
  const number = (name: string | null) =>
    Number(name === null ? Number.NaN : (cells[at.get(name) ?? -1] ?? Number.NaN));
  if (date.kind === 'parts') {
    return date.month === null ? number(date.year) : number(date.year) * 12 + number(date.month);
  }
  const text = (cells[at.get(date.kind === 'one' ? date.column : date.start) ?? -1] ?? '').trim();
  const found = /^(\d{4})(?:[-/.]?(\d{2}))?(?:[-/.]?01)?(?:[T ].*)?$/.exec(text);
  if (!found) return Number.NaN;
  return found[2] === undefined ? Number(found[1]) : Number(found[1]) * 12 + Number(found[2]);
}

/** Whether one row stands for each value of a column and each period, and periods follow one another. */
function isPanelOf(column: ColumnProfile, survey: Survey, periods: readonly number[]): boolean {
  const groups = new Map<string, number[]>();
  survey.preview.forEach(({ cells }, row) => {
    const key = cells[column.at]?.trim() ?? '';
    groups.set(key, [...(groups.get(key) ?? []), periods[row] ?? Number.NaN]);
  });
  const runs = [...groups.values()].filter((run) => run.length > 1);
  if (runs.length === 0 || runs.flat().length < survey.preview.length / 2) return false;
  const steps = runs.flatMap((run) => {
    const sorted = run.toSorted((a, b) => a - b);
    return sorted.slice(1).map((period, at) => period - (sorted[at] as number));
  });
  return !steps.includes(0) && steps.filter((step) => step === 1).length >= steps.length / 2;
}

/** A table of totals: its figures, and what else a row of it stands for. */
export interface Panel {
  readonly figures: readonly ColumnProfile[];
  readonly key: ColumnProfile | null;
}

/**
 * The figures of a table that has one row for each dyad, actor or country and each year or month: by estimates of which
 * nothing says where or on which day, or by periods that follow one another without a gap. Null where it is none.
 */
export function periodPanel(
  survey: Survey,
  date: DateMapping,
  dateColumns: readonly ColumnProfile[],
  isCoarse: boolean,
): Panel | null {
  const others = survey.columns.filter((column) => !dateColumns.includes(column) && column.filled > 0);
  const counts = others.filter((column) => isNumeric(column) && nameRank(column, EVENT_COUNT) >= 2);
  const isPeriod = dateColumns.some(({ name }) => PERIOD.test(` ${nameWords(name)} `));
  if (isPeriod && counts.length > 0 && counts.some(({ greatest }) => (greatest ?? 0) > 1)) {
    return { figures: counts, key: null };
  }
  const figures = estimates(others);
  if (!isCoarse || figures.length === 0) return null;
  const at = new Map(survey.columns.map((column) => [column.name, column.at]));
  const periods = survey.preview.map(({ cells }) => periodOf(cells, date, at));
  const keys = others.filter(
    (column) => !figures.includes(column) && (isWordy(column) || / id$/.test(nameWords(column.name))),
  );
  const key = keys.find((column) => isPanelOf(column, survey, periods));
  if (key) return { figures, key };
  const saysWhere = others.some((column) => [PLACE, REGION].some((list) => nameRank(column, list) > 0));
  return saysWhere ? null : { figures, key: null };
}
