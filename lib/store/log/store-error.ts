/**
 * What keeps a store from being read or written: its data are damaged, its disk is full, it may not be written, or another
 * process holds it.
 */
export type StoreFault = 'damaged' | 'full' | 'read-only' | 'busy';

const FAULTS: Readonly<Record<string, StoreFault>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ELOCKED: 'busy',
};

/** DuckDB tells of the system's errors in words only. */
const IN_WORDS: readonly (readonly [RegExp, StoreFault])[] = [
  [/no space left on device|disk quota exceeded/i, 'full'],
  [/read-only file system|permission denied/i, 'read-only'],
];

const SAID: Readonly<Record<Exclude<StoreFault, 'damaged'>, string>> = {
  full: 'the disk is full',
  'read-only': 'this process may not write there (a read-only file system, or another owner)',
  busy: 'another process is writing; try again when it has finished',
};

/** What an error of the file system or of DuckDB means for the store. */
export function faultOf(cause: unknown): StoreFault {
  if (cause instanceof StoreError) return cause.fault;
  const known = FAULTS[codeOf(cause) ?? ''];
  return known ?? IN_WORDS.find(([words]) => words.test(reasonOf(cause)))?.[1] ?? 'damaged';
}

/** A store that cannot be read or written: which file, and why, in words for the log. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly file: string;
  readonly reason: string;
  readonly fault: StoreFault;
  constructor(file: string, reason: string, cause?: unknown) {
    const fault = cause === undefined ? 'damaged' : faultOf(cause);
    const why = fault === 'damaged' ? reason : SAID[fault];
    super(`${file}: ${why}`, { cause });
    this.file = file;
    this.reason = why;
    this.fault = fault;
  }
}

/** A file that is not there, or that cannot be read. */
export function missingOr(file: string, cause: unknown): StoreError {
  const reason =
    codeOf(cause) === 'ENOENT' ? 'the file is missing' : `it cannot be read (${reasonOf(cause)})`;
  return new StoreError(file, reason, cause);
}

/** What a thrown value says. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The code of an error of the file system, such as `ENOENT`; null where it has none. */
export function codeOf(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null;
}
