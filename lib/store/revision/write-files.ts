import { type FileHandle, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { SeriesRest } from '../../importers/build/sink';
import type { ColumnReport } from '../../importers/report/column-report';
import type { Problem } from '../../problems/problem';
import { REVISION_FILES } from '../log/layout';
import { flush } from '../upkeep/temporary-folder';
import { SUMS_FILE } from './checksums';
import { FORMAT } from './guide-schema';

const PROBLEM_COLUMNS = ['file', 'row', 'column', 'value', 'code', 'reason'];

function writeJson(dir: string, file: string, value: unknown): Promise<void> {
  return writeFile(join(dir, file), `${JSON.stringify(value, null, 1)}\n`);
}

/** The files of a revision but for `incidents.parquet`, while they are written. */
export interface RevisionFiles {
  addProblems(batch: readonly Problem[]): Promise<void>;
  finishProblems(): Promise<void>;
  /** Writes what is left: the guide, what became of the columns of the file, and the sources. */
  writeRest(rest: SeriesRest, incidents: number, columns: readonly ColumnReport[] | null): Promise<void>;
  /** Flushes every file, and the folder. */
  flush(): Promise<void>;
  /** Lets go of the files, whatever state they are in. */
  close(): Promise<void>;
}

async function openProblems(dir: string): Promise<FileHandle> {
  const handle = await open(join(dir, REVISION_FILES.problems), 'w');
  await handle.appendFile(stringify([PROBLEM_COLUMNS]));
  return handle;
}

/** Begins the files of a revision in an empty folder. */
export async function writeFiles(dir: string): Promise<RevisionFiles> {
  const problems = await openProblems(dir);
  return {
    addProblems: (batch) => problems.appendFile(stringify([...batch], { columns: PROBLEM_COLUMNS })),
    finishProblems: () => problems.close(),
    async writeRest({ sources, actors, actorRelations, fields, ...guide }, count, columns) {
      await writeJson(dir, REVISION_FILES.manifest, {
        ...{ format: FORMAT, incidents: count, ...guide },
        ...(fields.length === 0 ? {} : { fields }),
        ...(columns === null ? {} : { columns }),
      });
      await writeJson(dir, REVISION_FILES.actors, { actors, actorRelations });
      await writeJson(dir, REVISION_FILES.sources, sources);
    },
    async flush() {
      for (const file of [...Object.values(REVISION_FILES), SUMS_FILE]) await flush(join(dir, file));
      await flush(dir);
    },
    async close() {
      await Promise.allSettled([problems.close()]);
    },
  };
}
