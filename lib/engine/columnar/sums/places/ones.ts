import { BEST, DISPUTED, LOW } from '../../selection/selection';
import type { Adder } from '../adders';
import { Cells } from '../cells';

/** Kinds of firmness; a power of two. */
export const KINDS = (BEST | LOW | DISPUTED) + 1;
/** Of figures that take more numbers together than this, none is kept. */
const MOST = 2 ** 20;

/** What one incident adds to the numbers of a cell, by its figure and how firm it is. */
export interface Ones {
  /** The numbers of a cell that any incident adds to, those to which all add the same together. */
  readonly alike: readonly (readonly number[])[];
  /** What is added to each of these, by figure, and for each by {@link KINDS} of firmness. */
  readonly values: Float64Array;
  /** The same for one firmness alone, by figure. */
  of(firm: number): Float64Array;
}

/** By adder, and by the kinds of firmness that there are, as bits. */
const known = new WeakMap<Adder, Map<number, Ones | null>>();

function makeOnes(adder: Adder, kinds: number): Ones | null {
  const { figures, width } = adder;
  const many = (figures?.size ?? 1) * KINDS;
  if (many * width > MOST) return null;
  const all = new Cells(many, width);
  for (let key = 0; key < many; key++) {
    if ((kinds >> (key % KINDS)) & 1) adder.add(all, key, Math.floor(key / KINDS), 1, key % KINDS, 1);
  }
  const isAlike = (one: number, other: number) => {
    for (let at = 0; at < all.values.length; at += width)
      if (all.values[at + one] !== all.values[at + other]) return false;
    return true;
  };
  const alike: number[][] = [];
  for (let part = 0; part < width; part++) {
    if (!all.values.some((value, at) => at % width === part && value !== 0)) continue;
    const same = alike.find(([first = 0]) => isAlike(first, part));
    if (same === undefined) alike.push([part]);
    else same.push(part);
  }
  const values = new Float64Array(many * alike.length);
  for (let key = 0; key < many; key++) {
    for (const [at, [part = 0]] of alike.entries())
      values[key * alike.length + at] = all.values[key * width + part]!;
  }
  const known: Float64Array[] = [];
  const of = (firm: number) => {
    known[firm] ??= onesOfFirmness(values, alike.length, firm);
    return known[firm];
  };
  return { alike, values, of };
}

function onesOfFirmness(values: Float64Array, width: number, firm: number): Float64Array {
  const ones = new Float64Array(values.length / KINDS);
  for (let at = 0, from = firm * width; at < ones.length; at += width, from += KINDS * width)
    ones.set(values.subarray(from, from + width), at);
  return ones;
}

/** What one incident of each figure adds, of an adder, where incidents are of these kinds of firmness alone; null where there are too many figures. */
export function onesOf(adder: Adder, firmness: Iterable<number>): Ones | null {
  let kinds = 0;
  for (const firm of firmness) kinds |= 1 << firm;
  const ofAdder = known.get(adder) ?? new Map<number, Ones | null>();
  known.set(adder, ofAdder);
  const made = ofAdder.has(kinds) ? ofAdder.get(kinds)! : makeOnes(adder, kinds);
  ofAdder.set(kinds, made);
  return made;
}
