import type { Codes, Dictionary } from '../columns/dictionary';
import type { Values } from '../columns/values';
import { Recent } from '../selection/recent';
import type { Numbers, SectionReader, SectionWriter } from './sections';

/** Values that are unpacked together. */
const [GROUP, GROUP_OF_OBJECTS] = [32, 8] as const;
/** Groups that are kept of a column, some kilobytes each: those of a dozen pages of rows. */
const KEPT = 256;
/** Parts the values of a group: in JSON a line of text never ends by itself. */
const BETWEEN = '\n';

/** A value as JSON holds it, which has no undefined. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

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
  let group: string[] = [];
  const end = () => {
    const bytes = writer.packed(group.join(BETWEEN));
    section.put(bytes);
    starts.push(starts.at(-1)! + bytes.length);
    group = [];
  };
  for (const value of values) {
    group.push(jsonOf(value));
    if (group.length === size) end();
  }
  if (group.length > 0) end();
  section.end();
  writer.add(`starts ${name}`, offsetsOf(starts));
  writer.addJson(`count ${name}`, [values.length, size]);
}

/** What null stands for where it is read: JSON has no undefined. */
export type Absent = 'null' | 'undefined';

/** Many values, read in groups when they are asked for. */
class GroupedValues<T> implements Values<T> {
  readonly length: number;
  readonly #reader: SectionReader;
  readonly #name: string;
  readonly #starts: Numbers;
  readonly #size: number;
  readonly #absent: Absent;
  readonly #kept = new Recent<readonly string[]>(KEPT);

  constructor(reader: SectionReader, name: string, absent: Absent) {
    this.#reader = reader;
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
export function readValues<T>(reader: SectionReader, name: string, absent: Absent = 'null'): Values<T> {
  if (!reader.has(`values ${name}`)) return new GroupedValues<T>(reader, name, absent);
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

/** A column whose codes and values are read when they are first asked for. */
export class StoredColumn<T> implements Dictionary<T> {
  readonly #reader: SectionReader;
  readonly #name: string;
  readonly #same: Codes;
  readonly #read: () => Values<T>;
  #codes: Codes | null = null;
  #values: Values<T> | null = null;

  /** `read` gives the values. */
  constructor(reader: SectionReader, name: string, same: Codes, read: () => Values<T>) {
    this.#reader = reader;
    this.#name = name;
    this.#same = same;
    this.#read = read;
  }

  get codes(): Codes {
    const name = `codes ${this.#name}`;
    this.#codes ??= this.#reader.has(name) ? (this.#reader.numbers(name) as Codes) : this.#same;
    return this.#codes;
  }

  get values(): Values<T> {
    this.#values ??= this.#read();
    return this.#values;
  }
}

/** The column of a name; `same` are the codes of one that has none of its own. */
export function readColumn<T>(
  reader: SectionReader,
  name: string,
  same: Codes,
  absent: Absent = 'null',
): Dictionary<T> {
  return new StoredColumn<T>(reader, name, same, () => readValues<T>(reader, name, absent));
}
