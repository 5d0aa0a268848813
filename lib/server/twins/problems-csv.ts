import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { writeCsv } from '../../export/formats/csv';
import { textStream } from '../../export/formats/text-stream';
import { PROBLEM_COLUMNS, problemRecord } from '../../importers/report/problem-record';
import { withoutValues } from '../../importers/report/without-values';
import type { Problem } from '../../problems/problem';
import { REVISION_FILES, revisionDir } from '../../store/log/layout';
import { problemOf, type StoredProblem } from '../../store/revision/stored-problem';
import { DamagedError } from '../catalogue/series-store';
import { storeFolder } from '../catalogue/server-catalogue';
import { fileName, type TwinAnswer, type TwinRequest } from './twin';

const BATCH = 1000;

/** The problems of a revision's file as CSV for people, some at a time. Texts no spreadsheet takes for formulas. */
export async function* problemsCsvOf(
  path: string,
  shown: (problems: readonly Problem[]) => readonly Problem[] = (problems) => problems,
): AsyncGenerator<string> {
  yield writeCsv([PROBLEM_COLUMNS]);
  const rows = createReadStream(path).pipe(parse({ columns: true }));
  let batch: (readonly string[])[] = [];
  for await (const row of rows) {
    batch.push(...shown([problemOf(row as StoredProblem)]).map(problemRecord));
    if (batch.length < BATCH) continue;
    yield writeCsv(batch);
    batch = [];
  }
  if (batch.length > 0) yield writeCsv(batch);
}

function missing(file: string, cause: unknown): DamagedError {
  const place = { file, row: null, column: null, value: null };
  return new DamagedError([{ ...place, code: 'damaged-revision', reason: 'the file is missing' }], cause);
}

/** problems.csv: what the import of a revision could not use, left out or mended, with what to do. */
export async function problemsCsv(asked: TwinRequest): Promise<TwinAnswer<BodyInit>> {
  const { dataset, revision } = asked;
  const dir = revisionDir(storeFolder(), dataset, revision.info.revision);
  const path = join(/* turbopackIgnore: true */ dir, REVISION_FILES.problems);
  await access(path).catch((cause: unknown) => {
    throw missing(`${dataset}/${REVISION_FILES.problems}`, cause);
  });
  return {
    kind: 'answer',
    body: async () => textStream(problemsCsvOf(path, asked.closed === null ? undefined : withoutValues)),
    headers: fileName(asked, '-problems.csv'),
  };
}
