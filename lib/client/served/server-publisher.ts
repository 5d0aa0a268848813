import { sitePath } from '../../text/site-path';
import type { PublishChanges, Publisher, PublishOutcome } from '../local/local-connection';

/** Bytes sent at a time; what was sent before a break need not be sent again. */
const CHUNK = 4_000_000;
/** How often the server is asked how far it is, in milliseconds. */
const PACE = 700;
/** Breaks in a row that are waited out before giving up. */
const BREAKS = 5;

type What = Parameters<Publisher['publish']>[0];
type PublishOptions = Parameters<Publisher['publish']>[1];

/** An answer of the server that is no success. */
class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** An import that was tried and could not be made. */
class ImportFailed extends Error {}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** The sentence of a problem document (RFC 9457), or the status where the answer is none. */
async function reasonOf(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as { readonly title?: string; readonly detail?: string };
    return body.detail ?? body.title ?? `status ${response.status}`;
  } catch {
    return `status ${response.status}`;
  }
}

async function request(
  url: string,
  { token }: What,
  signal: AbortSignal,
  init: RequestInit,
): Promise<Response> {
  const headers = { ...init.headers, ...(token === '' ? {} : { authorization: `Bearer ${token}` }) };
  const response = await fetch(url, { ...init, headers, signal, cache: 'no-store' });
  if (response.ok) return response;
  throw new Refused(response.status, await reasonOf(response));
}

function offsetOf(response: Response): number {
  return Number(response.headers.get('upload-offset') ?? 0);
}

/** Sends the file from where the server has it to; a break is followed by asking how far that is. */
async function sendAll(upload: string, what: What, { signal, onProgress }: PublishOptions): Promise<void> {
  const { file } = what;
  let sent = 0;
  let breaks = 0;
  while (sent < file.size) {
    onProgress({ kind: 'sending', sent, of: file.size });
    try {
      const response = await request(upload, what, signal, {
        method: 'PATCH',
        headers: { 'upload-offset': String(sent), 'content-type': 'application/offset+octet-stream' },
        body: file.slice(sent, sent + CHUNK),
      });
      sent = offsetOf(response) || Math.min(file.size, sent + CHUNK);
      breaks = 0;
    } catch (error) {
      if (signal.aborted || (error instanceof Refused && error.status < 500 && error.status !== 409))
        throw error;
      breaks += 1;
      if (breaks > BREAKS) throw error;
      await wait(PACE * breaks, signal);
      sent = offsetOf(await request(upload, what, signal, { method: 'HEAD' }));
    }
  }
  onProgress({ kind: 'sending', sent, of: file.size });
}

/** What the server says of an upload. */
interface UploadState {
  readonly upload: string;
  readonly state: 'receiving' | 'importing' | 'done' | 'failed';
  readonly progress: { readonly rows?: number } | null;
  readonly result: { readonly revision: string; readonly changes: PublishChanges | null } | null;
  readonly error: { readonly message: string } | null;
}

/** What an upload is imported with, and where it lies. */
interface Ordered {
  readonly what: What;
  readonly options: PublishOptions;
  /** The address of the dataset, and the upload's own. */
  readonly base: string;
  readonly upload: string;
  readonly address: string;
}

/** Orders an import, or tries it, and waits for what comes of it. Throws a Refused where it fails. */
async function ordered(of: Ordered, dryRun: boolean): Promise<NonNullable<UploadState['result']>> {
  const { what, options, base, upload, address } = of;
  const { mapping, title } = what;
  const { signal, onProgress } = options;
  const order = {
    ...{ upload, dryRun },
    ...(mapping === null ? {} : { mapping }),
    ...(title === '' ? {} : { title }),
  };
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(order);
  await request(`${base}/revisions`, what, signal, { method: 'POST', headers, body });
  for (;;) {
    await wait(PACE, signal);
    const state = (await (await request(address, what, signal, { method: 'GET' })).json()) as UploadState;
    if (state.state === 'done' && state.result !== null) return state.result;
    if (state.state === 'failed') throw new ImportFailed(state.error?.message ?? 'The import failed.');
    onProgress({ kind: dryRun ? 'comparing' : 'importing', read: state.progress?.rows ?? 0 });
  }
}

/** Whether the server has a dataset of this id already. */
async function isThere({ what, options, base }: Ordered): Promise<boolean> {
  try {
    await request(`${base}/revisions`, what, options.signal, { method: 'GET' });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return false;
    throw error;
  }
}

/** Imports what was sent; where the dataset is there already, only after its reader has seen what would change. */
async function importSent(of: Ordered): Promise<PublishOutcome> {
  const { dataset } = of.what;
  const href = sitePath(`/${dataset}`);
  let over: string | null = null;
  if (await isThere(of)) {
    const { revision, changes } = await ordered(of, true);
    if (!(await of.options.confirm({ dataset, revision, changes }))) return { kind: 'kept', href };
    over = changes?.since ?? null;
  }
  const { revision } = await ordered(of, false);
  return { kind: 'published', href, revision, over };
}

async function publishAll(what: What, options: PublishOptions): Promise<PublishOutcome> {
  const { file, dataset } = what;
  const { signal } = options;
  const base = sitePath(`/api/v1/datasets/${encodeURIComponent(dataset)}`);
  const name = encodeURIComponent(file.name);
  const begun = await request(`${base}/uploads?name=${name}`, what, signal, { method: 'POST' });
  const { upload } = (await begun.json()) as UploadState;
  const address = `${base}/uploads/${encodeURIComponent(upload)}`;
  // An upload that is given up is taken back, import and all; whether that arrives, nobody waits for.
  const takeBack = () => {
    request(address, what, AbortSignal.timeout(10_000), { method: 'DELETE' }).catch(() => undefined);
  };
  signal.addEventListener('abort', takeBack, { once: true });
  try {
    await sendAll(address, what, options);
    const outcome = await importSent({ what, options, base, upload, address });
    if (outcome.kind === 'kept') takeBack();
    return outcome;
  } finally {
    signal.removeEventListener('abort', takeBack);
  }
}

function outcomeOf(error: unknown): PublishOutcome {
  if (error instanceof ImportFailed) return { kind: 'failed', message: error.message };
  if (error instanceof Refused) {
    if (error.status === 401 || error.status === 403) return { kind: 'needs-token', message: error.message };
    if (error.status === 404 || error.status === 405) {
      return { kind: 'failed', message: `This server takes no uploads (${error.message}).` };
    }
    return { kind: 'failed', message: `The server says: ${error.message}` };
  }
  return {
    kind: 'failed',
    message: 'The server cannot be reached. What was sent is kept there for a while.',
  };
}

/** Publishes on the server of this page. */
export const serverPublisher: Publisher = {
  async publish(what, options) {
    try {
      return await publishAll(what, options);
    } catch (error) {
      return outcomeOf(error);
    }
  },
};
