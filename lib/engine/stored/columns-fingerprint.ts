import { createHash } from 'node:crypto';
import { METHODS } from '../../query/info/methods-version';
import { columnsOf } from '../columnar/columns/columns-builder';
import { SectionWriter } from '../columnar/stored/sections';
import { heldColumns, type StoredLimits, writeColumns } from '../columnar/stored/write-columns';
import { CODEC } from './codec';
import { firstAnswers } from './first-answers';
import { sampleSeries } from './sample-series';

/** So few values that they are kept as one, of each part of a small series: of none, of some, of nearly all, of all. */
const FEW = [2, 8, 14, 1000] as const;

/** Limits by which a small series is kept in every way. */
export const SAMPLE_LIMITS: readonly StoredLimits[] = FEW.map((few) => ({
  few,
  characters: few * 10,
  numbers: few * 10,
}));

/**
 * Names the code by which files of columns are made: a hash of the files that it makes of a small series that has one of
 * everything. Where it makes something else, the name is another, so that no old file ever answers for newer code.
 */
export async function columnsFingerprint(dates?: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(`methods ${METHODS}\n`);
  const columns = await columnsOf(sampleSeries(dates));
  const answers = await firstAnswers(columns);
  const written = {
    columns: heldColumns(columns),
    about: { revision: '', madeBy: '' },
    answers: async () => answers,
  };
  for (const limits of SAMPLE_LIMITS) {
    await writeColumns(new SectionWriter((bytes) => hash.update(bytes), CODEC), written, limits);
  }
  return hash.digest('hex');
}
