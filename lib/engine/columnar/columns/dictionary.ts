import { detached } from '../../../text/held/detached';
import { type Memory, OWN_MEMORY, type Packed, PackedValues, type Values } from './values';

/** Codes of rows, in the narrowest array that holds them. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A column: each row has the code of one of the values, of which there are as few as can be told quickly. */
export interface Dictionary<T> {
  readonly codes: Codes;
  readonly values: Values<T>;
  /** The code of one row, where it can be had without the others. */
  codeAt?(row: number): number;
  /** The codes for one look at all of them, after which they need not be held. */
  passingCodes?(): Codes;
}

/** The codes of a column for one look at all of them. */
export function passingCodes(column: Pick<Dictionary<unknown>, 'codes' | 'passingCodes'>): Codes {
  return column.passingCodes?.() ?? column.codes;
}

/** The value of a row. */
export function valueAt<T>(column: Dictionary<T>, row: number): T {
  return column.values.at(column.codeAt?.(row) ?? column.codes[row]!)!;
}

/** A column derived from another value by value, with the same codes. */
export function derived<T, U>(column: Dictionary<T>, derive: (value: T) => U): Dictionary<U> {
  return withCodesOf(column, column.values.map(derive));
}

/** Other values for the codes of a column, which may be let go of and read again. */
export function withCodesOf<T>(
  column: Pick<Dictionary<unknown>, 'codes' | 'passingCodes'>,
  values: Values<T>,
): Dictionary<T> {
  return {
    passingCodes: () => passingCodes(column),
    get codes() {
      return column.codes;
    },
    values,
  };
}

/** The same, each value derived when it is asked for: for what may never be. */
export function derivedLate<T, U>(column: Dictionary<T>, derive: (value: T) => U): Dictionary<U> {
  const { values } = column;
  const late: Values<U> = {
    length: values.length,
    at: (code) => (code < values.length ? derive(values.at(code)!) : undefined),
    map: (make) => values.map((value, code) => make(derive(value), code)),
    *[Symbol.iterator]() {
      for (const value of values) yield derive(value);
    },
  };
  return withCodesOf(column, late);
}

/** The same with as many codes as there are distinct values. */
export function recoded<T, U>({ codes, values }: Dictionary<T>, derive: (value: T) => U): Dictionary<U> {
  return distinctly(codes, values.map(derive));
}

/** A column of such codes, whose values come in the order of these, each once. */
export function distinctly<U>(codes: Codes, values: Iterable<U>): Dictionary<U> {
  const distinct = new Map<U, number>();
  const codeOf: number[] = [];
  for (const value of values) {
    const code = distinct.get(value) ?? distinct.size;
    if (code === distinct.size) distinct.set(value, code);
    codeOf.push(code);
  }
  const fewer = codesFor(codes.length, distinct.size);
  for (let row = 0; row < codes.length; row++) fewer[row] = codeOf[codes[row]!]!;
  return { codes: fewer, values: [...distinct.keys()] };
}

/** An empty array of codes below `values`, for so many rows. */
export function codesFor(rows: number, values: number, memory = OWN_MEMORY): Codes {
  if (values <= 0x100) return new Uint8Array(memory(rows));
  return values <= 0x10000 ? new Uint16Array(memory(2 * rows)) : new Uint32Array(memory(4 * rows));
}

const FIRST_ROWS = 1024;
/** After so many values it shows whether they come again. */
const SAMPLE = 1 << 15;
const MOST_NEW = 0.9;
/** So many values are compared with those that come; a table of the engine that holds more takes long, and has a limit. */
const MOST_KNOWN = 2 ** 20;

/** The codes of what was met before, as long as it comes again: objects that many rows share, or texts that values are read from. */
class Met<T extends object | string> {
  #codes: Map<T, number> | null = new Map();
  #again = 0;

  forget(): void {
    this.#codes = null;
  }

  /** Whether nothing is looked up any more. */
  get isOver(): boolean {
    return this.#codes === null;
  }

  codeOf(met: T): number | undefined {
    const code = this.#codes?.get(met);
    if (code !== undefined) this.#again++;
    return code;
  }

  add(met: T, code: number): void {
    if (this.#codes === null) return;
    this.#codes.set(met, code);
    if (this.#codes.size < SAMPLE) return;
    this.#codes = this.#again < SAMPLE ? null : new Map();
    this.#again = 0;
  }
}

/** A text that holds on to no other; what is no text as it is. */
function copyOfText<T>(value: T): T {
  return typeof value === 'string' ? (detached(value) as T) : value;
}

/**
 * Makes a column of values as they come. Where hardly any of the first ones comes again, as with texts, the others are no
 * longer compared: a value may then stand several times, and where all can be packed they are.
 */
export class ColumnBuilder<T> {
  readonly #keyOf: (value: T) => unknown;
  readonly #copy: ((value: T) => T) | null;
  #values: T[] = [];
  #packed: Packed<T> | null = null;
  readonly #met = new Met<object>();
  readonly #texts = new Met<string>();
  #known: Map<unknown, number> | null = new Map();
  #size = 0;
  #codes: Codes;
  #last: T | undefined;
  #lastCode = -1;
  #lastText: string | null = null;
  #codeOfLastText = -1;

  /**
   * Values with the same key are one. `copy` gives a value that holds on to no other; null is for those that are not to be packed.
   * Others are packed by `pack`.
   */
  constructor(
    keyOf: (value: T) => unknown = (value) => value,
    copy: ((value: T) => T) | null = copyOfText,
    private readonly pack: (memory: Memory) => Packed<T> = (memory) => new PackedValues(memory),
    private readonly memory: Memory = OWN_MEMORY,
  ) {
    this.#keyOf = keyOf;
    this.#copy = copy;
    this.#codes = codesFor(FIRST_ROWS, 0, memory);
  }

  /** Gives a row its value. Rows that never get any have the first value of all. */
  set(row: number, value: T): void {
    if (this.#lastCode < 0 || value !== this.#last) {
      this.#lastCode = this.codeOf(value);
      this.#last = value;
    }
    this.setCode(row, this.#lastCode);
  }

  /** The same by a text that `read` makes the value of. Equal texts say the same, so that each need be read but once. */
  setText(row: number, text: string, read: (text: string) => T): void {
    if (text !== this.#lastText) {
      this.#codeOfLastText = this.#codeOfText(text, read);
      this.#lastText = text;
    }
    this.setCode(row, this.#codeOfLastText);
  }

  #codeOfText(text: string, read: (text: string) => T): number {
    const met = this.#texts.codeOf(text);
    if (met !== undefined) return met;
    const code = this.codeOf(read(text));
    if (!this.#texts.isOver) this.#texts.add(detached(text), code);
    return code;
  }

  /** Gives a row the value of a code. */
  setCode(row: number, code: number): void {
    if (row >= this.#codes.length) this.#widen(Math.max(row + 1, this.#codes.length * 2));
    this.#codes[row] = code;
    if (++this.#size === SAMPLE && this.#values.length > SAMPLE * MOST_NEW) this.#compareNoMore();
  }

  #compareNoMore(): void {
    this.#known = null;
    if (this.#copy === null || typeof this.#values.at(-1) === 'number') return;
    this.#packed = this.pack(this.memory);
    for (const value of this.#values) this.#packed.push(value);
    this.#values = [];
  }

  /** The code of a value. */
  codeOf(value: T): number {
    if (this.#known === null) return this.#push(value);
    const isObject = typeof value === 'object' && value !== null;
    const met = isObject ? this.#met.codeOf(value) : undefined;
    if (met !== undefined) return met;
    const key = this.#keyOf(value);
    let code = this.#known.get(key);
    if (code === undefined) {
      const copy = this.#copy === null ? value : this.#copy(value);
      code = this.#push(copy);
      this.#known.set(this.#keyOf(copy), code);
      if (this.#known.size === MOST_KNOWN) this.#compareNoMore();
    }
    if (isObject) this.#met.add(value, code);
    return code;
  }

  #push(value: T): number {
    const code = this.#length;
    if (this.#packed === null) this.#values.push(value);
    else this.#packed.push(value);
    if (code === 0x100 || code === 0x10000) this.#widen(this.#codes.length);
    return code;
  }

  get #length(): number {
    return this.#all().length;
  }

  #all(): Values<T> {
    return this.#packed ?? this.#values;
  }

  #widen(rows: number): void {
    const wider = codesFor(rows, this.#length, this.memory);
    wider.set(this.#codes);
    this.#codes = wider;
  }

  /**
   * The column with its rows in an order: `order` gives the former row of each, `same` are codes for a column with one value. What it
   * took to make it is let go.
   */
  finish(order: Uint32Array, same = codesFor(order.length, 1)): Dictionary<T> {
    const codes = this.#length > 1 ? reordered(this.#codes, order) : same;
    const made = { codes, values: this.#all() };
    this.#codes = codesFor(0, 0);
    this.#known = null;
    this.#met.forget();
    this.#texts.forget();
    return made;
  }

  /** The column as the rows came. */
  unordered(size: number): Dictionary<T> {
    if (size > this.#codes.length) this.#widen(size);
    return { codes: this.#codes.subarray(0, size), values: this.#all() };
  }
}

/** Codes in another order of rows; rows beyond the last code have code 0. */
export function reordered(codes: Codes, order: Uint32Array): Codes {
  const sorted = new (codes.constructor as Uint32ArrayConstructor)(order.length) as Codes;
  for (let row = 0; row < order.length; row++) sorted[row] = codes[order[row]!] ?? 0;
  return sorted;
}

/**
 * Puts the codes of rows, which are less than `values`, into `into` so that they ascend with the first row that has each; the first
 * `fixed` of them stay as they are. Gives the former code of each. `into` may be the codes themselves.
 */
export function inOrderOfRows(codes: Codes, values: number, into: Codes, fixed = 0): Uint32Array {
  const order = Uint32Array.from({ length: values }, (_, code) => code);
  const codeOf = new Int32Array(values).fill(-1);
  for (let code = 0; code < fixed; code++) codeOf[code] = code;
  let next = fixed;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (codeOf[code] === -1) {
      order[next] = code;
      codeOf[code] = next++;
    }
    into[row] = codeOf[code]!;
  }
  return order.subarray(0, next);
}
