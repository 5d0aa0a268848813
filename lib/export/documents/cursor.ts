/** Where a listing goes on: how many rows of which view of which revision have been read. */
export interface Cursor {
  readonly revision: string;
  /** A digest of the view, so that a cursor is not used with another one. */
  readonly view: string;
  readonly offset: number;
}

const SHAPE = /^([0-9a-f]{64})\.([0-9a-z]{1,14})\.([0-9a-z]{1,8})$/;

/** A short digest of a text: two FNV-1a hashes of 32 bits with different starts. Guards against mistakes, not malice. */
export function digest(text: string): string {
  const hash = (start: number) => {
    let value = start;
    for (const character of text) {
      value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    return (value >>> 0).toString(36).padStart(7, '0');
  };
  return hash(0x811c9dc5) + hash(0x9e3779b9);
}

/** Writes a cursor as one opaque word that needs no escaping in an address. */
export function writeCursor({ revision, view, offset }: Cursor): string {
  return btoa(`${revision}.${view}.${offset.toString(36)}`)
    .replaceAll('=', '')
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** Reads a cursor; null for anything that {@link writeCursor} cannot have written. */
export function readCursor(text: string): Cursor | null {
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(text)) return null;
  const match = SHAPE.exec(decode(text));
  const [revision, view, offset] = [match?.[1], match?.[2], match?.[3]];
  if (revision === undefined || view === undefined || offset === undefined) return null;
  const cursor = { revision, view, offset: Number.parseInt(offset, 36) };
  return Number.isSafeInteger(cursor.offset) && writeCursor(cursor) === text ? cursor : null;
}

function decode(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}
