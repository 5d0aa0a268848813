import type { Hash } from '../../../text/held/murmur3';

const WORDS = 4;

/**
 * A set of hashes with 128 bits kept beside each, in flat arrays: about 50 bytes an entry, where a Map of texts takes
 * several times that.
 */
export class HashTable {
  private keys = new Uint32Array(WORDS << 10);
  private values = new Uint32Array(WORDS << 10);
  private taken = new Uint8Array(1 << 10);
  private size = 0;

  /** Adds a hash. True where it was not there; then its value is zero. */
  add(key: Hash): boolean {
    if ((this.size + 1) * 10 > this.taken.length * 6) this.grow();
    const slot = this.slotOf(key);
    if (this.taken[slot] === 1) return false;
    this.taken[slot] = 1;
    this.keys.set(key, slot * WORDS);
    this.size++;
    return true;
  }

  /** What stands beside a hash that was added, to be read and written before the next is added. */
  valueOf(key: Hash): Uint32Array {
    const slot = this.slotOf(key);
    return this.values.subarray(slot * WORDS, slot * WORDS + WORDS);
  }

  /** All hashes that were added, four words each. */
  all(): Uint32Array<ArrayBuffer> {
    const all = new Uint32Array(this.size * WORDS);
    for (let slot = 0, at = 0; slot < this.taken.length; slot++) {
      if (this.taken[slot] === 0) continue;
      for (let word = slot * WORDS; word < (slot + 1) * WORDS; word++) all[at++] = this.keys[word]!;
    }
    return all;
  }

  /** Whether any of these, as {@link all} gives them, was added here. */
  hasAny(hashes: Uint32Array): boolean {
    const key = new Uint32Array(WORDS);
    for (let at = 0; at < hashes.length; at += WORDS) {
      for (let word = 0; word < WORDS; word++) key[word] = hashes[at + word]!;
      if (this.taken[this.slotOf(key)] === 1) return true;
    }
    return false;
  }

  private slotOf(key: Hash): number {
    const mask = this.taken.length - 1;
    let slot = (key[1] as number) & mask;
    while (this.taken[slot] === 1 && !this.holds(slot * WORDS, key)) slot = (slot + 1) & mask;
    return slot;
  }

  private holds(at: number, key: Hash): boolean {
    const { keys } = this;
    return (
      keys[at] === key[0] && keys[at + 1] === key[1] && keys[at + 2] === key[2] && keys[at + 3] === key[3]
    );
  }

  private grow(): void {
    const { keys, values, taken } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Uint32Array(values.length * 2);
    this.taken = new Uint8Array(taken.length * 2);
    for (let old = 0; old < taken.length; old++) {
      if (taken[old] === 0) continue;
      const key = keys.subarray(old * WORDS, old * WORDS + WORDS);
      const slot = this.slotOf(key);
      this.taken[slot] = 1;
      this.keys.set(key, slot * WORDS);
      this.values.set(values.subarray(old * WORDS, old * WORDS + WORDS), slot * WORDS);
    }
  }
}
