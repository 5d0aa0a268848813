import { FEWEST_PERIODS, isPeriodName } from '../../../formats/table/period-name';
import { advised, type Problem } from '../../../problems/problem';
import { ownDateColumns } from '../../mapped-columns';
import type { Mapping } from '../../mapping';
import type { ColumnProfile, Survey } from '../../survey/survey';
import { isNumeric, isWordy } from '../columns/content';
import { lacksYear } from '../dates/part-candidates';
import { type GuessCode, refusalAt } from '../guess-codes';
import { cumulativeColumns, namedRunning } from './refuse-cumulative';
import { type Panel, periodPanel } from './refuse-panels';
import { isCoarse, saysEvent, totalsColumns } from './refuse-totals';

const MOST_NAMED = 6;

function listed(columns: readonly Pick<ColumnProfile, 'name'>[]): string {
  const named = columns.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`);
  const more = columns.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const whole = (file: string, column: string | null, code: GuessCode, reason: string) =>
  refusalAt({ file, row: null, column, value: null }, code, reason);

/** Columns that are called after periods and hold figures; none where they are too few to be what the table is of. */
function periodColumns({ columns }: Survey): readonly ColumnProfile[] {
  const found = columns.filter(
    (column) => isPeriodName(column.name) && (isNumeric(column) || column.filled === 0),
  );
  return found.length >= FEWEST_PERIODS && found.length * 3 >= columns.length ? found : [];
}

const inColumns = (periods: readonly ColumnProfile[]) =>
  `The periods are columns (${listed(periods)}): a table of totals, with a figure for each of them, not of events.`;

/** Why a file has no date: which columns were looked at, and what stands in the likeliest. */
export function noDateColumn(survey: Survey, file: string): Problem {
  const tried = survey.columns.filter(({ dates }) => dates !== null && dates.cells > 0);
  const looked = tried.length > 0 ? tried : survey.columns.filter(isWordy);
  const periods = periodColumns(survey);
  if (periods.length > 0) return whole(file, periods[0]?.name ?? null, 'table-of-totals', inColumns(periods));
  const yearless = survey.columns.find(lacksYear);
  if (yearless) {
    const [sample = ''] = yearless.samples;
    const text = `“${yearless.name}” gives days without a year, such as “${sample}”, and no column gives the year. Add a column “Year”, or write the year into the dates.`;
    return advised(whole(file, yearless.name, 'no-date-column', text));
  }
  const reason =
    survey.columns.length === 0
      ? 'The file has no columns.'
      : `No column of ${survey.columns.length} can be read as dates; looked at ${listed(looked.length > 0 ? looked : survey.columns)}.`;
  return whole(file, null, 'no-date-column', reason);
}

/** Totals by dyad, actor or country and by period, in a table in which nothing tells of a single event. */
function panelOf(survey: Survey, { date }: Mapping, dated: readonly ColumnProfile[]): Panel | null {
  const others = survey.columns.filter((column) => !dated.includes(column) && column.filled > 0);
  if (survey.rows < 2 || others.some(saysEvent)) return null;
  return periodPanel(survey, date, dated, isCoarse(date, dated));
}

/**
 * Why a file with dates is no series of events: its rows are running totals, or totals of periods. Null where they may
 * be events. A published layout is never refused.
 */
export function refusalOf(survey: Survey, mapping: Mapping, file: string): Problem | null {
  if (mapping.layout !== null) return null;
  const periods = periodColumns(survey);
  if (periods.length > 0) return whole(file, periods[0]?.name ?? null, 'table-of-totals', inColumns(periods));
  const names = ownDateColumns(mapping.date);
  const dated = survey.columns.filter(({ name }) => names.includes(name));
  const running = cumulativeColumns(survey, dated);
  if (running) {
    const reason = `One row for each of ${listed(dated)} and only figures beside it, of which ${listed(running)} never fall: running totals, not events.`;
    return whole(file, running[0]?.name ?? null, 'cumulative-series', reason);
  }
  const named = namedRunning(survey, dated);
  if (named) {
    const reason = `The only figures are ${listed(named)}, by name running totals, and no column tells of a single event.`;
    return whole(file, named[0]?.name ?? null, 'cumulative-series', reason);
  }
  const panel = panelOf(survey, mapping, dated);
  if (panel) {
    const each = panel.key ? [panel.key, ...dated] : dated;
    const reason = `Each row gives ${listed(panel.figures)} for a whole ${listed(each)}: totals, not events.`;
    return whole(file, panel.figures[0]?.name ?? null, 'table-of-totals', reason);
  }
  const totals = totalsColumns(survey, mapping.date, dated);
  if (!totals) return null;
  const reason = `Each row gives ${listed(totals)} for ${listed(dated)}, and no column tells of a single event.`;
  return whole(file, totals[0]?.name ?? null, 'table-of-totals', reason);
}
