/**
 * Breaks real and made-up files in many ways and imports each: `tsx bench/files/fuzz-import.ts --seconds 60 --seed 1
 * [--folder ../shared/series]`. Whatever comes in, nothing is thrown, no row is lost, and no import takes long. Prints
 * what it tried, and ends with code 1 and the file that failed.
 */

import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_LIMITS } from '../../lib/formats/limits';
import { blobSource } from '../../lib/formats/source/byte-source';
import { examine } from '../../lib/importers/run/import-file';
import type { DatasetId } from '../../lib/series/model';
import { collectSeries } from '../../testing/files/collect-series';
import { GED_COLUMNS, gedRows } from '../synthetic/ged-rows';
import { type Dice, diceOf, seeded } from '../synthetic/random';
import { mutate } from './mutate';

const SEED = { id: 'fuzz' as DatasetId, title: 'Fuzz' };
/** Only the head of a large file is broken, so that many can be tried. */
const MOST_BYTES = 300_000;
const SLOW = 20_000;

interface Victim {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function realFiles(folder: string): Promise<Victim[]> {
  if (!existsSync(folder)) {
    console.log(`${folder} is not there; only made-up files are broken`);
    return [];
  }
  const names = await readdir(folder, { recursive: true });
  const wanted = names.filter((name) => /\.(csv|txt|tsv|json|geojson|xlsx|parquet|zip|gz)$/.test(name));
  const files = wanted.map(async (name) => ({
    name: basename(name),
    bytes: await readFile(join(folder, name)),
  }));
  return Promise.all(files);
}

function madeUp(): Victim[] {
  const rows = [...gedRows(50, 1)];
  const csv = [GED_COLUMNS, ...rows].map((row) => row.map((cell) => `"${cell ?? ''}"`).join(',')).join('\n');
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(GED_COLUMNS.map((name, at) => [name, row[at]]))),
  );
  return [
    { name: 'ged.csv', bytes: new TextEncoder().encode(csv) },
    { name: 'ged.json', bytes: new TextEncoder().encode(json) },
  ];
}

/** Imports one file and gives what is wrong with how that went; null where nothing is. */
async function whatFails(victim: Victim): Promise<string | null> {
  const begun = performance.now();
  const source = blobSource(new Blob([victim.bytes as Uint8Array<ArrayBuffer>]), victim.name);
  const examined = await examine(source, { limits: { ...DEFAULT_LIMITS, unpackedBytes: 100_000_000 } });
  if (examined.kind !== 'refused' && (examined.kind === 'package' || examined.proposal.mapping !== null)) {
    const { counts, series } = await collectSeries(examined, null, SEED);
    const { read, incidents, problems, skipped } = counts;
    if (read !== incidents + problems + skipped) return `rows are lost: ${JSON.stringify(counts)}`;
    if (incidents !== series.incidents.length) return `incidents are lost: ${JSON.stringify(counts)}`;
    if (new Set(series.incidents.map(({ id }) => id)).size !== incidents) return 'two incidents have one id';
  } else if (examined.kind === 'refused' && examined.problems.length === 0) return 'refused without a reason';
  const took = performance.now() - begun;
  return took > SLOW ? `took ${Math.round(took)} ms` : null;
}

async function tryOne(victim: Victim): Promise<string | null> {
  try {
    return await whatFails(victim);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function headOf({ name, bytes }: Victim, dice: Dice): Victim {
  const cuttable = /\.(csv|txt|tsv)$/.test(name) || dice.chance(0.3);
  return cuttable && bytes.length > MOST_BYTES
    ? { name, bytes: bytes.subarray(0, MOST_BYTES) }
    : { name, bytes };
}

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string', default: '../shared/series' },
  },
});
const dice = diceOf(seeded(Number(values.seed)));
const victims = [...(await realFiles(values.folder)), ...madeUp()];
const small = victims.filter(({ bytes }) => bytes.length < 4_000_000 || dice.chance(0.2));
const end = performance.now() + Number(values.seconds) * 1000;
let tried = 0;
while (performance.now() < end) {
  const victim = headOf(dice.pick(small), dice);
  const broken = { name: victim.name, bytes: mutate(victim.bytes, dice) };
  const failure = await tryOne(broken);
  tried++;
  if (failure === null) continue;
  const path = join(await mkdtemp(join(tmpdir(), 'fuzz-import-')), victim.name);
  await writeFile(path, broken.bytes);
  console.error(`${victim.name}, try ${tried} of seed ${values.seed}: ${failure}\nkept as ${path}`);
  process.exitCode = 1;
  break;
}
console.log(`${tried} broken files of ${small.length}`);
