import { formatError } from '../errors/format-error';

/** Deflate packs at most 1,032 bytes into one; tables come nowhere near. */
const MOST_RATIO = 400;
/** Below this much no ratio is suspicious: a megabyte of equal cells packs well. */
const RATIO_FROM = 64 * 1024 * 1024;

/** Counts what one pass unpacks and stops it where a file is made to fill the memory or the disk. */
export class UnpackGuard {
  private packed = 0;
  private unpacked = 0;

  constructor(
    private readonly file: string,
    private readonly mostBytes: number,
  ) {}

  read(bytes: number): void {
    this.packed += bytes;
  }

  /** Throws `over-limit` where too much has come out, or too much of too little. */
  made(bytes: number): void {
    this.unpacked += bytes;
    checkUnpacked(this.file, this.packed, this.unpacked, this.mostBytes);
  }
}

/** Throws `over-limit` for sizes that no honest table has; also of use for the sizes that an archive states. */
export function checkUnpacked(file: string, packed: number, unpacked: number, mostBytes: number): void {
  if (unpacked > mostBytes) {
    throw formatError(file, 'over-limit', `more than ${mostBytes} bytes come out of it`, String(unpacked));
  }
  if (unpacked > RATIO_FROM && unpacked > packed * MOST_RATIO) {
    const reason = `more than ${MOST_RATIO} bytes come out of each of its bytes, as in files made to fill a disk`;
    throw formatError(file, 'over-limit', reason, String(unpacked));
  }
}
