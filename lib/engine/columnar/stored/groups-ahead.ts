import type { Values } from '../columns/values';
import { type Codec, packedText } from './sections';

/** Values that are unpacked together. */
const [GROUP, GROUP_OF_OBJECTS] = [32, 8] as const;
/** Parts the values of a group: in JSON a line of text never ends by itself. */
export const BETWEEN = '\n';
/** Bytes of groups that lie together until they are written. */
const PAGE = 1 << 20;

/** How many values of a column are unpacked together. */
export function groupSize(values: Values<unknown>): number {
  const first = values.at(0);
  return typeof first === 'object' && first !== null ? GROUP_OF_OBJECTS : GROUP;
}

/** A value as JSON holds it, which has no undefined. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

/**
 * Groups of the values of a column that are packed while more values come behind them, so that there is less to do once all are
 * there.
 */
export class GroupsAhead {
  /** The bytes of each group. */
  readonly sizes: number[] = [];
  /** Values that are in groups: the first of the column. */
  count = 0;
  readonly #pages: Uint8Array[] = [];
  /** Bytes of the last page. */
  #used = PAGE;

  constructor(private readonly codec: Codec) {}

  /** Packs what came behind the groups so far, as far as it fills others. */
  take(values: Values<unknown>): void {
    const size = groupSize(values);
    for (; this.count + size <= values.length; this.count += size) {
      const group = Array.from({ length: size }, (_, at) => jsonOf(values.at(this.count + at)));
      this.#keep(packedText(group.join(BETWEEN), this.codec));
    }
  }

  #keep(bytes: Uint8Array): void {
    this.sizes.push(bytes.length);
    if (this.#used + bytes.length > PAGE) {
      this.#end();
      this.#pages.push(new Uint8Array(Math.max(PAGE, bytes.length)));
      this.#used = 0;
    }
    this.#pages.at(-1)!.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  /** Cuts off what the last page has no bytes in. */
  #end(): void {
    const last = this.#pages.pop();
    if (last !== undefined) this.#pages.push(last.subarray(0, this.#used));
  }

  /** All groups, one after the other. Nothing is taken after it. */
  pages(): readonly Uint8Array[] {
    this.#end();
    return this.#pages;
  }
}
