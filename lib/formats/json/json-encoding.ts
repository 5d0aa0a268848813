/** The encodings that JSON comes in: UTF-8 but for a mark, or zeros, that say otherwise. */
export type JsonEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Tells the encoding of JSON from its first bytes, which are ASCII (RFC 4627, section 3). */
export function jsonEncoding(head: Uint8Array): JsonEncoding {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== undefined && b !== 0)) return 'utf-16be';
  return 'utf-8';
}
