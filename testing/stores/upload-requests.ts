import { join } from 'node:path';
import { getUpload, patchUpload, postRevision, postUpload } from '../../lib/server/uploads/upload-api';
import { uploadSettings } from '../../lib/server/uploads/upload-settings';
import type { UploadState } from '../../lib/server/uploads/upload-state';
import { programFolder } from '../../lib/store/program-folder';

const ID = 'tiny';
const TOKEN = 'right';
const PROGRAM = join(programFolder(), 'testing/stores/upload-import.mjs');

/** The file that is sent. */
export const UPLOADED = 'id,date,actor\na,2021-02-25,North\nb,2021-03-24,South\n';

/** Asks for uploads to a store as a client does, without a server between. An upload may have as many bytes as the file. */
export async function uploadRequests(store: string) {
  const env = {
    ANNALS_STORE: store,
    ANNALS_DATA: join(store, 'none'),
    ANNALS_TOKEN: TOKEN,
    ANNALS_IMPORTS: '50',
  };
  const settings = { ...(await uploadSettings(env)), program: PROGRAM, mostBytes: UPLOADED.length };
  const ask = (
    method: string,
    path: string,
    more: RequestInit & { headers?: Record<string, string> } = {},
  ) => {
    const headers = { authorization: `Bearer ${TOKEN}`, ...more.headers };
    return new Request(`http://localhost/api/v1/datasets/${ID}/${path}`, { ...more, method, headers });
  };
  const state = async (upload: string): Promise<UploadState> =>
    (await getUpload(ask('GET', `uploads/${upload}`), ID, upload, settings)).json();
  return {
    settings,
    state,
    async begin(): Promise<string> {
      const answer = await postUpload(ask('POST', 'uploads?name=events.csv'), ID, settings);
      return ((await answer.json()) as UploadState).upload;
    },
    send(upload: string, offset: number, body: BodyInit) {
      const init = { body, duplex: 'half', headers: { 'upload-offset': String(offset) } };
      return patchUpload(ask('PATCH', `uploads/${upload}`, init), ID, upload, settings);
    },
    order: (upload: string) =>
      postRevision(ask('POST', 'revisions', { body: JSON.stringify({ upload }) }), ID, settings),
    /** How an upload stands when its import is over. */
    async settled(upload: string): Promise<UploadState> {
      for (;;) {
        const now = await state(upload);
        if (now.state !== 'importing') return now;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}
