import { createHash } from 'node:crypto';
import { METHODS } from '../../query/info/methods-version';
import type { Series } from '../../series/model';
import { columnsOf } from '../columnar/columns/columns-builder';
import { PackedPlaces } from '../columnar/columns/packed-places';
import { PackedValues } from '../columnar/columns/values';
import { writePlaces } from '../columnar/stored/places';
import { SectionWriter } from '../columnar/stored/sections';
import { writeValues } from '../columnar/stored/values';
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

/** Texts that are written and read in ways of their own, among others of each length that is. */
const ODD_TEXTS = [
  ...['', 'short', 'a text of more than sixteen bytes', '"quoted" \\ and \t', '\u0001{"a":1}', '\ud83d half'],
  ...['é “ü” 💥\0', 'a line\nand another\u2028one', '\ufeffmark', null, undefined, ['a', ''], -0],
] as const;

/** Writes what is packed from the first value on, as columns are of which nearly each incident of very many has a value of its own. */
function writePacked(writer: SectionWriter, { incidents }: Series, few: number): void {
  const texts = new PackedValues<unknown>();
  for (const text of ODD_TEXTS) texts.push(text);
  writeValues(writer, 'packed', texts, few);
  const places = new PackedPlaces();
  for (const { place } of incidents) places.push({ ...place, lat: place.lat ?? -0 });
  writePlaces(writer, { codes: Uint8Array.from(incidents.keys()), values: places }, few);
  writer.finish({});
}

/**
 * Names the code by which files of columns are made: a hash of the files that it makes of a small series that has one of
 * everything. Where it makes something else, the name is another, so that no old file ever answers for newer code.
 */
export async function columnsFingerprint(dates?: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(`methods ${METHODS}\n`);
  const sample = sampleSeries(dates);
  const columns = await columnsOf(sample);
  const answers = await firstAnswers(columns);
  const written = {
    columns: heldColumns(columns),
    about: { revision: '', madeBy: '' },
    answers: async () => answers,
  };
  const writer = () => new SectionWriter((bytes) => hash.update(bytes), CODEC);
  for (const limits of SAMPLE_LIMITS) {
    await writeColumns(writer(), written, limits);
    writePacked(writer(), sample, limits.few);
  }
  return hash.digest('hex');
}
