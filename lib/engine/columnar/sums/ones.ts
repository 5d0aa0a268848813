import { BEST, DISPUTED, LOW } from '../selection/selection';
import type { Adder } from './adders';
import { Cells } from './cells';

/** Kinds of firmness. */
const KINDS = (BEST | LOW | DISPUTED) + 1;
/** Of figures that take more numbers together than this, none is kept. */
const MOST = 2 ** 20;

/** What one incident adds to the numbers of a cell, by its figure and how firm it is. */
export interface Ones {
  /** The numbers of a cell that any incident adds to. */
  readonly parts: Uint8Array;
  /** What is added to each of these, from {@link placeOf} on. */
  readonly values: Float64Array;
  placeOf(figure: number, firm: number): number;
}

const known = new WeakMap<Adder, Ones | null>();

function makeOnes(adder: Adder): Ones | null {
  const { figures, width } = adder;
  const many = (figures?.size ?? 1) * KINDS;
  if (many * width > MOST) return null;
  const all = new Cells(many, width);
  for (let key = 0; key < many; key++) adder.add(all, key, Math.floor(key / KINDS), 1, key % KINDS, 1);
  const isAdded = (part: number) => all.values.some((value, at) => at % width === part && value !== 0);
  const parts = Uint8Array.from({ length: width }, (_, part) => part).filter(isAdded);
  const values = new Float64Array(many * parts.length);
  for (let key = 0; key < many; key++) {
    for (const [i, part] of parts.entries()) values[key * parts.length + i] = all.values[key * width + part]!;
  }
  return { parts, values, placeOf: (figure, firm) => (figure * KINDS + firm) * parts.length };
}

/** What one incident of each figure adds, of an adder; null where there are too many figures. */
export function onesOf(adder: Adder): Ones | null {
  const made = known.get(adder) ?? (known.has(adder) ? null : makeOnes(adder));
  known.set(adder, made);
  return made;
}
