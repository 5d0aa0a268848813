import type { Problem } from '../../../problems/problem';
import type { Denominator } from '../../../series/model';
import { binSpan, floorBin } from '../../../time/bin';
import { parseBound } from '../../../time/bounds';
import type { DaySpan } from '../../../time/day';
import type { Passes } from '../tables/passes';
import type { RowReader } from '../tables/row-reader';
import type { Tables } from '../tables/table';
import { buildRows } from './build-rows';
import type { IdTables } from './id-tables';

/** The days that a number of people holds for: `2019`, `2019-07`, `2019/2021`; that of a day for its year, which it is an estimate of. Null: unreadable. */
function daysOf(text: string): DaySpan | null {
  const ends = text.split('/').map(parseBound);
  const [first, last = first] = ends;
  if (ends.length > 2 || first == null || last == null || first.from > last.to) return null;
  const isDay = ends.length === 1 && first.from === first.to;
  return isDay ? binSpan(floorBin(first.from, 'year'), 'year') : { from: first.from, to: last.to };
}

function read(row: RowReader, idTables: IdTables): Denominator {
  const date = row.filled('date');
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
