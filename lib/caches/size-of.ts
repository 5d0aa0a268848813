const TEXT = 16;
const NUMBER = 8;
const OBJECT = 32;

/** About how many bytes plain data take in memory: texts, numbers, lists and objects. What is shared counts each time. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return TEXT + 2 * value.length;
  if (typeof value !== 'object' || value === null) return NUMBER;
  if (ArrayBuffer.isView(value)) return OBJECT + value.byteLength;
  let bytes = OBJECT;
  for (const one of value instanceof Map ? [...value.entries()] : Object.values(value)) {
    bytes += NUMBER + sizeOf(one);
  }
  return bytes;
}
