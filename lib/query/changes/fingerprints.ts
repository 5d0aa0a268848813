import { pauseInTime } from '../../caches/pause';
import type { Incident, IncidentId } from '../../series/model';
import { byCodePoint } from '../../text/order';

/** The numbers of an incident: two of its id, two of all that it says. */
export const NUMBERS = 4;

/**
 * The incidents of a filter as numbers, which are the same in all revisions where an incident says the same, and others where it says
 * something else but once in some 2^64 times. The order is that in which incidents are read soonest.
 */
export interface Fingerprints {
  /** {@link NUMBERS} for each incident. */
  readonly numbers: Uint32Array;
  incident(at: number): Incident;
}

/** An incident that is not the same on both sides: where it stands on each, null where it does not match. */
export interface Suspect {
  readonly id: IncidentId;
  readonly before: number | null;
  readonly after: number | null;
}

const NOBODY = -1;
/** Incidents that are gone through before it is seen whether others wait. */
const AT_ONCE = 1 << 12;

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

  static async of(all: Fingerprints): Promise<ById> {
    const made = new ById(all);
    for (let at = 0; at < sizeOf(all); at++) {
      if (at % AT_ONCE === 0) await pauseInTime();
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

/**
 * The incidents that are not the same on both sides, by id. Two ids of the same numbers are no mistake: what they say has its id in it,
 * so that both are looked at.
 */
export async function suspects(before: Fingerprints, after: Fingerprints): Promise<readonly Suspect[]> {
  const olds = await ById.of(before);
  const isSettled = new Uint8Array(sizeOf(before));
  const found = new Map<IncidentId, Suspect>();
  const add = (side: 'before' | 'after', all: Fingerprints, at: number) => {
    const { id } = all.incident(at);
    found.set(id, { ...(found.get(id) ?? { id, before: null, after: null }), [side]: at });
  };
  for (let at = 0; at < sizeOf(after); at++) {
    if (at % AT_ONCE === 0) await pauseInTime();
    const old = olds.find(after, at);
    if (old !== NOBODY && saysTheSame(before, old, after, at)) isSettled[old] = 1;
    else add('after', after, at);
  }
  for (let at = 0; at < isSettled.length; at++) {
    if (at % AT_ONCE === 0) await pauseInTime();
    if (isSettled[at] === 0) add('before', before, at);
  }
  return [...found.values()].sort((a, b) => byCodePoint(a.id, b.id));
}
