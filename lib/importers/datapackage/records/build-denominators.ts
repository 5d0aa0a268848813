import type { Problem } from '../../../problems/problem';
import type { Denominator } from '../../../series/model';
import type { DaySpan } from '../../../time/day';
import type { Passes } from '../tables/passes';
import type { RowReader } from '../tables/row-reader';
import type { Tables } from '../tables/table';
import { buildRows } from './build-rows';
import { daysOf } from './days-of';
import type { IdTables } from './id-tables';

function read(row: RowReader, idTables: IdTables): Denominator {
  const date = row.filled('date');
  // That of a day is an estimate for its year.
  const days = daysOf(date);
  if (days === null && date !== '') {
    row.fail('date', 'bad-date', 'not a year, a month, a day, or two of them with a slash between');
  }
  row.filled('people');
  const people = row.number('people') ?? 0;
  if (people <= 0) row.fail('people', 'too-small', 'a number of people must be above zero');
  const region = row.ref('region', idTables.regions);
  return { region, date, ...(days as DaySpan), people, sources: row.refs('source_ids', idTables.sources) };
}

/** How many people there are, by region and days; without a region in all places. Two figures for the same days contradict each other. */
export function buildDenominators(
  tables: Tables,
  idTables: IdTables,
  problems: Problem[],
): Passes<Denominator[]> {
  const known = new Map<string | null, DaySpan[]>();
  return buildRows(tables.get('denominators'), problems, (row) => {
    const made = read(row, idTables);
    if (!row.ok()) return made;
    const before = known.get(made.region) ?? [];
    if (before.some(({ from, to }) => from <= made.to && made.from <= to)) {
      row.fail('date', 'duplicate-value', 'another row has a number for these days');
    }
    known.set(made.region, [...before, { from: made.from, to: made.to }]);
    return made;
  });
}
