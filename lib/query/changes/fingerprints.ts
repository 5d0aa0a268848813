import { giveWay } from '../../caches/pause';
import type { IncidentId } from '../../series/model';

/** The numbers of an incident: two of its id, two of all that it says. */
export const NUMBERS = 4;

/**
 * The incidents of a filter as numbers, which are the same in all revisions where an incident says the same, and others where it says
 * something else but once in some 2^64 times. The order is that of the rows.
 */
export interface Fingerprints {
  /** {@link NUMBERS} for each incident. */
  readonly numbers: Uint32Array;
  id(at: number): IncidentId;
}

/** On which sides an incident matches that is not the same on both. */
export interface Suspect {
  before: boolean;
  after: boolean;
}

const NOBODY = -1;
/** Incidents that are gone through before it is seen whether others wait, and of which ids are read so. */
const [AT_ONCE, IDS_AT_ONCE] = [1 << 12, 1 << 6] as const;

function sizeOf({ numbers }: Fingerprints): number {
  return numbers.length / NUMBERS;
}

function isSame(a: Fingerprints, i: number, b: Fingerprints, j: number, first: number): boolean {
  const [from, other] = [i * NUMBERS + first, j * NUMBERS + first];
  return a.numbers[from] === b.numbers[other] && a.numbers[from + 1] === b.numbers[other + 1];
}

const hasSameId = (a: Fingerprints, i: number, b: Fingerprints, j: number) => isSame(a, i, b, j, 0);
const saysTheSame = (a: Fingerprints, i: number, b: Fingerprints, j: number) => isSame(a, i, b, j, 2);

/** Incidents by the numbers of their ids: a table of slots, of which at most half are taken. */
class ById {
  readonly #all: Fingerprints;
  readonly #slots: Int32Array;

  private constructor(all: Fingerprints) {
    this.#all = all;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(sizeOf(all) * 2 + 2))).fill(NOBODY);
  }

  static async of(all: Fingerprints, signal?: AbortSignal): Promise<ById> {
    const made = new ById(all);
    for (let at = 0; at < sizeOf(all); at++) {
      if (at % AT_ONCE === 0) await giveWay(signal);
      made.#slots[made.#slotOf(all, at)] = at;
    }
    return made;
  }

  /** The slot of an incident with the numbers of one of these or others; an incident of the same numbers as another takes its slot. */
  #slotOf(others: Fingerprints, at: number): number {
    const mask = this.#slots.length - 1;
    let slot = others.numbers[at * NUMBERS]! & mask;
    for (; this.#slots[slot] !== NOBODY; slot = (slot + 1) & mask) {
      if (hasSameId(others, at, this.#all, this.#slots[slot]!)) break;
    }
    return slot;
  }

  find(others: Fingerprints, at: number): number {
    return this.#slots[this.#slotOf(others, at)]!;
  }
}

/** Where those stand, on either side, that are not the same on both; null where there are more than `most` on one. */
async function placesOfSuspects(
  before: Fingerprints,
  after: Fingerprints,
  most: number,
  signal?: AbortSignal,
): Promise<{ readonly before: readonly number[]; readonly after: readonly number[] } | null> {
  const olds = await ById.of(before, signal);
  const isSettled = new Uint8Array(sizeOf(before));
  const found: { before: number[]; after: number[] } = { before: [], after: [] };
  for (let at = 0; at < sizeOf(after); at++) {
    if (at % AT_ONCE === 0) await giveWay(signal);
    const old = olds.find(after, at);
    if (old !== NOBODY && saysTheSame(before, old, after, at)) isSettled[old] = 1;
    else if (found.after.push(at) > most) return null;
  }
  for (let at = 0; at < isSettled.length; at++) {
    if (isSettled[at] === 0 && found.before.push(at) > most) return null;
  }
  return found;
}

/**
 * The incidents that are not the same on both sides, by id; null where there are more than `most` on one. Two ids of the same numbers are no
 * mistake: what they say has its id in it, so that both are found.
 */
export async function suspects(
  before: Fingerprints,
  after: Fingerprints,
  most: number,
  signal?: AbortSignal,
): Promise<ReadonlyMap<IncidentId, Suspect> | null> {
  const places = await placesOfSuspects(before, after, most, signal);
  if (places === null) return null;
  const found = new Map<IncidentId, Suspect>();
  for (const [side, all] of [
    ['before', before],
    ['after', after],
  ] as const) {
    for (const [turn, at] of places[side].entries()) {
      if (turn % IDS_AT_ONCE === 0) await giveWay(signal);
      const id = all.id(at);
      const suspect = found.get(id) ?? { before: false, after: false };
      suspect[side] = true;
      found.set(id, suspect);
    }
  }
  return found;
}
