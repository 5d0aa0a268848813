import { type Budget, bytesOfArray, type Kept, type KeptByName } from '../../../caches/budget';
import type { Codes, Dictionary } from '../columns/dictionary';
import type { Values } from '../columns/values';
import { JsonLines } from './json-lines';
import type { Numbers, SectionReader, SectionWriter } from './sections';

/** Values that are unpacked together. */
const [GROUP, GROUP_OF_OBJECTS] = [32, 8] as const;
/** Codes of some rows that are read alone: bytes that are read and checked together. */
const CODE_BLOCK = 1 << 12;
/** Parts the values of a group, see {@link JsonLines}. */
const BETWEEN = '\n';

/** Offsets in ascending order, in the narrower of the arrays that hold them. */
function offsetsOf(offsets: readonly number[]): Uint32Array | Float64Array {
  return offsets.at(-1)! < 2 ** 32 ? Uint32Array.from(offsets) : Float64Array.from(offsets);
}

/** Writes values as JSON: up to `few` as one text, more in groups that can be read alone. */
export function writeValues<T>(writer: SectionWriter, name: string, values: Values<T>, few: number): void {
  if (values.length <= few) {
    writer.addJson(`values ${name}`, [...values]);
    return;
  }
  const first = values.at(0);
  const size = typeof first === 'object' && first !== null ? GROUP_OF_OBJECTS : GROUP;
  const section = writer.begin(`groups ${name}`, 'u8');
  const starts = [0];
  const group = new JsonLines();
  const end = () => {
    const bytes = writer.packed(group.take());
    section.put(bytes);
    starts.push(starts.at(-1)! + bytes.length);
  };
  for (const value of values.utf8?.() ?? values) {
    group.add(value);
    if (group.size === size) end();
  }
  if (group.size > 0) end();
  section.end();
  writer.add(`starts ${name}`, offsetsOf(starts));
  writer.addJson(`count ${name}`, [values.length, size]);
}

/** What null stands for where it is read: JSON has no undefined. */
export type Absent = 'null' | 'undefined';

/** A file of columns that is open, and what may be held of its columns and of its texts. */
export interface OpenColumns {
  readonly reader: SectionReader;
  readonly columns: Budget;
  readonly texts: Budget;
}

/** About what a short text of the engine takes beside its letters. */
const TEXT = 32;

function bytesOfTexts(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length + TEXT, 0);
}

/** Many values, read in groups when they are asked for. */
class GroupedValues<T> implements Values<T> {
  readonly length: number;
  readonly #reader: SectionReader;
  readonly #name: string;
  readonly #starts: Numbers;
  readonly #size: number;
  readonly #absent: Absent;
  readonly #kept: KeptByName<readonly string[]>;

  constructor({ reader, texts }: OpenColumns, name: string, absent: Absent) {
    this.#reader = reader;
    this.#kept = texts.named(bytesOfTexts);
    this.#name = name;
    this.#absent = absent;
    this.#starts = reader.numbers(`starts ${name}`);
    [this.length, this.#size] = reader.json(`count ${name}`) as [number, number];
  }

  /** The values of a group, each as JSON. */
  #group(group: number): readonly string[] {
    const [from, to] = [this.#starts[group]!, this.#starts[group + 1]!];
    return this.#reader.packedText(`groups ${this.#name}`, from, to).split(BETWEEN);
  }

  at(code: number): T | undefined {
    if (code >= this.length) return undefined;
    const group = Math.floor(code / this.#size);
    const values = this.#kept.get(String(group), () => this.#group(group));
    const value = JSON.parse(values[code % this.#size]!) as T;
    return this.#absent === 'undefined' && value === null ? undefined : value;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let group = 0; group + 1 < this.#starts.length; group++) {
      const values = JSON.parse(`[${this.#group(group).join()}]`) as T[];
      yield* withAbsent(values, this.#absent);
    }
  }

  map<U>(make: (value: T, code: number) => U): U[] {
    const made: U[] = [];
    for (const value of this) made.push(make(value, made.length));
    return made;
  }
}

function withAbsent<T>(values: readonly T[], absent: Absent): readonly T[] {
  return absent === 'null' ? values : values.map((value) => (value === null ? (undefined as T) : value));
}

/** The values of a name. */
export function readValues<T>(open: OpenColumns, name: string, absent: Absent = 'null'): Values<T> {
  const { reader } = open;
  if (!reader.has(`values ${name}`)) return new GroupedValues<T>(open, name, absent);
  return withAbsent(reader.json(`values ${name}`) as T[], absent);
}

/** Writes a column. Where all rows have the same value, it has no codes. */
export function writeColumn<T>(
  writer: SectionWriter,
  name: string,
  { codes, values }: Dictionary<T>,
  few: number,
): void {
  writeValues(writer, name, values, few);
  if (codes.some((code) => code !== 0)) writer.add(`codes ${name}`, codes);
}

/** A column whose codes and values are read when they are asked for. */
export class StoredColumn<T> implements Dictionary<T> {
  readonly #reader: SectionReader;
  readonly #section: string;
  readonly #codes: Kept<Codes>;
  readonly #blocks: KeptByName<Codes>;
  readonly #read: () => Values<T>;
  #values: Values<T> | null = null;

  /** `same` are the codes of a column that has none of its own; `read` gives the values. */
  constructor({ reader, columns }: OpenColumns, name: string, same: Kept<Codes>, read: () => Values<T>) {
    const section = `codes ${name}`;
    this.#reader = reader;
    this.#section = section;
    this.#blocks = columns.named<Codes>(bytesOfArray);
    this.#read = read;
    this.#codes = reader.has(section)
      ? columns.kept(() => reader.numbers(section) as Codes, bytesOfArray)
      : same;
  }

  get codes(): Codes {
    return this.#codes.get();
  }

  passingCodes(): Codes {
    const held = this.#codes.held();
    if (held !== null || !this.#reader.has(this.#section)) return held ?? this.codes;
    return this.#reader.numbers(this.#section) as Codes;
  }

  codeAt(row: number): number {
    const held = this.#codes.held();
    if (held !== null) return held[row]!;
    if (!this.#reader.has(this.#section)) return 0;
    const size = CODE_BLOCK / this.#reader.widthOf(this.#section);
    const block = Math.floor(row / size);
    return this.#blocks.get(String(block), () => this.#block(block * size, size))[row - block * size]!;
  }

  #block(from: number, size: number): Codes {
    const all = this.#reader.bytesOf(this.#section) / this.#reader.widthOf(this.#section);
    return this.#reader.someNumbers(this.#section, from, Math.min(from + size, all)) as Codes;
  }

  get values(): Values<T> {
    this.#values ??= this.#read();
    return this.#values;
  }
}

/** The column of a name; `same` are the codes of one that has none of its own. */
export function readColumn<T>(
  open: OpenColumns,
  name: string,
  same: Kept<Codes>,
  absent: Absent = 'null',
): Dictionary<T> {
  return new StoredColumn<T>(open, name, same, () => readValues<T>(open, name, absent));
}
