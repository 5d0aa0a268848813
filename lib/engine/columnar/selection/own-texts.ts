import { NONE } from '../../../query/query';
import { type OwnKey, ownIds, valueId, valueOfId } from '../../../series/fields';
import { HASH, HASH_STEP } from '../../../text/held/numbered-bytes';
import { type Bits, rowsOf } from '../columns/bits';
import type { Columns } from '../columns/columns';

/** Half of a surrogate pair, which UTF-8 has no bytes for: texts with one are never held so. */
const HALF = /\p{Surrogate}/u;

const encoder = new TextEncoder();

function hashOf(text: Uint8Array): number {
  let hash = HASH;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text[at]!, HASH_STEP);
  return hash;
}

/** The texts that some ids stand for, in UTF-8, by their hashes. */
function textsOf(ids: readonly string[]): ReadonlyMap<number, readonly Uint8Array[]> {
  const texts = new Map<number, Uint8Array[]>();
  for (const id of ids) {
    if (valueId(valueOfId(id)) !== id || HALF.test(id)) continue;
    const text = encoder.encode(valueOfId(id));
    const hash = hashOf(text);
    texts.set(hash, [...(texts.get(hash) ?? []), text]);
  }
  return texts;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  let at = a.length === b.length ? 0 : -1;
  while (at >= 0 && at < a.length && a[at] === b[at]) at++;
  return at === a.length;
}

const NO_TEXTS: readonly Uint8Array[] = [];

/** The rows that have one of some values in an own field of very many texts, which neither become texts of the engine nor lists of ids. */
export function rowsOfTexts(columns: Columns, key: OwnKey, ids: readonly string[]): Bits {
  const { codes, values } = columns.ownValues(key);
  const [texts, wantedIds, id] = [textsOf(ids), new Set(ids), key.slice(1)];
  const isWanted = (value: unknown): boolean => {
    if (value instanceof Uint8Array)
      return (texts.get(hashOf(value)) ?? NO_TEXTS).some((text) => isSame(text, value));
    const own = value === undefined ? [] : ownIds({ own: { [id]: value as never } }, key);
    return own.length === 0 ? wantedIds.has(NONE) : own.some((one) => wantedIds.has(one));
  };
  const wanted = new Uint8Array(values.length);
  let code = 0;
  for (const value of values.utf8!()) wanted[code++] = isWanted(value) ? 1 : 0;
  return rowsOf(codes, wanted);
}
