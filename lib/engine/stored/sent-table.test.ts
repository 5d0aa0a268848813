import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { incident } from '../../../testing/series/hand-made';
import { IncidentCoder } from '../../series/parts/coded-batch';
import { GatheredTable } from '../../store/incidents/incident-table';
import { writeTable } from '../../store/incidents/parquet/write-table';
import { gatherColumns } from './gather-columns';

/** More incidents than columns look at before they pack texts and places that are ever others. */
const MANY = 34_000;

it('a thread writes of shared columns what is written of the same incidents here', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'annals-table-'));
  const [coder, here, apart] = [new IncidentCoder(), new GatheredTable(), gatherColumns(MANY, 0)];
  const place = { name: null, country: 'X', lon: 1, precision: null, note: null };
  const all = Array.from({ length: MANY }, (_, at) =>
    incident(`i${at}`, at % 2 === 0 ? '2020-01' : '2019-12-31', [], {
      title: at % 3 === 0 ? `Title ${at} é` : `Title ${at}`,
      place: { ...place, lat: at / 1000 },
      own: { size: at },
    }),
  );
  for (let at = 0; at < MANY; at += 1000) {
    const batch = coder.code(all.slice(at, at + 1000));
    here.add(batch);
    apart.add(batch);
  }
  const fields = [{ id: 'size', kind: 'number', many: false }] as const;
  expect(await apart.write(join(dir, 'apart'), fields)).toBe(true);
  writeTable(join(dir, 'here'), here, fields);
  const [wanted, found] = [await readFile(join(dir, 'here')), await readFile(join(dir, 'apart'))];
  expect(wanted.length).toBeGreaterThan(100_000);
  expect(found.equals(wanted)).toBe(true);
  await rm(dir, { recursive: true });
});
