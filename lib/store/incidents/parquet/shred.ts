import type { SchemaElement } from 'hyparquet';
import type { Shape } from './shapes';

/** The kinds of values that Parquet holds by themselves. */
export type LeafKind = 'text' | 'whole' | 'number' | 'flag';

/** What a column of plain values is. */
export interface LeafType {
  readonly kind: LeafKind;
  /** The names that lead to it. */
  readonly path: readonly string[];
  readonly mostDefined: number;
  readonly mostRepeated: number;
}

/**
 * A column of plain values, as which Parquet holds a part of what stands in a column of the file. Values come one after the other; each
 * makes some entries: how deep it is defined, how deep it repeats what came before, and where it is defined to the end,
 * what it is. (S. Melnik and others, Dremel, 2010.)
 */
export class Leaf implements LeafType {
  readonly kind: LeafKind;
  readonly path: readonly string[];
  readonly mostDefined: number;
  readonly mostRepeated: number;
  /** Where the entries of each value begin, and its plain values. */
  readonly firstEntry: number[] = [];
  readonly firstPlain: number[] = [];
  readonly defined: number[] = [];
  readonly repeated: number[] = [];
  readonly plain: (string | number | boolean)[] = [];

  constructor(kind: LeafKind, path: readonly string[], mostDefined: number, mostRepeated: number) {
    this.kind = kind;
    this.path = path;
    this.mostDefined = mostDefined;
    this.mostRepeated = mostRepeated;
  }

  /** Forgets all values. */
  clear(): void {
    for (const all of [this.firstEntry, this.firstPlain, this.defined, this.repeated, this.plain])
      all.length = 0;
  }

  /** Begins a value; once more after the last. */
  begin(): void {
    this.firstEntry.push(this.defined.length);
    this.firstPlain.push(this.plain.length);
  }

  nothing(repeated: number, defined: number): void {
    this.repeated.push(repeated);
    this.defined.push(defined);
  }

  add(repeated: number, value: unknown): void {
    this.nothing(repeated, this.mostDefined);
    // JSON, from which revisions are named, knows no negative zero.
    this.plain.push(value === 0 ? 0 : (value as string | number | boolean));
  }
}

type Put = (value: unknown, repeated: number, defined: number) => void;

/** How deep something stands: what may be undefined and what may repeat above it. */
interface Depth {
  readonly defined: number;
  readonly repeated: number;
}

/** What puts values of a shape into leaves, which are added to those that there are. */
function putter(shape: Shape, path: readonly string[], at: Depth, leaves: Leaf[]): Put {
  const first = leaves.length;
  const known = { ...at, defined: at.defined + 1 };
  if (shape.kind !== 'struct' && shape.kind !== 'list') {
    const leaf = new Leaf(shape.kind, path, known.defined, at.repeated);
    leaves.push(leaf);
    return (value, repeated, defined) => {
      if (value === null || value === undefined) leaf.nothing(repeated, defined);
      else leaf.add(repeated, value);
    };
  }
  const put =
    shape.kind === 'struct'
      ? putStruct(shape.members, path, known, leaves)
      : putList(shape.of, path, known, leaves);
  const within = leaves.slice(first);
  const nothing = (repeated: number, defined: number) => {
    for (const leaf of within) leaf.nothing(repeated, defined);
  };
  return (value, repeated, defined) => {
    if (value === null || value === undefined) nothing(repeated, defined);
    else if (Array.isArray(value) && value.length === 0) nothing(repeated, defined + 1);
    else put(value, repeated, defined + 1);
  };
}

function putStruct(
  members: Extract<Shape, { kind: 'struct' }>['members'],
  path: readonly string[],
  at: Depth,
  leaves: Leaf[],
): Put {
  const parts = members.map(({ name, shape, of }) => {
    return { of: of as (value: unknown) => unknown, put: putter(shape, [...path, name], at, leaves) };
  });
  return (value, repeated, defined) => {
    for (const { of, put } of parts) put(of(value), repeated, defined);
  };
}

function putList(of: Shape, path: readonly string[], at: Depth, leaves: Leaf[]): Put {
  const depth = { defined: at.defined + 1, repeated: at.repeated + 1 };
  const put = putter(of, [...path, 'list', 'element'], depth, leaves);
  return (value, repeated, defined) => {
    const all = value as readonly unknown[];
    for (let i = 0; i < all.length; i++) put(all[i], i === 0 ? repeated : depth.repeated, defined + 1);
  };
}

/** The leaves of a column. */
export class ShreddedColumn {
  readonly leaves: readonly Leaf[];
  readonly #put: Put;
  readonly #of: (value: unknown) => unknown;

  /** `of` gives what of a value is to be shredded. */
  constructor(name: string, shape: Shape, of: (value: unknown) => unknown = (value) => value) {
    const leaves: Leaf[] = [];
    this.#put = putter(shape, [name], { defined: 0, repeated: 0 }, leaves);
    this.#of = of;
    this.leaves = leaves;
  }

  /** Forgets what was added. */
  clear(): void {
    for (const leaf of this.leaves) leaf.clear();
  }

  add(value: unknown): void {
    for (const leaf of this.leaves) leaf.begin();
    this.#put(this.#of(value), 0, 0);
  }

  /** Ends the last value. */
  end(): void {
    for (const leaf of this.leaves) leaf.begin();
  }
}

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
} as const satisfies Readonly<Record<LeafKind, Partial<SchemaElement>>>;

/** The type in which Parquet holds the values of a leaf. */
export function typeOf({ kind }: LeafType): 'BYTE_ARRAY' | 'INT32' | 'DOUBLE' | 'BOOLEAN' {
  return TYPES[kind].type;
}

/** A column of a shape in the schema of a file: an element, and those within it. */
export function schemaOf(name: string, shape: Shape): readonly SchemaElement[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  if (shape.kind === 'struct') {
    const within = shape.members.map((member) => schemaOf(member.name, member.shape));
    return [{ ...optional, num_children: within.length }, ...within.flat()];
  }
  if (shape.kind === 'list') {
    const repeated: SchemaElement = { name: 'list', repetition_type: 'REPEATED', num_children: 1 };
    return [
      { ...optional, converted_type: 'LIST', num_children: 1 },
      repeated,
      ...schemaOf('element', shape.of),
    ];
  }
  return [{ ...optional, ...TYPES[shape.kind] }];
}
