import type { Stretch } from '../selection/selection';
import { stateDistance } from './added-rows';

/** Adds up the rows of a selection from position to position, or takes them away again. */
type AddRows = (sums: Float64Array, from: number, to: number, sign: 1 | -1) => void;

/** What is summed of a selection, and how much may be kept of it. */
export interface Summing {
  readonly add: AddRows;
  /** How many numbers there are, and of how many rows of how large a series. */
  readonly numbers: number;
  readonly rows: number;
  readonly size: number;
  /** Windows that are asked for in turn, each of which moves by itself. */
  readonly windows: number;
  /** Rows between two states, at the least. */
  readonly step: number;
}

/** Sums over a window. */
interface Kept {
  stretches: readonly Stretch[];
  readonly sums: Float64Array;
}

/** A window that is this many times as long as the way to it is reached from the one before, even if others may be kept. */
const NEAR = 8;

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** How many rows lie between two windows. */
function distanceOf(a: readonly Stretch[], b: readonly Stretch[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let rows = 0;
  for (let at = 0; at < a.length; at++) {
    rows += Math.abs(a[at]!.from - b[at]!.from) + Math.abs(a[at]!.to - b[at]!.to);
  }
  return rows;
}

/**
 * Sums over one window after the other. The next one is that before with what came and without what went: sums must be exact.
 * Where windows jump so far that this takes longer than all rows once, sums up to rows at even distances are kept as well.
 */
export class MovingSums {
  readonly #of: Summing;
  readonly #every: number;
  /** The ones used last first. */
  readonly #kept: Kept[] = [];
  /** Rows that were looked at for windows far from the ones before. */
  #looked = 0;
  #states: Float64Array | null = null;

  constructor(summing: Summing) {
    const { size, rows, numbers, step } = summing;
    this.#of = summing;
    this.#every = stateDistance(size, rows, numbers * Float64Array.BYTES_PER_ELEMENT, step);
  }

  /** The sums over a window, until the next one is asked for. */
  over(stretches: readonly Stretch[]): Float64Array {
    const length = lengthOf(stretches);
    const near = this.#nearest(stretches);
    const way = near === undefined ? Number.POSITIVE_INFINITY : distanceOf(near.stretches, stretches);
    const isFull = this.#kept.length === this.#of.windows;
    const isNear = near !== undefined && (isFull ? way <= length : way * NEAR <= length);
    const kept = isNear ? near : this.#free();
    const states = isFull ? this.#statesFor(Math.min(way, length)) : null;
    if (states !== null) this.#fill(kept.sums, stretches, states);
    else if (isNear) this.#move(kept, stretches);
    else this.#fill(kept.sums, stretches, null);
    kept.stretches = stretches;
    if (kept !== this.#kept[0]) {
      this.#kept.splice(this.#kept.indexOf(kept), 1);
      this.#kept.unshift(kept);
    }
    return kept.sums;
  }

  #nearest(stretches: readonly Stretch[]): Kept | undefined {
    let nearest = this.#kept[0];
    if (this.#kept.length === 1) return nearest;
    let least = Number.POSITIVE_INFINITY;
    for (const kept of this.#kept) {
      const distance = distanceOf(kept.stretches, stretches);
      if (distance < least) {
        nearest = kept;
        least = distance;
      }
    }
    return nearest;
  }

  #free(): Kept {
    if (this.#kept.length === this.#of.windows) return this.#kept.at(-1)!;
    const kept = { stretches: [], sums: new Float64Array(this.#of.numbers) };
    this.#kept.push(kept);
    return kept;
  }

  #move({ stretches: before, sums }: Kept, stretches: readonly Stretch[]): void {
    for (let at = 0; at < stretches.length; at++) {
      const was = before[at]!;
      const { from, to } = stretches[at]!;
      this.#shift(sums, was.to, to, 1);
      this.#shift(sums, was.from, from, -1);
    }
  }

  /** Moves an end of a stretch; further on it takes rows in where `sign` is 1, out where it is -1. */
  #shift(sums: Float64Array, from: number, to: number, sign: 1 | -1): void {
    if (from < to) this.#of.add(sums, from, to, sign);
    else if (from > to) this.#of.add(sums, to, from, sign === 1 ? -1 : 1);
  }

  #fill(sums: Float64Array, stretches: readonly Stretch[], states: Float64Array | null): void {
    sums.fill(0);
    for (const { from, to } of stretches) {
      if (states === null || to - from <= this.#every) {
        if (from < to) this.#of.add(sums, from, to, 1);
        continue;
      }
      this.#addUpTo(sums, to, states, 1);
      this.#addUpTo(sums, from, states, -1);
    }
  }

  /** Adds all rows before a position. */
  #addUpTo(sums: Float64Array, end: number, states: Float64Array, sign: 1 | -1): void {
    const state = Math.floor(end / this.#every);
    const at = state * sums.length;
    for (let i = 0; i < sums.length; i++) sums[i]! += sign * states[at + i]!;
    this.#shift(sums, state * this.#every, end, sign);
  }

  /** The states, where they are worth it for a window that takes a look at so many rows without them. */
  #statesFor(rows: number): Float64Array | null {
    if (rows <= this.#every) return null;
    this.#looked += rows;
    if (this.#states === null && this.#looked > this.#of.rows) this.#states = this.#makeStates();
    return this.#states;
  }

  #makeStates(): Float64Array {
    const { add, numbers, rows } = this.#of;
    const states = new Float64Array((Math.floor(rows / this.#every) + 1) * numbers);
    const sums = new Float64Array(numbers);
    for (let end = this.#every, at = numbers; end <= rows; end += this.#every, at += numbers) {
      add(sums, end - this.#every, end, 1);
      states.set(sums, at);
    }
    return states;
  }
}
