/** Codes of rows, in the narrowest array that holds them. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A column: each row has the code of one of the distinct values. */
export interface Dictionary<T> {
  readonly codes: Codes;
  readonly values: readonly T[];
}

/** The narrowest copy of codes that are all below `size`. */
function narrowed(codes: Uint32Array, size: number): Codes {
  if (size <= 0x100) return Uint8Array.from(codes);
  return size <= 0x10000 ? Uint16Array.from(codes) : codes;
}

/** The column of what `read` gives for each row; values with the same key are one. */
export function dictionaryOf<T>(
  size: number,
  read: (row: number) => T,
  keyOf: (value: T, row: number) => unknown,
): Dictionary<T> {
  const codes = new Uint32Array(size);
  const known = new Map<unknown, number>();
  const values: T[] = [];
  for (let row = 0; row < size; row++) {
    const value = read(row);
    const key = keyOf(value, row);
    let code = known.get(key);
    if (code === undefined) {
      code = values.length;
      known.set(key, code);
      values.push(value);
    }
    codes[row] = code;
  }
  return { codes: narrowed(codes, values.length), values };
}

/** A column derived from another value by value, with the same codes. */
export function derived<T, U>({ codes, values }: Dictionary<T>, derive: (value: T) => U): Dictionary<U> {
  return { codes, values: values.map(derive) };
}
