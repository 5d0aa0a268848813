import type { Kept } from '../../../caches/budget';
import type { TextParts } from './texts/text-parts';

/** What was worked out of columns and kept with them, by name; null where it was not. */
export interface KeptWithColumns {
  numbers(name: string): Uint32Array | null;
  /** Some of these, from place to place. */
  someNumbers(name: string, from: number, to: number): Uint32Array | null;
  /** The parts of the texts of a column. */
  parts(column: string): TextParts | null;
  /** What else is small, as JSON. */
  small(name: string): unknown;
}

export const NOTHING_KEPT: KeptWithColumns = {
  numbers: () => null,
  someNumbers: () => null,
  parts: () => null,
  small: () => null,
};

/** Numbers of which some can be had without the others, where these stand in a file and are not held. */
export interface KeptNumbers extends Kept<Uint32Array> {
  /** Those from place to place. */
  some(from: number, to: number): Uint32Array;
}

type SomeNumbers = (from: number, to: number) => Uint32Array | null;

/** Kept numbers, of which some are read where they are not held and can be. */
export function withSome(kept: Kept<Uint32Array>, read: SomeNumbers): KeptNumbers {
  return {
    get: () => kept.get(),
    held: () => kept.held(),
    grown: () => kept.grown(),
    some: (from, to) => (kept.held() === null ? read(from, to) : null) ?? kept.get().subarray(from, to),
  };
}
