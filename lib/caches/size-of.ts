const TEXT = 16;
const NUMBER = 8;
const OBJECT = 32;

/** Of a longer list so many are looked at, evenly, and stand for the others. */
const SAMPLE = 64;

function sizeOfList(list: readonly unknown[]): number {
  const step = Math.max(1, Math.floor(list.length / SAMPLE));
  let [bytes, looks] = [0, 0];
  for (let at = 0; at < list.length; at += step, looks++) bytes += NUMBER + sizeOf(list[at]);
  return looks === 0 ? 0 : (bytes / looks) * list.length;
}

/** About how many bytes plain data take in memory: texts, numbers, lists and objects. What is shared counts each time. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return TEXT + 2 * value.length;
  if (typeof value !== 'object' || value === null) return NUMBER;
  if (ArrayBuffer.isView(value)) return OBJECT + value.byteLength;
  if (Array.isArray(value)) return OBJECT + sizeOfList(value);
  let bytes = OBJECT;
  for (const one of value instanceof Map ? [...value.entries()] : Object.values(value)) {
    bytes += NUMBER + sizeOf(one);
  }
  return bytes;
}
