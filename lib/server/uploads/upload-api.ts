import { sitePath } from '../../text/site-path';
import { originOf } from '../requests/reader';
import { importFailed } from './import-failed';
import type { ImportOrder } from './import-job';
import {
  anyImportEnded,
  cancelImport,
  importEnded,
  isImporting,
  startImport,
  takeImportPlace,
} from './import-job';
import { claimToEnd, claimUpload, inTurn, takeRoom } from './upload-places';
import {
  answering,
  fileName,
  orderOfQuery,
  permit,
  RequestRefused,
  readOrder,
  uploadTarget,
} from './upload-request';
import type { UploadSettings } from './upload-settings';
import {
  appendBytes,
  createUpload,
  dropUpload,
  findUpload,
  listUploads,
  receivedBytes,
  sweepUploads,
  type Upload,
} from './upload-spool';
import { type UploadState, uploadState } from './upload-state';

const SWEEP_MS = 600_000;
const NO_STORE = { 'cache-control': 'no-store' };

function addressOf({ dataset, id }: Upload): string {
  return sitePath(`/api/v1/datasets/${dataset}/uploads/${id}`);
}

async function begin(settings: UploadSettings, dataset: string, name: string | null): Promise<Upload> {
  const id = await uploadTarget(dataset, settings);
  const called = fileName(name);
  return inTurn(async () => {
    const now = new Date();
    await sweepUploads(settings, now.getTime(), isImporting);
    if ((await listUploads(settings)).length >= settings.mostUploads) {
      const detail = `${settings.mostUploads} uploads wait already. Delete one, or try again later.`;
      throw new RequestRefused('too-many-uploads', detail, { 'retry-after': '60' });
    }
    return createUpload(settings, { dataset: id, name: called, created: now.toISOString() });
  });
}

async function find(settings: UploadSettings, dataset: string, id: string): Promise<Upload> {
  const upload = await findUpload(settings, id);
  if (upload?.dataset === dataset) return upload;
  throw new RequestRefused('unknown-upload', 'There is no upload of this id, or it has expired.');
}

/** Works at an upload that no other request works at. */
async function alone<T>(upload: Upload, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const claim = claimUpload(upload);
  if (!claim)
    throw new RequestRefused('upload-conflict', 'Another request is sending to it or importing it.');
  try {
    return await work(claim.signal);
  } finally {
    claim.release();
  }
}

/** How many bytes a request says it brings; null where it does not say. */
function lengthOf(request: Request): number | null {
  const text = request.headers.get('content-length');
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function tooLarge(mostBytes: number): RequestRefused {
  const detail = `An upload may have ${mostBytes} bytes (ANNALS_LIMIT_FILE_BYTES).`;
  return new RequestRefused('upload-too-large', detail);
}

/** Throws where a request says that it brings more than may come. */
function checkLength(request: Request, already: number, { mostBytes }: UploadSettings): void {
  if (already + (lengthOf(request) ?? 0) > mostBytes) throw tooLarge(mostBytes);
}

function noRoom(): RequestRefused {
  const detail = 'The uploads that wait have taken all the room there is. Delete one, or try again later.';
  return new RequestRefused('too-many-uploads', detail, { 'retry-after': '60' });
}

async function append(
  request: Request,
  upload: Upload,
  settings: UploadSettings,
  signal: AbortSignal,
): Promise<void> {
  const { mostBytes, idleMs } = settings;
  checkLength(request, await receivedBytes(upload), settings);
  const room = await takeRoom(settings, upload, lengthOf(request));
  if (!room) throw noRoom();
  try {
    const { most } = room;
    const end = await appendBytes(upload, request.body, { most, idleMs, signal });
    if (end === 'too-large') throw most < mostBytes ? noRoom() : tooLarge(mostBytes);
    const goOn = 'Go on where the bytes end.';
    if (end === 'broken') throw new RequestRefused('bad-upload', `The body broke off. ${goOn}`);
    if (end === 'stalled') {
      throw new RequestRefused('bad-upload', `Nothing has come for ${idleMs / 1000} seconds. ${goOn}`);
    }
  } finally {
    room.release();
  }
}

/** Starts the import of an upload that is held, in a place that is taken. */
async function order(
  request: Request,
  settings: UploadSettings,
  upload: Upload,
  what: ImportOrder,
): Promise<void> {
  const { state } = await uploadState(settings, upload);
  if ((await receivedBytes(upload)) === 0) {
    const published = state === 'done' ? 'It has been imported already.' : 'Nothing has been sent yet.';
    throw new RequestRefused('upload-conflict', published);
  }
  await startImport(settings, upload, what, originOf(request.headers));
}

function stateResponse(state: UploadState, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(state, { status, headers: { ...NO_STORE, ...headers } });
}

/** Where bytes stand, for a client that goes on after a break. */
async function offsetHeaders(upload: Upload): Promise<Record<string, string>> {
  return { ...NO_STORE, 'upload-offset': String(await receivedBytes(upload)) };
}

/** Removes, now and every ten minutes, the uploads that nobody goes on with. */
export function sweepRegularly(settings: UploadSettings): void {
  const sweep = () =>
    inTurn(() => sweepUploads(settings, Date.now(), isImporting)).catch((error) => console.error(error));
  void sweep();
  setInterval(sweep, SWEEP_MS).unref();
}

/** POST …/uploads?name=: begins an upload. */
export function postUpload(request: Request, dataset: string, settings: UploadSettings): Promise<Response> {
  return answering(request, async () => {
    permit(request, settings);
    const upload = await begin(settings, dataset, new URL(request.url).searchParams.get('name'));
    return stateResponse(await uploadState(settings, upload), 201, { location: addressOf(upload) });
  });
}

/** HEAD …/uploads/<u>: how many bytes have arrived. */
export function headUpload(request: Request, dataset: string, id: string, settings: UploadSettings) {
  return answering(request, async () => {
    permit(request, settings);
    const headers = await offsetHeaders(await find(settings, dataset, id));
    return new Response(null, { status: 200, headers });
  });
}

/** GET …/uploads/<u>: how the upload and its import stand. */
export function getUpload(request: Request, dataset: string, id: string, settings: UploadSettings) {
  return answering(request, async () => {
    permit(request, settings);
    return stateResponse(await uploadState(settings, await find(settings, dataset, id)));
  });
}

/** Throws unless an upload takes more bytes, and takes them where the request begins. */
async function checkOffset(request: Request, settings: UploadSettings, upload: Upload): Promise<void> {
  const { state } = await uploadState(settings, upload);
  if (state !== 'receiving') {
    throw new RequestRefused('upload-conflict', 'Its import has begun; begin a new upload.');
  }
  const headers = await offsetHeaders(upload);
  const offset = request.headers.get('upload-offset');
  if (offset === headers['upload-offset']) return;
  const detail = `“Upload-Offset” is ${offset ?? 'missing'}, and ${headers['upload-offset']} bytes have arrived. Go on from there.`;
  throw new RequestRefused('upload-conflict', detail, headers);
}

/** PATCH …/uploads/<u>: appends the body at `Upload-Offset`, which must be where the bytes end. */
export function patchUpload(request: Request, dataset: string, id: string, settings: UploadSettings) {
  return answering(request, async () => {
    permit(request, settings);
    const upload = await find(settings, dataset, id);
    return alone(upload, async (signal) => {
      await checkOffset(request, settings, upload);
      await append(request, upload, settings, signal);
      return new Response(null, { status: 204, headers: await offsetHeaders(upload) });
    });
  });
}

/** DELETE …/uploads/<u>: stops its import, if one is running, and removes it. */
export function deleteUpload(request: Request, dataset: string, id: string, settings: UploadSettings) {
  return answering(request, async () => {
    permit(request, settings);
    const upload = await find(settings, dataset, id);
    const claim = await claimToEnd(upload);
    try {
      await cancelImport(upload);
      await dropUpload(upload);
    } finally {
      claim.release();
    }
    return new Response(null, { status: 204, headers: NO_STORE });
  });
}

/** A place for an import as soon as there is one: who has sent a whole file waits rather than send it again. */
async function waitForPlace(
  upload: Upload,
  settings: UploadSettings,
  signal: AbortSignal,
): Promise<() => void> {
  for (;;) {
    if (signal.aborted) throw new RequestRefused('import-stopped', 'The upload was given up.');
    const release = takeImportPlace(upload, settings);
    if (release) return release;
    await anyImportEnded();
  }
}

/** The file itself as the body: uploaded and imported in one request, which is answered when it is done. */
async function importBody(request: Request, dataset: string, settings: UploadSettings): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const what = orderOfQuery(searchParams);
  checkLength(request, 0, settings);
  const upload = await begin(settings, dataset, searchParams.get('name'));
  try {
    await alone(upload, async (signal) => {
      await append(request, upload, settings, signal);
      const left = AbortSignal.any([request.signal, signal]);
      const release = await waitForPlace(upload, settings, left);
      await order(request, settings, upload, what).finally(release);
    });
    const leave = () => void cancelImport(upload);
    request.signal.addEventListener('abort', leave, { once: true });
    await importEnded(upload);
    request.signal.removeEventListener('abort', leave);
    const { state, result, error, dryRun } = await uploadState(settings, upload);
    if (state !== 'done') throw importFailed(error);
    if (dryRun) return Response.json(result, { headers: NO_STORE });
    return Response.json(result, {
      status: 201,
      headers: { ...NO_STORE, location: sitePath(`/${dataset}`) },
    });
  } finally {
    await dropUpload(upload);
  }
}

async function importUpload(request: Request, dataset: string, settings: UploadSettings): Promise<Response> {
  await uploadTarget(dataset, settings);
  const what = await readOrder(request);
  const upload = await find(settings, dataset, what.upload);
  return alone(upload, async () => {
    if (await isImporting(upload)) {
      throw new RequestRefused('upload-conflict', 'It is being imported already.');
    }
    const release = takeImportPlace(upload, settings);
    if (!release) {
      const detail = 'As many imports are running as this server allows. Try again when one has ended.';
      throw new RequestRefused('too-many-uploads', detail, { 'retry-after': '10' });
    }
    await order(request, settings, upload, what).finally(release);
    return stateResponse(await uploadState(settings, upload), 202, { location: addressOf(upload) });
  });
}

/** POST …/revisions: imports an upload (a JSON order), or the body itself (`?name=`). */
export function postRevision(request: Request, dataset: string, settings: UploadSettings): Promise<Response> {
  return answering(request, async () => {
    permit(request, settings);
    const isFile = new URL(request.url).searchParams.has('name');
    return isFile ? importBody(request, dataset, settings) : importUpload(request, dataset, settings);
  });
}
