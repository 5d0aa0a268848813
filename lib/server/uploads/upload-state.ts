import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isImporting, type JobExit, readExit, readJob } from './import-job';
import type { UploadSettings } from './upload-settings';
import { receivedBytes, UPLOAD_FILES, type Upload } from './upload-spool';

/** What went wrong with an import, as the command line says it. */
export interface ImportFailure {
  readonly code: string;
  readonly message: string;
  readonly [more: string]: unknown;
}

/** How an upload stands, as `GET …/uploads/<u>` answers. */
export interface UploadState {
  readonly upload: string;
  readonly dataset: string;
  readonly name: string;
  readonly state: 'receiving' | 'importing' | 'done' | 'failed';
  readonly dryRun: boolean;
  /** Bytes that have arrived. */
  readonly bytes: number;
  /** When it is removed unless something happens to it. */
  readonly expires: string;
  readonly progress: unknown;
  readonly result: unknown;
  readonly error: ImportFailure | null;
}

const TAIL = 4096;

/** The last progress that the import has told. */
async function lastProgress({ dir }: Upload): Promise<unknown> {
  const handle = await open(join(dir, UPLOAD_FILES.progress)).catch(() => null);
  if (!handle) return null;
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - TAIL);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL), 0, TAIL, from);
    const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n');
    for (const line of lines.reverse()) {
      if (!line.startsWith('{"progress":') || !line.endsWith('}')) continue;
      return (JSON.parse(line) as { progress: unknown }).progress;
    }
    return null;
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

async function said({ dir }: Upload): Promise<Record<string, unknown> | null> {
  try {
    return JSON.parse(await readFile(join(dir, UPLOAD_FILES.result), 'utf8')) as Record<string, unknown>;
  } catch {
    return null;
  }
}

const STOPPED = {
  time: 'The import took longer than this server allows (ANNALS_IMPORT_SECONDS).',
  memory: 'The import took more memory than this server allows (ANNALS_IMPORT_MB).',
  cancelled: 'The import was cancelled.',
} as const;

/** Why an import has no result: it was stopped, it broke, or it told the reason itself. */
function failureOf(exit: JobExit | null, answer: Record<string, unknown> | null): ImportFailure {
  if (exit?.stopped) return { code: exit.stopped, message: STOPPED[exit.stopped] };
  if (answer?.error) return answer.error as ImportFailure;
  if (exit === null)
    return { code: 'interrupted', message: 'The server was restarted. Start the import anew.' };
  return {
    code: 'crashed',
    message: 'The import broke off, perhaps for want of memory. Nothing was published.',
  };
}

/** How an upload stands, from what lies in its folder. */
export async function uploadState(settings: UploadSettings, upload: Upload): Promise<UploadState> {
  const { id, dataset, name, created } = upload;
  const job = await readJob(upload);
  const importing = job !== null && (await isImporting(upload));
  const [exit, answer] = [await readExit(upload), job && !importing ? await said(upload) : null];
  const done = answer !== null && !answer.error && (exit === null || exit.code === 0);
  const state = job === null ? 'receiving' : importing ? 'importing' : done ? 'done' : 'failed';
  return {
    upload: id,
    ...{ dataset, name, state, dryRun: job?.dryRun ?? false, bytes: await receivedBytes(upload) },
    expires: new Date(Date.parse(created) + settings.keepMs).toISOString(),
    progress: importing ? await lastProgress(upload) : null,
    result: state === 'done' ? answer : null,
    error: state === 'failed' ? failureOf(exit, answer) : null,
  };
}
