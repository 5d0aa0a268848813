import { largestGroups } from '../../../query/figures/largest-groups';
import type { PlacesQuery } from '../../../query/query';
import type { Count, PlaceGroup, PlaceMark, PlacesResult } from '../../../query/result';
import type { Aggregate } from '../../../series/fields';
import { type HexGrid, hexCentre } from '../../../series/places/hexagons';
import { boxOfEnds, OFF_MAP } from '../../../series/places/location';
import { askedPlace, hexagonId } from '../../../series/places/place-ids';
import { byCodePoint } from '../../../text/order';
import type { Dialect } from '../dialect';
import { groupedSql, splitColumns } from '../groups';
import { matchSql } from '../match';
import { hexagonSql, inBoxSql } from '../places';
import { nullsFirst, numberOf, type SqlRow, type Statement, textOrNull } from '../statement';
import { StatementWriter } from '../statement-writer';
import { cellOf, countOf, countSql, measureColumns, measureSql } from '../sums';

const [INSIDE, OUTSIDE] = ['inside', 'outside'] as const;

/** Each incident as it counts in the view. */
function contributionSql(columns: string): string {
  return `contribution AS (
  SELECT n, nature_disputed, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low, ${columns} FROM matched m)`;
}

/**
 * One row for the points inside the box, one for those outside, and one for each reason to be off the map: `part`, the count,
 * how many points, and their ends.
 */
export function placePartsSql(dialect: Dialect, { filter, box }: PlacesQuery): Statement {
  const sql = new StatementWriter(dialect);
  const inside = box === null ? 'true' : inBoxSql(sql, 'm', box, 'shown');
  const part = `CASE WHEN m.map_lat IS NULL THEN m.place_id WHEN ${inside} THEN '${INSIDE}' ELSE '${OUTSIDE}' END AS part`;
  const turned = 'CASE WHEN map_lon < 0 THEN map_lon + 360 ELSE map_lon END';
  const ctes = [
    ...matchSql(sql, filter, ['place_id', 'map_lat', 'map_lon']),
    contributionSql(`${part}, m.place_id, m.map_lat, m.map_lon`),
  ];
  return sql.finish(
    ctes,
    `SELECT part, ${countSql(dialect)}, count(DISTINCT place_id) AS points,
    min(map_lat) AS south, max(map_lat) AS north, min(map_lon) AS least, max(map_lon) AS greatest,
    min(${turned}) AS least_turned, max(${turned}) AS greatest_turned
  FROM contribution GROUP BY part`,
  );
}

export type PlaceParts = Pick<PlacesResult, 'points' | 'extent' | 'outside' | 'off'>;

const NOTHING: Count = { low: 0, best: 0, high: 0 };

/** A box around the points of some rows; null where there is none. */
function extentOf(rows: readonly SqlRow[]): PlacesResult['extent'] {
  const held = rows.filter((row) => row.south !== null);
  if (held.length === 0) return null;
  const least = (column: string) => Math.min(...held.map((row) => numberOf(row, column)));
  const greatest = (column: string) => Math.max(...held.map((row) => numberOf(row, column)));
  return boxOfEnds({
    ...{ south: least('south'), north: greatest('north') },
    ...{
      lon: [least('least'), greatest('greatest')],
      turned: [least('least_turned'), greatest('greatest_turned')],
    },
  });
}

export function readPlaceParts(rows: readonly SqlRow[]): PlaceParts {
  const part = (name: string) => rows.find((row) => row.part === name);
  const counted = (name: string) => (part(name) === undefined ? NOTHING : countOf(part(name)));
  return {
    points: numberOf(part(INSIDE), 'points'),
    extent: extentOf(rows),
    outside: counted(OUTSIDE),
    off: Object.fromEntries(OFF_MAP.map((why) => [why, counted(why)])) as PlaceParts['off'],
  };
}

/** A query of which it is known in which grid its hexagons are. */
export type InGrid = PlacesQuery & { readonly grid: HexGrid };

/** What the marks of a statement are grouped by. */
const BY: Readonly<Record<PlacesResult['as'], string>> = {
  hexagons: 'hex_column, hex_row',
  points: 'place_id',
};

/** The table expression `named`: of each mark the name that most incidents of its point give; of a hexagon, of its point with the most. */
function namesSql(as: PlacesResult['as']): readonly string[] {
  const mark = as === 'hexagons' ? 'hex_column, hex_row, place_id, map_lat, map_lon' : 'place_id';
  const ofPoint = `${mark}, place_name AS name, count(*) OVER (PARTITION BY place_id) AS names,
    sum(times) OVER (PARTITION BY place_id) AS named,
    row_number() OVER (PARTITION BY place_id ORDER BY times DESC, place_name) AS turn`;
  const largest =
    'row_number() OVER (PARTITION BY hex_column, hex_row ORDER BY named DESC, map_lat DESC, map_lon, place_id) AS place';
  return [
    `said AS (
  SELECT ${mark}, place_name, count(*) AS times FROM contribution WHERE place_name IS NOT NULL GROUP BY ${mark}, place_name)`,
    `point AS (SELECT ${ofPoint} FROM said)`,
    as === 'points'
      ? 'named AS (SELECT place_id, name, names FROM point WHERE turn = 1)'
      : `hexagon AS (SELECT *, ${largest} FROM point WHERE turn = 1),
named AS (SELECT hex_column, hex_row, name, names FROM hexagon WHERE place = 1)`,
  ];
}

/**
 * One row a mark, in no order, or one for each mark and group of the split: what it is grouped by, `group_id`, `held` and the
 * figure.
 */
export function placeMarksSql(
  dialect: Dialect,
  query: InGrid,
  as: PlacesResult['as'],
  byGroup: boolean,
): Statement {
  const { filter, measure, stacked, box, grid } = query;
  const sql = new StatementWriter(dialect);
  const figures = measureColumns(measure);
  const places = ['place_id', 'place_name', 'map_lat', 'map_lon', 'map_around', 'map_height'];
  const splits = byGroup ? splitColumns(query, stacked) : [];
  const matched = matchSql(sql, filter, [...places, ...splits, ...figures]);
  const by = BY[as];
  const from = byGroup ? 'counted' : 'matched';
  const placed = as === 'hexagons' ? hexagonSql(sql, from, grid, 'hex') : from;
  const inside = box === null ? 'c.map_lat IS NOT NULL' : inBoxSql(sql, 'c', box, 'shown');
  const [best, low] = byGroup ? ['group_best AND in_best', 'group_low AND in_low'] : ['in_best', 'in_low'];
  const contribution = `contribution AS (
  SELECT n, nature_disputed, place_id, map_lat, map_lon, place_name, CASE WHEN ${best} THEN weight ELSE 0 END AS weight,
    ${low} AS in_low${byGroup ? ', group_id' : ''}${figures.map((name) => `, ${name}`).join('')}${as === 'hexagons' ? ', hex_column, hex_row' : ''}
  FROM ${placed} c WHERE ${inside})`;
  const grouped = byGroup ? groupedSql(sql, filter, query, stacked) : [];
  const ctes = [...matched, ...grouped, contribution, ...(byGroup ? [] : namesSql(as))];
  const columns = `${by}${byGroup ? ', group_id' : ''}`;
  return sql.finish(
    ctes,
    `SELECT ${columns}${byGroup ? '' : ', min(name) AS name, coalesce(min(names), 0) AS names'}, count(*) AS held,
    ${measureSql(dialect, measure)}
  FROM contribution${byGroup ? '' : ` LEFT JOIN named USING (${by})`} GROUP BY ${columns}`,
  );
}

/** What a mark is, without what it counts. */
type Spot = Pick<PlaceMark, 'id' | 'lat' | 'lon' | 'precision' | 'name' | 'names'>;

function idOf(row: SqlRow, as: PlacesResult['as'], { grid }: InGrid): string {
  if (as === 'points') return textOrNull(row, 'place_id') ?? '';
  return hexagonId(grid, { column: numberOf(row, 'hex_column'), row: numberOf(row, 'hex_row') });
}

function spotOf(row: SqlRow, as: PlacesResult['as'], query: InGrid): Spot {
  const id = idOf(row, as, query);
  const asked = askedPlace(id);
  const named = { name: textOrNull(row, 'name'), names: numberOf(row, 'names') };
  if (asked?.kind === 'hexagon') {
    const { lat, lon } = hexCentre(asked.grid, asked.hexagon);
    return { id, lat, lon, precision: null, ...named };
  }
  if (asked?.kind !== 'point') throw new Error(`“${id}” is no point.`);
  const { lat, lon, precision } = asked;
  return { id, lat, lon, precision, ...named };
}

/** The marks of a query: from one row for each, and one for each of its groups. */
export function readPlaceMarks(
  marks: readonly SqlRow[],
  groups: readonly SqlRow[] | null,
  { query, as, aggregate }: { query: InGrid; as: PlacesResult['as']; aggregate: Aggregate },
): readonly PlaceMark[] {
  const { measure } = query;
  const byMark = new Map<string, PlaceGroup[]>();
  for (const row of groups ?? []) {
    const id = idOf(row, as, query);
    const group = { series: textOrNull(row, 'group_id'), ...cellOf(row, measure, aggregate) };
    byMark.set(id, [...(byMark.get(id) ?? []), group]);
  }
  const read = marks.map((row): PlaceMark => {
    const spot = spotOf(row, as, query);
    const cell = cellOf(row, measure, aggregate);
    const held = groups === null ? [{ series: null, ...cell }] : (byMark.get(spot.id) ?? []);
    return {
      ...{ ...spot, matched: numberOf(row, 'held'), ...cell },
      ...largestGroups(
        held.sort((a, b) => nullsFirst(a.series, b.series)),
        as,
        query,
      ),
    };
  });
  return read.sort((a, b) => b.lat - a.lat || a.lon - b.lon || byCodePoint(a.id, b.id));
}
