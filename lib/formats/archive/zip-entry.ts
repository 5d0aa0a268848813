/** A file inside a zip. */
export interface ZipEntry {
  /** As the archive has it. A label: never a place to write to. */
  readonly name: string;
  /** 0 is stored, 8 is deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Bytes in the archive, and bytes once unpacked; -1 where the archive does not say. */
  readonly packed: number;
  readonly unpacked: number;
  /** Null where the archive does not say. */
  readonly crc: number | null;
  /** Where its local header begins. */
  readonly at: number;
}

/** The name of an entry: UTF-8 where its flags say so or its bytes are, else Windows-1252. */
export function entryName(bytes: Uint8Array, flags: number): string {
  const utf8 = new TextDecoder('utf-8', { fatal: (flags & 0x800) === 0 });
  try {
    return utf8.decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The last part of a path, whatever slashes it has. */
export function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
