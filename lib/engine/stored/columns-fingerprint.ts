import { createHash } from 'node:crypto';
import { METHODS } from '../../query/info/methods-version';
import { columnsOf } from '../columnar/columns/columns-builder';
import { SectionWriter } from '../columnar/stored/sections';
import { heldColumns, writeColumns } from '../columnar/stored/write-columns';
import { CODEC } from './codec';
import { firstAnswers } from './first-answers';
import { sampleSeries } from './sample-series';

/** So low that a small series is kept in every way. */
const SMALL = { few: 4, characters: 40, numbers: 40 };
const LARGE = { few: 1000, characters: 1000, numbers: 1000 };

/**
 * Names the code by which files of columns are made: a hash of the files that it makes of a small series that has one of
 * everything. Where it makes something else, the name is another, so that no old file ever answers for newer code.
 */
export async function columnsFingerprint(dates?: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(`methods ${METHODS}\n`);
  for (const limits of [SMALL, LARGE]) {
    const writer = new SectionWriter((bytes) => hash.update(bytes), CODEC);
    const columns = await columnsOf(sampleSeries(dates));
    const about = { revision: '', madeBy: '' };
    await writeColumns(writer, { columns: heldColumns(columns), about, answers: firstAnswers }, limits);
  }
  return hash.digest('hex');
}
