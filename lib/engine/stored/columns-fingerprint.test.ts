import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import type { Series } from '../../series/model';
import { PART_PROPERTIES, PARTS } from '../../series/parts/part-keys';
import { columnsOf } from '../columnar/columns/columns-builder';
import { SectionWriter } from '../columnar/stored/sections';
import { heldColumns, type StoredLimits, writeColumns } from '../columnar/stored/write-columns';
import { readPackage } from '../conformance/conformance';
import { CODEC } from './codec';
import { columnsFingerprint, SAMPLE_LIMITS } from './columns-fingerprint';
import { firstAnswers } from './first-answers';
import { sampleSeries } from './sample-series';

const SAMPLED = { numRuns: 20, seed: 20261130 };

/** The kinds of sections in the file of a series: names without numbers, nor what its own fields are called. */
async function sectionsOf(series: Series, limits: StoredLimits): Promise<readonly string[]> {
  const writer = new SectionWriter(() => undefined, CODEC);
  const columns = heldColumns(await columnsOf(series));
  const about = { revision: '', madeBy: '' };
  await writeColumns(writer, { columns, about, answers: firstAnswers }, limits);
  const names = Object.keys(writer.directory(about).sections);
  return names.map((name) => name.replace(/\.[\w-]+/, '.own').replace(/\d+/g, '0'));
}

async function sectionsOfSample(): Promise<ReadonlySet<string>> {
  const files = await Promise.all(SAMPLE_LIMITS.map((limits) => sectionsOf(sampleSeries(), limits)));
  return new Set(files.flat());
}

describe('the name of the code that makes columns', () => {
  it('is the same each time, and another where it makes something else of a date', async () => {
    expect(await columnsFingerprint()).toBe(await columnsFingerprint());
    expect(await columnsFingerprint(['2024-03-22'])).not.toBe(await columnsFingerprint(['2024-03-23']));
  });

  it('is made of every kind of section that there is in files of other series', async () => {
    const known = await sectionsOfSample();
    const others = [await readPackage('russia-militancy'), ...fc.sample(arbitrarySeries(60), SAMPLED)];
    for (const series of others) {
      for (const limits of SAMPLE_LIMITS) {
        expect((await sectionsOf(series, limits)).filter((name) => !known.has(name))).toEqual([]);
      }
    }
  });

  it('is made of a series in which each part of an incident says several things', () => {
    const { incidents } = sampleSeries();
    for (const property of PART_PROPERTIES) {
      const keyOf = PARTS[property] as (part: unknown) => unknown;
      const said = new Set(incidents.map((incident) => keyOf(incident[property])));
      const isFlag = property === 'natureDisputed' || property === 'inScope';
      expect([property, said.size]).toEqual([
        property,
        isFlag ? 2 : expect.toSatisfy((size: number) => size > 4),
      ]);
    }
  });
});
