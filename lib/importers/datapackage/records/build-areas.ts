import type { Problem } from '../../../problems/problem';
import type { RegionArea } from '../../../series/model';
import { problemAt } from '../../import-codes';
import { readPolygons } from '../outlines/read-polygons';
import type { Passes } from '../tables/passes';
import type { RowReader } from '../tables/row-reader';
import type { Tables } from '../tables/table';
import { buildRows } from './build-rows';
import { daysOf } from './days-of';
import type { IdTables } from './id-tables';

function read(row: RowReader, idTables: IdTables, onHeights: () => void): RegionArea {
  const region = row.ref('region', idTables.regions);
  row.filled('region');
  const date = row.text('date');
  const days = date === null ? null : daysOf(date);
  if (date !== null && days === null) {
    row.fail('date', 'bad-date', 'not a year, a month, a day, or two of them with a slash between');
  }
  const geometry = row.text('geometry');
  const found = geometry === null ? null : readPolygons(geometry);
  if (found === null) row.fail('geometry', 'required', 'must be filled');
  else if ('reason' in found) row.fail('geometry', 'bad-area', found.reason);
  else if (found.hasHeights) onHeights();
  const polygons = found !== null && 'polygons' in found ? found.polygons : [];
  return {
    ...{ region: region as RegionArea['region'], date, from: days?.from ?? null, to: days?.to ?? null },
    ...{ polygons, sources: row.refs('source_ids', idTables.sources) },
  };
}

/** The outlines of regions that the series brings itself, in the order of the table. Two of a region for the same day contradict each other. */
export function* buildAreas(
  tables: Tables,
  idTables: IdTables,
  problems: Problem[],
): Passes<readonly RegionArea[]> {
  const table = tables.get('areas');
  const known = new Map<string, RegionArea[]>();
  let withHeights = 0;
  const areas = yield* buildRows(table, problems, (row) => {
    const area = read(row, idTables, () => {
      withHeights += 1;
    });
    if (!row.ok()) return area;
    const before = known.get(area.region) ?? [];
    if (before.some((one) => meet(one, area))) {
      row.fail('date', 'duplicate-value', 'another row has an outline of this region for these days');
    }
    known.set(area.region, [...before, area]);
    return area;
  });
  if (withHeights > 0) {
    const place = { file: table?.file ?? '', row: null, column: 'geometry', value: String(withHeights) };
    problems.push(problemAt(place, 'heights-left-out', 'outlines with heights; a map has no use for them'));
  }
  return areas;
}

/** Whether two areas hold for a day in common. */
function meet(one: RegionArea, other: RegionArea): boolean {
  const begins = (a: RegionArea, b: RegionArea) => a.from === null || b.to === null || a.from <= b.to;
  return begins(one, other) && begins(other, one);
}
