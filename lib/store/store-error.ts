/** A store that cannot be read or written: which file, and why, in words for the log. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly file: string;
  readonly reason: string;
  constructor(file: string, reason: string, cause?: unknown) {
    super(`${file}: ${reason}`, { cause });
    this.file = file;
    this.reason = reason;
  }
}

/** What a thrown value says. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The code of an error of the file system, such as `ENOENT`; null where it has none. */
export function codeOf(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null;
}
