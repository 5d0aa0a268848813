import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectSeries } from '../../testing/files/collect-series';
import { blobSource } from '../formats/source/byte-source';
import type { DatasetId } from '../series/model';
import { effectOf } from './import-codes';
import { examine } from './run/import-file';

const SEED = { id: 'fuzz' as DatasetId, title: 'Fuzz' };
const SHARED = '../shared/series';
/** Real files with their troubles, each tried with its first bytes. */
const REAL = [
  'stanford_msa/Stanford_MSA_Database.csv',
  'fivethirtyeight/police_killings.csv',
  'noaa_signif/signif.txt',
  'vega_datasets/earthquakes.json',
  'ucdp_hdx_bgd/conflict_data_BGD.csv',
];
const MADE = [
  'id,date,actor,deaths\n1,2024-01-02,IS,3\n2,2024-01-03,"IS, again",\n3,soon,,x\n',
  '[{"date":"2024-01-02","who":["a","b"],"n":{"low":1}},{"date":"2024-01-03","who":"c"}]',
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"date":"2024-01-02"},' +
    '"geometry":{"type":"Point","coordinates":[44,33]}}]}',
].map((text) => new TextEncoder().encode(text));
const MEANT = ['"', ',', '\n', '\r', '\t', '\0', '{', ']', '\\', '<', '\ufeff', '__proto__', '2024-13-45'];

/** Where something is put in place of how many bytes. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(40),
  put: fc.oneof(fc.constantFrom(...MEANT), fc.string({ maxLength: 6 })),
  times: fc.constantFrom(1, 1, 1, 500),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array<ArrayBuffer> {
  let latin = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  for (const { at, drop, put, times } of edits) {
    const from = Math.floor(at * latin.length);
    latin = latin.slice(0, from) + put.repeat(times) + latin.slice(from + drop);
  }
  return Uint8Array.from(latin, (letter) => letter.charCodeAt(0) & 255);
}

async function holds(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<void> {
  const found = await examine(blobSource(new Blob([bytes]), name));
  if (found.kind === 'refused') {
    expect(found.problems.length).toBeGreaterThan(0);
    return;
  }
  if (found.kind === 'table' && found.proposal.mapping === null) {
    expect(found.proposal.refusal).not.toBeNull();
    return;
  }
  const { counts, series, problems } = await collectSeries(found, null, SEED);
  expect(counts.incidents + counts.problems + counts.skipped).toBe(counts.read);
  expect(series.incidents).toHaveLength(counts.incidents);
  expect(problems.filter(({ code }) => effectOf(code) === 'row')).toHaveLength(counts.problems);
}

describe('a broken file', () => {
  const edits = fc.array(edit, { minLength: 1, maxLength: 4 });

  it('loses no row and throws nothing, made up', async () => {
    const victim = fc.constantFrom(...MADE);
    const law = fc.asyncProperty(
      victim,
      edits,
      fc.constantFrom('a.csv', 'a.json', 'a'),
      (bytes, changes, name) => holds(edited(bytes, changes), name),
    );
    await fc.assert(law, { numRuns: 150, interruptAfterTimeLimit: 4_000 });
  }, 20_000);

  it.skipIf(!existsSync(SHARED))(
    'loses no row and throws nothing, real',
    async () => {
      const victim = fc.constantFrom(...REAL);
      const law = fc.asyncProperty(victim, edits, (file, changes) => {
        const bytes = readFileSync(`${SHARED}/${file}`).subarray(0, 20_000);
        return holds(edited(bytes, changes), file);
      });
      await fc.assert(law, { numRuns: 40, interruptAfterTimeLimit: 4_000 });
    },
    20_000,
  );
});
