import type { FacetValue } from '../../../query/result';
import { bestAt } from './adders';
import type { Cells } from './cells';

/** The incidents of groups as values, for one window after the other: only those of groups that changed are made anew. */
export class KeptCounts {
  readonly #ids: readonly (string | null)[];
  /** The cells of which values were made last. */
  #shown = new Float64Array(0);
  readonly #values: (FacetValue | undefined)[];
  /** Where the value of a group stands in the list. */
  readonly #places: Uint32Array;
  readonly #changed: Uint32Array;
  #list: readonly FacetValue[] = [];

  constructor(ids: readonly (string | null)[]) {
    this.#ids = ids;
    this.#values = ids.map(() => undefined);
    this.#places = new Uint32Array(ids.length);
    this.#changed = new Uint32Array(ids.length);
  }

  /** The values of the groups that have any; the same list where all are as they were. */
  of(cells: Cells): readonly FacetValue[] {
    const changes = this.#findChanges(cells);
    if (changes === 0) return this.#list;
    let isLonger = false;
    for (let at = 0; at < changes; at++) isLonger = this.#update(cells, this.#changed[at]!) || isLonger;
    this.#list = isLonger ? this.#listed() : this.#patched(changes);
    return this.#list;
  }

  /** Notes the groups that are not as they were shown, and gives how many they are. */
  #findChanges({ values, width }: Cells): number {
    if (this.#shown.length !== values.length) this.#shown = new Float64Array(values.length);
    const shown = this.#shown;
    let changes = 0;
    for (let at = 0; at < values.length; at++) {
      if (values[at] === shown[at]) continue;
      const group = Math.floor(at / width);
      this.#changed[changes++] = group;
      // On to the next group.
      at = (group + 1) * width - 1;
    }
    shown.set(values);
    return changes;
  }

  /** Makes the value of a group; gives whether it has one now and had none, or the other way round. */
  #update({ values, width }: Cells, group: number): boolean {
    const at = group * width;
    const had = this.#values[group] !== undefined;
    const high = values[at]!;
    this.#values[group] =
      high === 0
        ? undefined
        : { id: this.#ids[group]!, low: values[at + 1]!, best: bestAt(values, at), high };
    return had !== (high !== 0);
  }

  #listed(): readonly FacetValue[] {
    const list: FacetValue[] = [];
    for (const [group, value] of this.#values.entries()) {
      if (value === undefined) continue;
      this.#places[group] = list.length;
      list.push(value);
    }
    return list;
  }

  #patched(changes: number): readonly FacetValue[] {
    const list = this.#list.slice();
    for (let at = 0; at < changes; at++) {
      const group = this.#changed[at]!;
      const value = this.#values[group];
      if (value !== undefined) list[this.#places[group]!] = value;
    }
    return list;
  }
}
