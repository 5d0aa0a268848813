import { expect, it, vi } from 'vitest';
import { incident, seriesOfHand } from '../../../../testing/series/hand-made';
import { columnsBytes, columnsIn } from '../../../../testing/stores/columns-in-memory';
import { plainSeries } from '../../../../testing/stores/plain-series';
import { Budget } from '../../../caches/budget';
import type { DatasetId, Series } from '../../../series/model';
import { runCampaign } from '../../conformance/campaign';
import { departures, sampleQueries } from '../../conformance/check';
import { readPackage } from '../../conformance/conformance';
import { columnarEngine } from '../columnar-engine';
import { DamagedColumns, SectionReader } from './sections';

const LIMITS = { step: 3, few: 4, characters: 30, locations: 6 };
const open = async (series: Series) => columnarEngine(columnsIn(await columnsBytes(series), series), LIMITS);

it('answers as evaluate does out of a file that keeps everything apart', async () => {
  const reached = await runCampaign(open, { seed: 23, pairs: 500, incidents: 60 });
  expect(reached.pairs).toBe(500);
});

it('answers the same where it may hold nothing for the next query', async () => {
  const budgets = () => {
    const none = new Budget(0);
    return { columns: none, texts: none, made: none };
  };
  const forgetful = async (series: Series) =>
    columnarEngine(columnsIn(await columnsBytes(series), series, budgets), LIMITS);
  const reached = await runCampaign(forgetful, { seed: 31, pairs: 300, incidents: 60 });
  expect(reached.pairs).toBe(300);
});

it('gives every incident back as it went in', async () => {
  const series = await readPackage('russia-militancy');
  const columns = columnsIn(await columnsBytes(series), series);
  const found = series.incidents.map(({ id }) => columns.incident(columns.rowOf(id)!));
  expect(found).toEqual(series.incidents);
  expect(columns.rowOf('unknown')).toBeNull();
  expect(columns.rowOf('')).toBeNull();
});

it('never answers otherwise with any bit of the file turned: it says that it is damaged', async () => {
  const series = plainSeries('plain' as DatasetId, 40);
  const bytes = await columnsBytes(series);
  const queries = sampleQueries(series, 12, 3);
  let found = 0;
  for (let bit = 5; bit < bytes.length * 8; bit += 1201) {
    const changed = Uint8Array.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    try {
      const engine = columnarEngine(columnsIn(changed, series), LIMITS);
      for (const query of queries) {
        const answer = await engine.run(query);
        const same = { ...engine, run: async () => answer as never };
        expect([bit, await departures(same, { series, query })]).toEqual([bit, []]);
      }
    } catch (error) {
      if (!(error instanceof DamagedColumns)) throw error;
      found++;
    }
  }
  expect(found).toBeGreaterThan(40);
});

it('reads the places of rows beside each other together, in whatever order they came', async () => {
  const [rows, page] = [1000, 20];
  const degrees = (at: number) => ((at * 7) % rows) / 10 - 40;
  const incidents = Array.from({ length: rows }, (_, at) => {
    // Each has a day of its own, and the next one comes 301 days later.
    const day = new Date(Date.UTC(2000, 0, 1 + ((at * 301) % rows))).toISOString().slice(0, 10);
    const place = { name: `P${at}`, country: 'X', lat: degrees(at), lon: 1, precision: null, note: null };
    return { ...incident(`i${at}`, day), place: place as never };
  });
  const series = seriesOfHand(incidents);
  const columns = columnsIn(await columnsBytes(series), series);
  const reads = vi.spyOn(SectionReader.prototype, 'someNumbers');
  for (let row = 500; row < 500 + page; row++) {
    const { id, place } = columns.incident(row);
    const at = Number(id.slice(1));
    expect(place).toMatchObject({ name: `P${at}`, lat: degrees(at) });
  }
  const groups = reads.mock.calls.filter(([name]) => name === 'groups of places');
  reads.mockRestore();
  expect(groups.length).toBeGreaterThan(0);
  expect(groups.length).toBeLessThan(3);
});
