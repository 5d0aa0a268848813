/**
 * Writes an invented Data Package of any size, the same for the same seed:
 * `tsx bench/synth.ts --incidents 20000 --actors 300 --seed 1 --out DIR`.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { COLUMNS, type SynthTable, synthDescriptor } from './synthetic/synth-descriptor';
import {
  actorRows,
  incidentRows,
  REGIONS,
  relationRows,
  type SynthRow,
  type SynthSize,
  TYPES,
} from './synthetic/synth-rows';

function csvLine(row: SynthRow): string {
  const cells = row.map(String);
  return `${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

/** A table on disk that is written line by line and waits for the disk when it lags. */
function openTable(dir: string, name: SynthTable) {
  const stream = createWriteStream(join(dir, `${name}.csv`));
  const add = async (row: SynthRow): Promise<void> => {
    if (!stream.write(csvLine(row))) await once(stream, 'drain');
  };
  const close = async (): Promise<void> => {
    stream.end();
    await finished(stream);
  };
  stream.write(csvLine(COLUMNS[name]));
  return { add, close };
}

async function writeTable(dir: string, name: SynthTable, rows: Iterable<SynthRow>): Promise<void> {
  const table = openTable(dir, name);
  for (const row of rows) await table.add(row);
  await table.close();
}

/** Writes the package to `dir`, which is made where it is not there. */
export async function synthesize(size: SynthSize, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const title = `${size.incidents} invented incidents, seed ${size.seed}`;
  await writeFile(join(dir, 'datapackage.json'), `${JSON.stringify(synthDescriptor(title), null, 2)}\n`);
  const label = (id: string): SynthRow => [id, id.replace('-', ' ')];
  await writeTable(dir, 'types', TYPES.map(label));
  await writeTable(dir, 'regions', REGIONS.map(label));
  await writeTable(dir, 'actors', actorRows(size));
  await writeTable(dir, 'actor_relations', relationRows(size));
  const [incidents, links] = [openTable(dir, 'incidents'), openTable(dir, 'links')];
  for (const row of incidentRows(size)) {
    await incidents.add(row.incident);
    for (const link of row.links) await links.add(link);
  }
  await Promise.all([incidents.close(), links.close()]);
}

function whole(text: string, name: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} wants a whole number, not "${text}"`);
  return Number(text);
}

if (process.argv[1]?.endsWith('synth.ts')) {
  const { values } = parseArgs({
    options: {
      incidents: { type: 'string', default: '20000' },
      actors: { type: 'string', default: '300' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  if (!values.out) throw new Error('--out DIR is missing');
  const size = {
    incidents: whole(values.incidents, 'incidents'),
    actors: whole(values.actors, 'actors'),
    seed: whole(values.seed, 'seed'),
  };
  await synthesize(size, values.out);
  console.log(`${values.out}: ${size.incidents} incidents, ${size.actors} actors, seed ${size.seed}`);
}
