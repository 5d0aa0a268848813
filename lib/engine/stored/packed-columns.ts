import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import { columnsFile, revisionDir } from '../../store/log/layout';
import { readHead } from '../../store/revision/read-revision';
import { exists } from '../../store/upkeep/temporary-folder';
import type { Columns } from '../columnar/columns/columns';
import { SectionWriter } from '../columnar/stored/sections';
import { heldColumns, writeColumns } from '../columnar/stored/write-columns';
import { CODEC } from './codec';
import type { Place } from './columns-in-turn';
import { firstAnswers } from './first-answers';
import { buildColumns, ownFingerprint } from './stored-engine';

/** The file of columns of a series whose columns are kept in memory. */
async function written(columns: Columns, revision: string): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  const about = { revision, madeBy: await ownFingerprint() };
  // A writer may write the same array twice.
  const writer = new SectionWriter((bytes) => chunks.push(bytes.slice()), CODEC);
  await writeColumns(writer, { columns: heldColumns(columns), about, answers: firstAnswers });
  return chunks;
}

/**
 * The columns of a revision as one file of the kind that lies beside larger ones, packed by gzip. The revision is open, so the file of
 * a larger one was made or checked by this code.
 */
export async function packedColumns(
  store: string,
  id: Place['id'],
  revision: string,
): Promise<AsyncIterable<Uint8Array>> {
  const file = columnsFile(store, id, revision);
  const plain = (await exists(file))
    ? createReadStream(/* turbopackIgnore: true */ file)
    : Readable.from(await fresh(store, id, revision));
  const packed = createGzip({ level: constants.Z_BEST_SPEED });
  // An error of the source ends what is read of it.
  pipeline(plain, packed, () => undefined);
  return packed;
}

async function fresh(store: string, id: Place['id'], revision: string): Promise<readonly Uint8Array[]> {
  const head = await readHead(revisionDir(store, id, revision));
  return written(await buildColumns({ store, id, revision, head }), revision);
}
