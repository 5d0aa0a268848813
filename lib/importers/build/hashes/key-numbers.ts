import { hashOf } from '../../../text/held/murmur3';
import { HashTable } from './hash-table';

/** A number beside each of many texts, of which only hashes are held. */
export class KeyNumbers {
  private readonly table = new HashTable();
  private readonly hash = new Uint32Array(4);

  /** The number beside a text; 0 where there is none. */
  of(key: string): number {
    return this.table.valueOf(hashOf(key, this.hash))[0]!;
  }

  /** Puts a number above 0 beside a text, unless one is there. Gives the one that was there, else 0. */
  note(key: string, number: number): number {
    const isNew = this.table.add(hashOf(key, this.hash));
    const beside = this.table.valueOf(this.hash);
    if (!isNew) return beside[0]!;
    beside[0] = number;
    return 0;
  }
}
