import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { textStream } from '../../export/formats/text-stream';
import { REVISION_FILES, revisionDir } from '../../store/layout';
import { DamagedError } from '../catalogue/series-store';
import { storeFolder } from '../catalogue/store-folder';
import { dataResponse } from '../http/respond';
import { problemsCsvOf } from './problems-csv';
import { identityOf, twin } from './twin';

function missing(file: string, cause: unknown): DamagedError {
  const place = { file, row: null, column: null, value: null };
  return new DamagedError([{ ...place, code: 'damaged-revision', reason: 'the file is missing' }], cause);
}

/** problems.csv: what the import of a revision could not use, left out or mended, with what to do. */
export function problemsCsv(request: Request, dataset: string): Promise<Response> {
  return twin(request, dataset, {}, async (ok) => {
    const { guide, revision } = ok.opened.info;
    const { id } = guide.meta;
    const dir = revisionDir(storeFolder(), id, revision);
    const path = join(/* turbopackIgnore: true */ dir, REVISION_FILES.problems);
    await access(path).catch((cause: unknown) => {
      throw missing(`${id}/${REVISION_FILES.problems}`, cause);
    });
    const name = `${id}-${revision.slice(0, 12)}-problems.csv`;
    const more = { 'content-disposition': `attachment; filename="${name}"` };
    const body = async () => textStream(problemsCsvOf(path));
    return dataResponse(request, identityOf(ok), 'text/csv; charset=utf-8; header=present', body, more);
  });
}
