/**
 * Plain data as a short text: lists of objects become columns, and what occurs twice is written once. Nothing is lost or reordered. Takes
 * what JSON can say; properties that are undefined are left out.
 */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = Readonly<Record<string, Json>>;

/** Marks an object of ours among those of the data. */
const MARK = '~';
/** Lists shorter than this are not looked for a second time. */
const SHARED_FROM = 6;

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isFields(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The shortest of several texts that say the same. */
function shortest(ways: readonly string[]): string {
  return ways.reduce((best, way) => (way.length < best.length ? way : best));
}

/** The steps between whole numbers, beginning at 0; null where there is another value among them. */
function stepsOf(values: readonly Json[]): readonly number[] | null {
  let last = 0;
  const steps: number[] = [];
  for (const value of values) {
    if (!Number.isSafeInteger(value)) return null;
    const step = (value as number) - last;
    if (!Number.isSafeInteger(step)) return null;
    steps.push(step);
    last = value as number;
  }
  return steps;
}

/** Values that are neither lists nor objects. */
function writeValues(values: readonly Json[]): string {
  const distinct = [...new Set(values)];
  if (distinct.length === 1 && values.length > 2) {
    return `{"${MARK}":"same","of":${JSON.stringify(distinct[0])},"n":${values.length}}`;
  }
  const ways = [JSON.stringify(values)];
  const steps = stepsOf(values);
  if (steps !== null) ways.push(`{"${MARK}":"steps","by":${JSON.stringify(steps)}}`);
  if (distinct.length <= values.length / 2) {
    const places = new Map(distinct.map((value, at) => [value, at]));
    const at = values.map((value) => places.get(value));
    ways.push(`{"${MARK}":"among","all":${JSON.stringify(distinct)},"at":${JSON.stringify(at)}}`);
  }
  return shortest(ways);
}

/** What elements of a list must have in common to stand in the same columns: for objects their keys in order. */
type Shape = 'value' | 'list' | readonly string[];

function shapeOf(value: Json): Shape {
  if (isList(value)) return 'list';
  if (!isFields(value)) return 'value';
  return Object.keys(value).filter((key) => value[key] !== undefined);
}

function alike(a: Shape, b: Shape): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.length === b.length && a.every((key, at) => key === b[at]);
}

/** The elements of a list by their shapes, and for each element which shape it has. */
function byShape(values: readonly Json[]) {
  const parts: { readonly shape: Shape; readonly of: Json[] }[] = [];
  const which = values.map((value) => {
    const shape = shapeOf(value);
    const known = parts.findIndex((part) => alike(part.shape, shape));
    const at = known < 0 ? parts.push({ shape, of: [] }) - 1 : known;
    parts[at]?.of.push(value);
    return at;
  });
  return { parts, which };
}

/** Writes one text of JSON; remembers which lists it has written. */
class Packer {
  readonly shared: string[] = [];
  readonly #places = new Map<string, number>();

  write(value: Json): string {
    if (isList(value)) return this.#share(value.length, this.#writeList(value));
    if (!isFields(value)) return JSON.stringify(value);
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    if (MARK in value) {
      const pairs = entries.map(([key, one]) => `[${JSON.stringify(key)},${this.write(one)}]`);
      return `{"${MARK}":"entries","of":[${pairs.join()}]}`;
    }
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${this.write(one)}`).join()}}`;
  }

  #share(length: number, text: string): string {
    if (length < SHARED_FROM) return text;
    const known = this.#places.get(text);
    if (known !== undefined) return `{"${MARK}":${known}}`;
    this.#places.set(text, this.shared.length);
    this.shared.push(text);
    return `{"${MARK}":${this.shared.length - 1}}`;
  }

  #writeList(values: readonly Json[]): string {
    if (values.length < 2) return `[${values.map((value) => this.write(value)).join()}]`;
    const { parts, which } = byShape(values);
    const texts = parts.map(({ shape, of }) => this.#writeAlike(shape, of));
    const [only] = texts;
    if (texts.length === 1 && only !== undefined) return only;
    return `{"${MARK}":"mixed","which":${writeValues(which)},"parts":[${texts.join()}]}`;
  }

  #writeAlike(shape: Shape, values: readonly Json[]): string {
    if (shape === 'value') return writeValues(values);
    if (shape === 'list') {
      const lists = values as readonly (readonly Json[])[];
      const lengths = writeValues(lists.map(({ length }) => length));
      return `{"${MARK}":"lists","n":${lengths},"of":${this.write(lists.flat())}}`;
    }
    const objects = values as readonly Fields[];
    const columns = shape.map((key) => this.write(objects.map((one) => one[key] ?? null)));
    return `{"${MARK}":"rows","n":${values.length},"keys":${JSON.stringify(shape)},"columns":[${columns.join()}]}`;
  }
}

/** Reads what a {@link Packer} has written. Lists that were shared are one list again. */
class Unpacker {
  readonly #shared: readonly Json[];
  readonly #read: (readonly Json[] | undefined)[] = [];

  constructor(shared: readonly Json[]) {
    this.#shared = shared;
  }

  unpack(value: Json): Json {
    if (isList(value)) return value.map((one) => this.unpack(one));
    if (!isFields(value)) return value;
    if (MARK in value) return this.#marked(value);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.unpack(one)]));
  }

  #list(value: Json): readonly Json[] {
    return this.unpack(value) as readonly Json[];
  }

  #marked(value: Fields): Json {
    const kind = value[MARK];
    if (typeof kind === 'number') {
      this.#read[kind] ??= this.#list(this.#shared[kind] ?? []);
      return this.#read[kind];
    }
    switch (kind) {
      case 'same':
        return new Array(value.n as number).fill(value.of);
      case 'steps':
        return this.#steps(value.by as readonly number[]);
      case 'among': {
        const all = value.all as readonly Json[];
        return (value.at as readonly number[]).map((at) => all[at] ?? null);
      }
      case 'mixed':
        return this.#mixed(value);
      case 'lists':
        return this.#lists(value);
      case 'rows':
        return this.#rows(value);
      default:
        return Object.fromEntries(
          (value.of as unknown as readonly (readonly [string, Json])[]).map(([key, one]) => [
            key,
            this.unpack(one),
          ]),
        );
    }
  }

  #steps(by: readonly number[]): readonly Json[] {
    let last = 0;
    return by.map((step) => {
      last += step;
      return last;
    });
  }

  #mixed({ which = null, parts = null }: Fields): readonly Json[] {
    const lists = (parts as readonly Json[]).map((part) => this.#list(part));
    const next = lists.map(() => 0);
    return this.#list(which).map((at) => {
      const part = at as number;
      const place = next[part] ?? 0;
      next[part] = place + 1;
      return lists[part]?.[place] ?? null;
    });
  }

  #lists({ n = null, of = null }: Fields): readonly Json[] {
    const all = this.#list(of);
    let from = 0;
    return this.#list(n).map((length) => {
      from += length as number;
      return all.slice(from - (length as number), from);
    });
  }

  #rows({ n = null, keys = null, columns = null }: Fields): readonly Json[] {
    const names = keys as readonly string[];
    const lists = (columns as readonly Json[]).map((column) => this.#list(column));
    return Array.from({ length: n as number }, (_, row) =>
      Object.fromEntries(names.map((name, at) => [name, lists[at]?.[row] ?? null])),
    );
  }
}

/** Writes plain data as a short text, which {@link unpack} reads. */
export function pack(value: unknown): string {
  const packer = new Packer();
  const written = packer.write(value as Json);
  return `[[${packer.shared.join()}],${written}]`;
}

/** Reads what {@link pack} wrote. */
export function unpack<T>(text: string): T {
  const [shared, value] = JSON.parse(text) as [readonly Json[], Json];
  return new Unpacker(shared).unpack(value) as T;
}
