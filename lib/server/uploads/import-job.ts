import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { noticePublication } from '../catalogue/server-catalogue';
import type { UploadSettings } from './upload-settings';
import { UPLOAD_FILES, type Upload, writeWhole } from './upload-spool';

/** What an import is told beside the bytes. */
export interface ImportOrder {
  readonly mapping: unknown;
  /** Answers to questions, by the question's id. */
  readonly answers: Readonly<Record<string, string>>;
  readonly title: string | null;
  readonly dryRun: boolean;
}

/** Why an import was stopped from outside. */
export type StopReason = 'time' | 'memory' | 'cancelled';

const jobSchema = z.object({ pid: z.int(), dryRun: z.boolean() });
const exitSchema = z.object({
  code: z.int().nullable(),
  stopped: z.enum(['time', 'memory', 'cancelled']).nullable(),
});

export type JobExit = Readonly<z.infer<typeof exitSchema>>;

/** Rows live for a moment: with room for them Node clears up less often. */
const SHORT_LIVED = '--max-semi-space-size=32';

interface Running {
  readonly child: ChildProcess;
  stopped: StopReason | null;
  readonly ended: Promise<void>;
}

const held = globalThis as typeof globalThis & {
  annalsImports?: Map<string, Running>;
  annalsImportsStarting?: Set<string>;
};

/** The imports of this process, by upload. Global, for Next loads modules anew for each kind of route. */
function running(): Map<string, Running> {
  held.annalsImports ??= new Map();
  return held.annalsImports;
}

const WATCH_MS = 250;
const PATIENCE_MS = 5_000;
const PAGE_BYTES = 4096;

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** How the last import of an upload ended; null where it has not. */
export function readExit({ dir }: Upload): Promise<JobExit | null> {
  return readJson(join(dir, UPLOAD_FILES.exit), exitSchema);
}

/** What the last import of an upload was; null where there was none. */
export function readJob({ dir }: Upload): Promise<{ readonly pid: number; readonly dryRun: boolean } | null> {
  return readJson(join(dir, UPLOAD_FILES.job), jobSchema);
}

/** Whether the import of an upload goes on: in this process, or in the one before a restart. */
export async function isImporting(upload: Upload): Promise<boolean> {
  if (running().has(upload.id)) return true;
  const job = await readJob(upload);
  return job !== null && (await readExit(upload)) === null && (await isOurs(job.pid, upload));
}

/**
 * Takes a place for the import of an upload before anything is awaited, and gives what gives it back once the import has
 * begun or could not; null where as many go on as may.
 */
export function takeImportPlace({ id }: Upload, { mostImports }: UploadSettings): (() => void) | null {
  held.annalsImportsStarting ??= new Set();
  const { annalsImportsStarting: starting } = held;
  if (new Set([...running().keys(), ...starting]).size >= mostImports) return null;
  starting.add(id);
  return () => void starting.delete(id);
}

/** Resolves when one of the imports of this process has ended, or after a moment where none has begun yet. */
export async function anyImportEnded(): Promise<void> {
  const jobs = [...running().values()].map(({ ended }) => ended);
  await (jobs.length > 0 ? Promise.race(jobs) : new Promise((resolve) => setTimeout(resolve, WATCH_MS)));
}

/** Whether a process is the import of this upload: its number may have gone to another. Where that cannot be told, no. */
async function isOurs(pid: number, { id }: Upload): Promise<boolean> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line.includes(id);
}

/** Memory that a process holds, in bytes; 0 where the system does not say. */
async function residentBytes(pid: number): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(pages.split(' ')[1] ?? 0) * PAGE_BYTES;
}

async function argumentsOf(
  settings: UploadSettings,
  upload: Upload,
  order: ImportOrder,
): Promise<readonly string[]> {
  const file = join(upload.dir, UPLOAD_FILES.mapping);
  if (order.mapping !== null) await writeFile(file, JSON.stringify(order.mapping));
  const heap = Math.round((settings.importBytes * 0.7) / 1_000_000);
  return [
    ...[
      `--max-old-space-size=${heap}`,
      SHORT_LIVED,
      settings.program,
      'import',
      join(upload.dir, UPLOAD_FILES.bytes),
    ],
    ...[`--as=${upload.dataset}`, `--name=${upload.name}`, '--json', '--progress-lines'],
    ...(order.mapping === null ? [] : [`--mapping=${file}`]),
    ...Object.entries(order.answers).map(([question, value]) => `--answer=${question}=${value}`),
    ...(order.title === null ? [] : [`--title=${order.title}`]),
    ...(order.dryRun ? ['--dry-run'] : []),
  ];
}

/** Asks a process to end, and ends it where it does not. */
function end(child: ChildProcess): void {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
}

function watch(settings: UploadSettings, job: Running): () => void {
  const stop = (reason: StopReason) => {
    if (job.stopped === null) {
      job.stopped = reason;
      end(job.child);
    }
  };
  const clock = setTimeout(() => stop('time'), settings.importMs);
  const scale = setInterval(async () => {
    if ((await residentBytes(job.child.pid ?? 0)) > settings.importBytes) stop('memory');
  }, WATCH_MS);
  return () => {
    clearTimeout(clock);
    clearInterval(scale);
  };
}

/**
 * Starts the import of an upload in a process of its own, so that no file can take the server down. What it says goes
 * into the upload's folder, and is found there even after a restart of the server. `origin` is where this server is reached
 * from outside, for the address of what is published.
 */
export async function startImport(
  settings: UploadSettings,
  upload: Upload,
  order: ImportOrder,
  origin: string,
): Promise<void> {
  const path = (file: keyof typeof UPLOAD_FILES) => join(upload.dir, UPLOAD_FILES[file]);
  for (const file of ['result', 'progress', 'exit', 'mapping'] as const)
    await rm(path(file), { force: true });
  const args = await argumentsOf(settings, upload, order);
  const [out, err] = [await open(path('result'), 'w'), await open(path('progress'), 'w')];
  const places = { ANNALS_STORE: settings.store, ANNALS_DATA: settings.data, ANNALS_ORIGIN: origin };
  const env = { ...process.env, ...places, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', out.fd, err.fd], env });
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
  const job: Running = { child, stopped: null, ended: exited.then((code) => finish(code)) };
  const unwatch = watch(settings, job);
  async function finish(code: number | null): Promise<void> {
    unwatch();
    const said = JSON.stringify({ code, stopped: job.stopped });
    await writeWhole(path('exit'), said).catch(() => undefined);
    if (code === 0 && !order.dryRun) await rm(path('bytes'), { force: true });
    running().delete(upload.id);
    if (code === 0 && !order.dryRun) noticePublication(upload.dataset);
  }
  running().set(upload.id, job);
  await writeWhole(path('job'), JSON.stringify({ pid: child.pid ?? 0, dryRun: order.dryRun }));
  await Promise.all([out.close(), err.close()]);
}

/** Resolves when the import of an upload has ended; at once where none goes on here. */
export async function importEnded({ id }: Upload): Promise<void> {
  await running().get(id)?.ended;
}

/** Stops the import of an upload, and waits until it is gone. */
export async function cancelImport(upload: Upload): Promise<void> {
  const job = running().get(upload.id);
  if (job) {
    job.stopped ??= 'cancelled';
    end(job.child);
    await job.ended;
    return;
  }
  const old = await readJob(upload);
  if (old && (await isOurs(old.pid, upload))) process.kill(old.pid, 'SIGKILL');
}
