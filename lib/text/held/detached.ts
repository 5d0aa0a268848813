const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
let bytes = new Uint8Array(1 << 12);

/** Shorter texts are always copied when they are cut out of others. */
export const SHORT = 13;

/**
 * A copy of a text that holds on to nothing else. Cells are cut out of the text of the file, and engines keep that
 * text whole for as long as one cell of it lives; what is kept to the end of an import is better copied.
 */
export function detached(text: string): string {
  if (text.length < SHORT) return text;
  if (bytes.length < text.length * 3) bytes = new Uint8Array(text.length * 4);
  const { written } = encoder.encodeInto(text, bytes);
  return decoder.decode(bytes.subarray(0, written));
}
