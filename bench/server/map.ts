/**
 * What a first map costs on the server, in time of the processor: `tsx bench/server/map.ts [--rounds 20]`. Draws the bundled outlines for parts of the world, with
 * nothing kept from the round before but the outlines as they were read, then a map of 1,000 and of 5,000 made-up places over them, as text.
 * A map of a region may take 40 ms warm, and its outlines 20 kB; ends with code 1 where one takes more.
 */
import { parseArgs } from 'node:util';
import { baseMap, countriesOf } from '../../lib/boundaries/base-map';
import { boxWidth, frameOf } from '../../lib/boundaries/map-frame';
import { layMap } from '../../lib/render/map/lay-map';
import { mapScene } from '../../lib/render/map/map';
import { lightPaint } from '../../lib/render/scene/paint';
import { toSvg } from '../../lib/render/scene/svg';
import type { Box } from '../../lib/series/places/location';
import { boundarySet } from '../../lib/store/outlines/boundary-sets';
import { markOf, placesOf, sampleMap } from '../../testing/pictures/map-sample';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
const ROUNDS = Number(values.rounds);
const MOST_MS = 40;
const MOST_BYTES = 20_000;

/** Parts of the world; of the last two nothing is asked. */
const BOXES: Readonly<Record<string, Box>> = {
  syria: { west: 35.5, south: 32.3, east: 42.5, north: 37.3 },
  ukraine: { west: 22, south: 44.3, east: 40, north: 52.4 },
  germany: { west: 6, south: 47.3, east: 15, north: 55 },
  caucasus: { west: 37, south: 40, east: 49, north: 46 },
  fiji: { west: 176, south: -20, east: -178, north: -15 },
  russia: { west: 19, south: 41, east: -169, north: 80 },
  world: { west: -180, south: -60, east: 180, north: 80 },
};
const UNBOUND = new Set(['russia', 'world']);

/** So many places all over a box, at the golden angle. */
function places(box: Box, count: number) {
  const wide = boxWidth(box);
  return Array.from({ length: count }, (_, at) => {
    const lon = box.west + ((at * 0.618034) % 1) * wide;
    const lat = box.south + ((at + 0.5) / count) * (box.north - box.south);
    return markOf(
      `town ${lat.toFixed(4)} ${(lon > 180 ? lon - 360 : lon).toFixed(4)} Place ${at}`,
      `is:${1 + (at % 50)}`,
    );
  });
}

function median(run: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    // Of the processor, for other work on the machine is no part of it.
    const begun = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

const set = boundarySet(null);
if (set === null) throw new Error('The outlines that come with Annals are not there.');
let failed = false;
for (const [name, box] of Object.entries(BOXES)) {
  const marks = places(box, 1000);
  const countries = countriesOf(set.countries, marks);
  const base = baseMap(set, frameOf(box), countries);
  const bytes = base.land.length + base.borders.length + base.units.length + base.disputed.length;
  const outlines = median(() => baseMap(set, frameOf(box), countriesOf(set.countries, marks)));
  const [few = 0, many = 0] = [1000, 5000].map((count) => {
    const input = { ...sampleMap(placesOf(places(box, count), { extent: box })), base };
    return median(() => toSvg(mapScene(layMap(input, 900), 'm', lightPaint)));
  });
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  console.log(
    `${name}: outlines ${ms(outlines)}, ${bytes} bytes; marks of 1,000 places ${ms(few)}, of 5,000 ${ms(many)}`,
  );
  if (!UNBOUND.has(name) && (outlines + few > MOST_MS || bytes > MOST_BYTES)) failed = true;
}
process.exitCode = failed ? 1 : 0;
