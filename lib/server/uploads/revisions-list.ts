import { isDatasetId } from '../../store/log/layout';
import { revisions } from '../../store/publish/publish';
import { answering, RequestRefused } from './upload-request';
import type { UploadSettings } from './upload-settings';

/** GET …/revisions: what was published of a dataset, oldest first; the last is current. */
export function getRevisions(
  request: Request,
  dataset: string,
  { store }: UploadSettings,
): Promise<Response> {
  return answering(request, async () => {
    const entries = isDatasetId(dataset) ? await revisions(store, dataset) : [];
    if (entries.length === 0) {
      throw new RequestRefused('unknown-dataset', 'No dataset has the id in this address.');
    }
    const body = { dataset, current: entries.at(-1)?.revision, revisions: entries };
    return Response.json(body, { headers: { 'cache-control': 'no-cache' } });
  });
}
