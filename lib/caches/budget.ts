/** Something large that is made when it is asked for, and again when it was let go meanwhile. What was given out stays what it is. */
export interface Kept<T> {
  get(): T;
  /** What is held at the moment; null where nothing is. */
  held(): T | null;
  /** Says that what is held may have grown. */
  grown(): void;
}

/** The same of things with names. */
export interface KeptByName<T> {
  /** What is held under a name, made where nothing is. */
  get(name: string, make: () => T): T;
  /** The thing of a name. */
  of(name: string, make: () => T): Kept<T>;
}

type BytesOf<T> = (made: T) => number;

/** Pieces of work, one after the other. */
export class Turns {
  count = 1;
}

/** What an entry takes beside what it holds; about right is enough. */
const ENTRY = 200;

/** Things that are looked at when one is to be let go. */
const LOOKS = 64;

/**
 * Counted in turns: what was asked for this long after it had been before is asked for again; what was not, is unwanted this soon;
 * and anything after so long. A step of a dashboard is some thirty turns.
 */
const [AGAIN, SOON, LONG] = [16, 4, 160] as const;

/** The bytes of an array of numbers. */
export function bytesOfArray({ byteLength }: { readonly byteLength: number }): number {
  return byteLength;
}

/** What a budget knows of a thing. */
interface Held {
  /** In which turn it was asked for last, and whether it ever was again. */
  used: number;
  isAskedAgain: boolean;
  bytes: number;
  /** Where it stands among all that are held. */
  place: number;
  letGo(): void;
}

/** A thing of a budget. */
class Entry<T> implements Kept<T>, Held {
  used = 0;
  isAskedAgain = false;
  bytes = 0;
  place = 0;
  #value: T | null = null;

  constructor(
    private readonly budget: Budget,
    private readonly make: () => T,
    private readonly bytesOf: BytesOf<T>,
    private readonly gone: (() => void) | null,
  ) {}

  get(): T {
    const { turn } = this.budget;
    if (this.used > 0 && turn - this.used >= AGAIN) this.isAskedAgain = true;
    this.used = turn;
    if (this.#value !== null) return this.#value;
    const made = this.make();
    // What was made may have asked for others, but not for itself.
    this.#value = made;
    this.bytes = this.bytesOf(made) + ENTRY;
    this.budget.enter(this);
    return made;
  }

  held(): T | null {
    return this.#value;
  }

  grown(): void {
    if (this.#value !== null) this.budget.resize(this, this.bytesOf(this.#value) + ENTRY);
  }

  letGo(): void {
    this.#value = null;
    this.gone?.();
  }
}

/**
 * Bytes that things of many kinds may take together. Where they would take more, something is let go: what was asked for in one go and
 * not again, or not for long, else anything; never what was made last, and whoever has it in hand goes on with it. Were it always the
 * oldest, work that asks for a little more than there is room for, again and again in the same order, would find nothing of it.
 * Nothing made is null.
 */
export class Budget {
  readonly #held: Held[] = [];
  readonly #turns: Turns;
  #random = 1;
  #taken = 0;

  /** Those of several budgets that are used for the same work share its turns. */
  constructor(
    readonly most: number,
    turns = new Turns(),
  ) {
    this.#turns = turns;
  }

  /** How many turns there were. */
  get turn(): number {
    return this.#turns.count;
  }

  /** Says that other work begins: another query. */
  nextTurn(): void {
    this.#turns.count++;
  }

  /** One thing; of how many bytes it is, is asked once it was made. */
  kept<T>(make: () => T, bytesOf: BytesOf<T>): Kept<T> {
    return new Entry(this, make, bytesOf, null);
  }

  /** Things by name. */
  named<T>(bytesOf: BytesOf<T>): KeptByName<T> {
    const known = new Map<string, Entry<T>>();
    const of = (name: string, make: () => T) => {
      let entry = known.get(name);
      if (entry === undefined) {
        entry = new Entry(this, make, bytesOf, () => known.delete(name));
        known.set(name, entry);
      }
      return entry;
    };
    return { of, get: (name, make) => of(name, make).get() };
  }

  /** Whether so many bytes more can be held without letting anything go. */
  hasRoom(bytes: number): boolean {
    return this.#taken + bytes <= this.most;
  }

  /** The bytes of all that is held. */
  get taken(): number {
    return this.#taken;
  }

  /** Takes a thing that was made in. */
  enter(made: Held): void {
    made.place = this.#held.push(made) - 1;
    this.#taken += made.bytes;
    this.#sweep(made);
  }

  /** Notes how many bytes a thing takes now. */
  resize(held: Held, bytes: number): void {
    this.#taken += bytes - held.bytes;
    held.bytes = bytes;
    this.#sweep(held);
  }

  #sweep(made: Held): void {
    while (this.#taken > this.most && this.#held.length > 1) this.#drop(this.#leastWanted(made));
  }

  /** What is to be let go: of some things the unwanted one that was unused for longest, else the first of them. */
  #leastWanted(but: Held): Held {
    const { turn } = this;
    let unwanted: Held | null = null;
    let any: Held | null = null;
    for (let looks = 0; looks < LOOKS || any === null; looks++) {
      // Multiplied by this, and cut to 31 bits, a number takes on all others before it comes again (Park and Miller).
      this.#random = (this.#random * 48_271) % 0x7fff_ffff;
      const one = this.#held[this.#random % this.#held.length]!;
      if (one === but) continue;
      any ??= one;
      const isUnwanted = turn - one.used > (one.isAskedAgain ? LONG : SOON);
      if (isUnwanted && (unwanted === null || one.used < unwanted.used)) unwanted = one;
    }
    return unwanted ?? any;
  }

  #drop(entry: Held): void {
    const last = this.#held.pop()!;
    if (last !== entry) {
      this.#held[entry.place] = last;
      last.place = entry.place;
    }
    this.#taken -= entry.bytes;
    entry.letGo();
  }
}
