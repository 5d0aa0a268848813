import type { Publisher, PublishOutcome } from './local-door';

/** Bytes sent at a time; what was sent before a break need not be sent again. */
const CHUNK = 4_000_000;
/** How often the server is asked how far it is, in milliseconds. */
const PACE = 700;
/** Breaks in a row that are waited out before giving up. */
const BREAKS = 5;

type What = Parameters<Publisher['publish']>[0];
type Errand = Parameters<Publisher['publish']>[1];

/** An answer of the server that is no success. */
class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

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
async function sendAll(upload: string, what: What, { signal, onProgress }: Errand): Promise<void> {
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
  readonly result: { readonly revision: string } | null;
  readonly error: { readonly message: string } | null;
}

/** Waits for the import that was ordered. */
async function imported(upload: string, what: What, { signal, onProgress }: Errand): Promise<PublishOutcome> {
  for (;;) {
    await wait(PACE, signal);
    const state = (await (await request(upload, what, signal, { method: 'GET' })).json()) as UploadState;
    if (state.state === 'done' && state.result !== null) {
      return { kind: 'published', href: `/${what.dataset}`, revision: state.result.revision };
    }
    if (state.state === 'failed')
      return { kind: 'failed', message: state.error?.message ?? 'The import failed.' };
    onProgress({ kind: 'importing', read: state.progress?.rows ?? 0 });
  }
}

async function publishAll(what: What, errand: Errand): Promise<PublishOutcome> {
  const { file, dataset, title, mapping } = what;
  const { signal } = errand;
  const base = `/api/v1/datasets/${encodeURIComponent(dataset)}`;
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
    await sendAll(address, what, errand);
    const order = { upload, ...(mapping === null ? {} : { mapping }), ...(title === '' ? {} : { title }) };
    const headers = { 'content-type': 'application/json' };
    await request(`${base}/revisions`, what, signal, {
      method: 'POST',
      headers,
      body: JSON.stringify(order),
    });
    return await imported(address, what, errand);
  } finally {
    signal.removeEventListener('abort', takeBack);
  }
}

function outcomeOf(error: unknown): PublishOutcome {
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
  async publish(what, errand) {
    try {
      return await publishAll(what, errand);
    } catch (error) {
      return outcomeOf(error);
    }
  },
};
