/**
 * How fast the columnar engine says what is where: `node --max-old-space-size=8000 --import tsx bench/engines/places.ts
 * --rows 1000000 --points 1000000 --seed 1 --rounds 9`. Makes up incidents at so many points around 2,000 towns, each with a
 * type, an actor and a number of killed, and asks for the world, for a year, and for a part of the world, in hexagons and in dots. The first
 * answer works out where rows are, which a store keeps; the others change the window each time, so that none is remembered.
 * Beside it in the same run: a bare loop over typed arrays that bins the same points into squares.
 */
import { parseArgs } from 'node:util';
import { columnarEngine } from '../../lib/engine/columnar/columnar-engine';
import type { Columns } from '../../lib/engine/columnar/columns/columns';
import { ColumnsBuilder } from '../../lib/engine/columnar/columns/columns-builder';
import { locationsOf, OFF_CODES } from '../../lib/engine/columnar/columns/locations';
import { EVERYTHING } from '../../lib/query/info/everything';
import type { PlacesQuery } from '../../lib/query/query';
import type { Estimate, Incident, Place, TypeId } from '../../lib/series/model';
import { gridFor } from '../../lib/series/places/hexagons';
import { type Day, formatDay, toDay } from '../../lib/time/day';
import { incident, seriesOfHand } from '../../testing/series/hand-made';
import { type Dice, diceOf, seeded } from '../synthetic/random';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    points: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '9' },
  },
});
const [rows, points, seed, rounds] = [options.rows, options.points, options.seed, options.rounds].map(
  Number,
) as [number, number, number, number];

const TOWNS = 2000;
const ACTORS = 20;
const TYPES = ['battle', 'raid', 'blast'] as readonly string[] as readonly TypeId[];
/** What rows report: most nobody or few, some a range, some nothing. */
const FIGURES = Array.from({ length: 300 }, (_, at): Estimate => {
  if (at % 10 === 9) return { low: null, best: null, high: null };
  const best = at < 100 ? at % 5 : at;
  return { low: best, best, high: at % 3 === 0 ? best + (at % 7) : best };
});
const WORLD = { west: -180, south: -55, east: 180, north: 75 };
const EUROPE = { west: -10, south: 35, east: 60, north: 70 };
const [FIRST, LAST] = [toDay(1990, 1, 1), toDay(2019, 12, 31)];

/** A point near one of the towns, most near the first of them. */
function placeNear(dice: Dice, towns: readonly (readonly [lat: number, lon: number])[]): Place {
  const [lat, lon] = dice.pick(towns);
  const off = () => (dice.below(20_001) - 10_000) / 10_000;
  return {
    ...{ name: `Place ${dice.below(50_000)}`, country: null, note: null, precision: 'town' },
    ...{ lat: lat + off(), lon: lon + off() },
  };
}

async function madeColumns(): Promise<Columns> {
  const dice = diceOf(seeded(seed));
  const towns = Array.from({ length: TOWNS }, () => [dice.below(120) - 50, dice.below(350) - 175] as const);
  const places = Array.from({ length: points }, () => placeNear(dice, towns));
  const days = Array.from({ length: LAST - FIRST + 1 }, (_, at) => formatDay((FIRST + at) as Day));
  const dated = days.map((day) => incident('', day));
  const builder = new ColumnsBuilder();
  for (let row = 0; row < rows; row++) {
    const { links } = incident('', '2000-01-01', [`actor-${dice.zipf(ACTORS)} involved certain`]);
    const one = dice.pick(dated);
    builder.add({
      ...{ ...one, id: `i-${row}` as Incident['id'], title: 'Made up', links },
      ...{ place: places[row % points]!, type: dice.pick(TYPES), fatalities: dice.pick(FIGURES) },
    });
  }
  const { incidents: _, ...frame } = seriesOfHand([incident('', '2000-01-01', [])]);
  return builder.finish(frame);
}

const plain: PlacesQuery = {
  ...{ kind: 'places', filter: EVERYTHING, measure: 'incidents', split: 'none', stacked: false },
  ...{ box: null, most: 5000, grid: gridFor(WORLD) },
};
const QUERIES: Readonly<Record<string, PlacesQuery>> = {
  world: plain,
  'world by actor, stacked': { ...plain, split: 'actor', stacked: true },
  'world by type, stacked': { ...plain, split: 'type', stacked: true },
  'world by actor, killed': { ...plain, split: 'actor', stacked: true, measure: 'fatalities' },
  'world by type, killed': { ...plain, split: 'type', measure: 'fatalities' },
  Europe: { ...plain, box: EUROPE, grid: gridFor(EUROPE) },
  'Europe as a filter': { ...plain, filter: { ...EVERYTHING, box: EUROPE }, grid: gridFor(EUROPE) },
  'a year': { ...plain, filter: { ...EVERYTHING, from: toDay(2010, 1, 1), to: toDay(2010, 12, 31) } },
};

function median(times: readonly number[]): string {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!.toFixed(1);
}

/** What binning costs without anything else: squares of a degree, counted in one loop. */
function bareLoop(columns: Columns): number {
  const locations = locationsOf(columns);
  const [lat, lon] = [new Float64Array(locations.size), new Float64Array(locations.size)];
  for (let code = OFF_CODES; code < locations.size; code++) {
    lat[code] = locations.lat(code);
    lon[code] = locations.lon(code);
  }
  const counts = new Uint32Array(180 * 360);
  const begun = performance.now();
  for (let row = 0; row < columns.size; row++) {
    const code = locations.codes[row]!;
    counts[Math.min(179, Math.floor(lat[code]! + 90)) * 360 + Math.min(359, Math.floor(lon[code]! + 180))]!++;
  }
  return performance.now() - begun;
}

const columns = await madeColumns();
const engine = columnarEngine(columns);
const begun = performance.now();
await engine.run(plain);
console.log(`${rows} rows, seed ${seed}: first answer ${(performance.now() - begun).toFixed(0)} ms`);
console.log(`${locationsOf(columns).size - OFF_CODES} points`);
for (const [name, query] of Object.entries(QUERIES)) {
  const times: number[] = [];
  const used: number[] = [];
  let last = '';
  for (let round = 0; round < rounds; round++) {
    const { filter } = query;
    // A day less each time: nothing of the answer itself is remembered.
    const narrowed = { ...query, filter: { ...filter, to: (Math.min(filter.to, LAST) - round) as Day } };
    const [from, cpu] = [performance.now(), process.cpuUsage()];
    const { as, marks } = await engine.run(narrowed);
    times.push(performance.now() - from);
    const { user, system } = process.cpuUsage(cpu);
    used.push((user + system) / 1000);
    last = `${marks.length} ${as}`;
  }
  console.log(
    `${name.padEnd(26)} ${median(times).padStart(7)} ms (${median(used)} of the processor)   ${last}`,
  );
}
const loops = Array.from({ length: rounds }, () => bareLoop(columns));
console.log(`${'a bare loop over squares'.padEnd(26)} ${median(loops).padStart(7)} ms`);
