import type { Dice } from '../synthetic/random';

/** Bytes and texts that formats give a meaning to. */
const MEANT = [
  '"',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '<',
  '&',
  '\ufeff',
  'é',
  '🕯',
  '-9',
]
  .concat([
    '__proto__',
    '=1+1',
    '2024-13-45',
    'NaN',
    '1e999',
    '\\ud800',
    '"",""',
    '/../',
    '<!ENTITY a "b">',
    'PAR1',
  ])
  .map((text) => new TextEncoder().encode(text));

type Mutation = (bytes: Uint8Array, dice: Dice) => Uint8Array;

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A part of the bytes: from, to before. */
function span(bytes: Uint8Array, dice: Dice, most: number): readonly [number, number] {
  const from = dice.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + dice.below(most))];
}

const MUTATIONS: readonly Mutation[] = [
  (bytes, dice) => {
    const copy = bytes.slice();
    for (let left = 1 + dice.below(20); left > 0; left--) copy[dice.below(copy.length)] = dice.below(256);
    return copy;
  },
  (bytes, dice) => bytes.slice(0, dice.below(bytes.length + 1)),
  (bytes, dice) => bytes.slice(dice.below(Math.min(bytes.length, 2_000) + 1)),
  (bytes, dice) => {
    const [from, to] = span(bytes, dice, 5_000);
    return join(bytes.subarray(0, from), bytes.subarray(to));
  },
  (bytes, dice) => {
    const [from, to] = span(bytes, dice, 5_000);
    return join(bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to));
  },
  (bytes, dice) => {
    const at = dice.below(bytes.length + 1);
    return join(bytes.subarray(0, at), dice.pick(MEANT), bytes.subarray(at));
  },
  (bytes, dice) => {
    const at = dice.below(Math.min(bytes.length, 3_000) + 1);
    return join(bytes.subarray(0, at), dice.pick(MEANT), bytes.subarray(at));
  },
  (bytes, dice) => {
    const at = dice.below(bytes.length + 1);
    const piece = dice.pick(MEANT);
    const many = new Uint8Array(piece.length * (1 + dice.below(20_000)));
    for (let to = 0; to < many.length; to += piece.length) many.set(piece, to);
    return join(bytes.subarray(0, at), many, bytes.subarray(at));
  },
];

/** Bytes changed in one to four ways: flipped, cut, repeated, with bytes put in that mean something to a format. */
export function mutate(bytes: Uint8Array, dice: Dice): Uint8Array {
  let changed = bytes;
  for (let left = 1 + dice.below(4); left > 0 && changed.length > 0; left--) {
    changed = dice.pick(MUTATIONS)(changed, dice);
  }
  return changed;
}
