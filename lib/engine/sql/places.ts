import type { Filter } from '../../query/query';
import { type Hexagon, type HexGrid, hexMeasures } from '../../series/places/hexagons';
import type { Box } from '../../series/places/location';
import { askedPlace } from '../../series/places/place-ids';
import type { StatementWriter } from './statement-writer';

/** Whether the point of `alias` lies in a box: the meaning of `isInBox`. Null where it has none. */
export function inBoxSql(sql: StatementWriter, alias: string, box: Box, name: string): string {
  const end = (side: keyof Box) => sql.bind(`${name}_${side}`, 'number', box[side]);
  const [lat, lon] = [`${alias}.map_lat`, `${alias}.map_lon`];
  const [from, to] = [`${lon} >= ${end('west')}`, `${lon} <= ${end('east')}`];
  // The meridian of 180° is that of -180°, too.
  const edge = box.west <= -180 ? ` OR ${lon} = 180` : '';
  const across = box.west <= box.east ? `${from} AND ${to}` : `${from} OR ${to}`;
  return `(${lat} BETWEEN ${end('south')} AND ${end('north')} AND (${across}${edge}))`;
}

/**
 * The rows of `from` with the hexagon of their point beside, read from `map_around` and `map_height`: `hex_column` and `hex_row`,
 * the meaning of `hexagonAt`, step by step. Each step is a table: a database copies what a name of the same table stands for
 * wherever it is read, and the copies of copies take longer to plan than everything else.
 */
export function hexagonSql(sql: StatementWriter, from: string, grid: HexGrid, name: string): string {
  const { columns, rows } = hexMeasures(grid);
  const around = sql.bind(`${name}_columns`, 'number', columns);
  const steps = [
    `map_height * ${sql.bind(`${name}_rows`, 'number', rows)} AS hex_r`,
    `map_around * ${around} - hex_r * 0.5e0 AS hex_q`,
    '-hex_q - hex_r AS hex_s',
    'floor(hex_q + 0.5e0) AS hex_q0, floor(hex_r + 0.5e0) AS hex_r0, floor(hex_s + 0.5e0) AS hex_s0',
    'abs(hex_q0 - hex_q) AS hex_dq, abs(hex_r0 - hex_r) AS hex_dr, abs(hex_s0 - hex_s) AS hex_ds',
    'hex_dq > hex_dr AND hex_dq > hex_ds AS hex_by_q',
    'CASE WHEN NOT hex_by_q AND hex_dr > hex_ds THEN -hex_q0 - hex_s0 ELSE hex_r0 END AS hex_row',
    'CASE WHEN hex_by_q THEN -hex_r0 - hex_s0 ELSE hex_q0 END + floor(hex_row * 0.5e0) AS hex_turned',
    `hex_turned - ${around} * floor(hex_turned / ${around}) AS hex_column`,
  ];
  return steps.reduce(
    (table, step, at) => `(SELECT *, ${step} FROM ${table}${at === 0 ? '' : ` ${name}_${at}`})`,
    from,
  );
}

/** The incidents in some hexagons of one grid. */
function inHexagonsSql(
  sql: StatementWriter,
  grid: HexGrid,
  hexagons: readonly Hexagon[],
  name: string,
): string {
  const is = hexagons.map(({ column, row }, at) => {
    const number = (side: string, value: number) => sql.bind(`${name}_${side}${at}`, 'number', value);
    return `(hex_column = ${number('column', column)} AND hex_row = ${number('row', row)})`;
  });
  const points = '(SELECT n, map_around, map_height FROM incidents WHERE map_lat IS NOT NULL) points';
  return `i.n IN (SELECT n FROM ${hexagonSql(sql, points, grid, name)} placed WHERE ${is.join(' OR ')})`;
}

/** The clause on places; none where all are wanted. */
function atPlacesSql(sql: StatementWriter, places: readonly string[]): readonly string[] {
  if (places.length === 0) return [];
  const byGrid = new Map<string, { grid: HexGrid; hexagons: Hexagon[] }>();
  for (const id of places) {
    const asked = askedPlace(id);
    if (asked?.kind !== 'hexagon') continue;
    const name = JSON.stringify(asked.grid);
    const held = byGrid.get(name) ?? { grid: asked.grid, hexagons: [] };
    held.hexagons.push(asked.hexagon);
    byGrid.set(name, held);
  }
  const hexagons = [...byGrid.values()].map((one, at) =>
    inHexagonsSql(sql, one.grid, one.hexagons, `at_hex${at}`),
  );
  const named = sql.dialect.holds(sql.bind('places', 'texts', places), 'i.place_id');
  return [`(${[named, ...hexagons].join(' OR ')})`];
}

/** The clauses on where the incident `i` is, as SQL for WHERE: the meaning of `placeAllowed`. */
export function placeClauses(
  sql: StatementWriter,
  { box, places }: Pick<Filter, 'box' | 'places'>,
): readonly string[] {
  return [...(box === null ? [] : [inBoxSql(sql, 'i', box, 'box')]), ...atPlacesSql(sql, places)];
}
