import { NONE } from '../../../query/query';
import { type OwnKey, ownIds, valueId, valueOfId } from '../../../series/fields';
import { type Bits, rowsOf } from '../columns/bits';
import type { Columns } from '../columns/columns';

/** Half of a surrogate pair, which UTF-8 has no bytes for: texts with one are never held so. */
const HALF = /\p{Surrogate}/u;

const encoder = new TextEncoder();

/** The texts that some ids stand for, in UTF-8. */
function textsOf(ids: readonly string[]): readonly Uint8Array[] {
  return ids
    .filter((id) => valueId(valueOfId(id)) === id && !HALF.test(id))
    .map((id) => encoder.encode(valueOfId(id)));
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  let at = a.length === b.length ? 0 : -1;
  while (at >= 0 && at < a.length && a[at] === b[at]) at++;
  return at === a.length;
}

/** The rows that have one of some values in an own field of very many texts, which neither become texts of the engine nor lists of ids. */
export function rowsOfTexts(columns: Columns, key: OwnKey, ids: readonly string[]): Bits {
  const { codes, values } = columns.ownValues(key);
  const [texts, id] = [textsOf(ids), key.slice(1)];
  const isWanted = (value: unknown): boolean => {
    if (value instanceof Uint8Array) return texts.some((text) => isSame(text, value));
    const own = value === undefined ? [] : ownIds({ own: { [id]: value as never } }, key);
    return own.length === 0 ? ids.includes(NONE) : own.some((one) => ids.includes(one));
  };
  const wanted = new Uint8Array(values.length);
  let code = 0;
  for (const value of values.utf8?.() ?? values) wanted[code++] = isWanted(value) ? 1 : 0;
  return rowsOf(codes, wanted);
}
