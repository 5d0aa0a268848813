/**
 * Makes a series of many copies of another, each with ids and points of its own, to measure what few machines would import:
 * `npx tsx bench/synthetic/copies.ts --store DIR --dataset ged-million --copies 10 --as ged-ten-million`, and then, which
 * makes its columns first, `node --expose-gc --max-old-space-size=6500 --import tsx bench/engines/columnar.ts --store DIR
 * --dataset ged-ten-million`. Its revision has the name of no content: `annals verify` says so.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DatasetId } from '../../lib/series/model';
import { logFile, REVISION_FILES, revisionDir } from '../../lib/store/log/layout';
import { appendToLog } from '../../lib/store/log/log';
import { revisions } from '../../lib/store/publish/publish';
import { writeSums } from '../../lib/store/revision/checksums';
import { sha256 } from '../../lib/store/revision/hash-list';

const { values: options } = parseArgs({
  options: {
    store: { type: 'string', default: '' },
    dataset: { type: 'string', default: '' },
    copies: { type: 'string', default: '10' },
    as: { type: 'string', default: '' },
  },
});
const copies = Number(options.copies);

/** Copies lie a few metres apart; the first is where the incident is. */
const APART = 0.0001;

async function copyIncidents(from: string, to: string): Promise<void> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
  await connection.run(`SET temp_directory = ${quoted(`${to}.temporary`)}`);
  await connection.run(`
    COPY (
      SELECT incidents.* REPLACE (
        CASE WHEN copy = 0 THEN id ELSE id || '-' || copy END AS id,
        struct_update(place, lat := place.lat, lon := place.lon + copy * ${APART}) AS place
      )
      FROM read_parquet(${quoted(from)}) AS incidents, range(${copies}) AS copies(copy)
      ORDER BY date.earliest, id
    ) TO ${quoted(to)} (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
  instance.closeSync();
}

const [store, id, as] = [options.store, options.dataset as DatasetId, options.as as DatasetId];
const original = (await revisions(store, id)).at(-1);
if (original === undefined) throw new Error(`${store} has no ${id}`);
const revision = sha256(`${copies} copies of ${original.revision}`);
const [from, to] = [revisionDir(store, id, original.revision), revisionDir(store, as, revision)];
await mkdir(to, { recursive: true });
for (const name of Object.values(REVISION_FILES)) await cp(join(from, name), join(to, name));
await copyIncidents(join(from, REVISION_FILES.incidents), join(to, REVISION_FILES.incidents));
const manifest = JSON.parse(await readFile(join(to, REVISION_FILES.manifest), 'utf8'));
const incidents = manifest.incidents * copies;
const meta = { ...manifest.meta, id: as, title: `${manifest.meta.title}, ${copies} copies` };
await writeFile(join(to, REVISION_FILES.manifest), JSON.stringify({ ...manifest, incidents, meta }));
const counts = { ...original.counts, incidents, links: original.counts.links * copies };
await appendToLog(logFile(store, as), {
  ...original,
  counts,
  revision,
  parent: null,
  sums: await writeSums(to),
});
console.log(`${incidents} incidents as ${as}`);
