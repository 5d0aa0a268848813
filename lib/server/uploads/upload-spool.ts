import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { UploadSettings } from './upload-settings';

const schema = z.strictObject({ dataset: z.string(), name: z.string(), created: z.iso.datetime() });

/** What an upload is: for which dataset, called what, begun when. */
export type UploadHead = Readonly<z.infer<typeof schema>>;

/** An upload and the folder that holds everything of it. */
export interface Upload extends UploadHead {
  readonly id: string;
  readonly dir: string;
}

/** The files of an upload. The import writes `result` and `progress`; `exit` says how it ended. */
export const UPLOAD_FILES = {
  head: 'upload.json',
  bytes: 'bytes',
  mapping: 'mapping.json',
  job: 'job.json',
  result: 'result.json',
  progress: 'progress.ndjson',
  exit: 'exit.json',
} as const;

/** How long a folder without a head may be one that is being made. */
const KEEP_TORN_MS = 600_000;

function folderOf({ store }: UploadSettings): string {
  return join(store, '.uploads');
}

/** Whether a text can name an upload. */
function isUploadId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

/** Every upload that is kept. */
export async function listUploads(settings: UploadSettings): Promise<readonly Upload[]> {
  const names = await readdir(folderOf(settings)).catch(() => []);
  const found = await Promise.all(names.map((name) => findUpload(settings, name)));
  return found.filter((one) => one !== null);
}

/** An upload by its id; null where there is none, or it is torn. */
export async function findUpload(settings: UploadSettings, id: string): Promise<Upload | null> {
  if (!isUploadId(id)) return null;
  const dir = join(folderOf(settings), id);
  try {
    const head = schema.parse(JSON.parse(await readFile(join(dir, UPLOAD_FILES.head), 'utf8')));
    return { ...head, id, dir };
  } catch {
    return null;
  }
}

/** Begins an upload with nothing in it. */
export async function createUpload(settings: UploadSettings, head: UploadHead): Promise<Upload> {
  const id = randomBytes(16).toString('hex');
  const dir = join(folderOf(settings), id);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await writeFile(join(dir, UPLOAD_FILES.bytes), '');
  await writeWhole(join(dir, UPLOAD_FILES.head), JSON.stringify(head));
  return { ...head, id, dir };
}

/** Writes a small file so that a reader sees the whole of it or nothing. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

/** How many bytes have arrived. */
export async function receivedBytes({ dir }: Upload): Promise<number> {
  return stat(join(/* turbopackIgnore: true */ dir, UPLOAD_FILES.bytes)).then(
    ({ size }) => size,
    () => 0,
  );
}

/** Until when a body is read: so many bytes in the file, so long without any, or until somebody says stop. */
export interface AppendLimits {
  readonly most: number;
  readonly idleMs: number;
  readonly signal: AbortSignal;
}

type Part = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']>>;

/** The next part of a body; `stalled` where none comes for long, null where it breaks off. */
async function nextPart(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { idleMs, signal }: AppendLimits,
): Promise<Part | 'stalled' | null> {
  let clock: NodeJS.Timeout | undefined;
  const silence = new Promise<'stalled'>((resolve) => {
    clock = setTimeout(() => resolve('stalled'), idleMs);
  });
  try {
    const part = await Promise.race([reader.read(), silence]);
    return signal.aborted ? null : part;
  } catch {
    return null;
  } finally {
    clearTimeout(clock);
  }
}

/**
 * Appends a body, and says how that ended. Where it breaks off or stalls, what has arrived stays; where it would go over
 * the limit, the rest is not read.
 */
export async function appendBytes(
  upload: Upload,
  body: ReadableStream<Uint8Array> | null,
  limits: AppendLimits,
): Promise<'whole' | 'broken' | 'stalled' | 'too-large'> {
  if (!body) return 'whole';
  const handle = await open(join(/* turbopackIgnore: true */ upload.dir, UPLOAD_FILES.bytes), 'a');
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  limits.signal.addEventListener('abort', stop, { once: true });
  try {
    let { size } = await handle.stat();
    for (;;) {
      const part = await nextPart(reader, limits);
      if (part === null) return 'broken';
      if (part === 'stalled') return 'stalled';
      if (part.done) return 'whole';
      size += part.value.byteLength;
      if (size > limits.most) return 'too-large';
      await handle.writeFile(part.value);
    }
  } finally {
    limits.signal.removeEventListener('abort', stop);
    stop();
    await handle.close();
  }
}

/** Removes an upload and all of it. */
export async function dropUpload({ dir }: Upload): Promise<void> {
  await rm(dir, { recursive: true, force: true });
}

/** When any of some files last changed, in milliseconds since 1970. */
async function lastTouched(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(...times);
}

/**
 * Removes what nobody has touched for long, and sooner what was torn when it was begun: it has no head, so that nobody can
 * go on with it. `isBusy` keeps those that are being imported.
 */
export async function sweepUploads(
  settings: UploadSettings,
  now: number,
  isBusy: (upload: Upload) => Promise<boolean>,
): Promise<void> {
  for (const name of (await readdir(folderOf(settings)).catch(() => [])).filter(isUploadId)) {
    const dir = join(folderOf(settings), name);
    const upload = await findUpload(settings, name);
    const paths = upload ? Object.values(UPLOAD_FILES).map((file) => join(dir, file)) : [dir];
    const keepMs = upload ? settings.keepMs : Math.min(settings.keepMs, KEEP_TORN_MS);
    if (now - (await lastTouched(paths)) <= keepMs || (upload && (await isBusy(upload)))) continue;
    await rm(dir, { recursive: true, force: true });
  }
}
