import type { FacetValue } from '../../../query/result';
import { BEST, LOW } from '../selection/selection';
import type { Adder } from './adders';
import { Cells } from './cells';
import type { Grouping } from './groupings';
import { KeptCounts } from './kept-counts';
import type { Tally, WindowSums } from './tally';

/**
 * Counts of the groups of a column that depends on another, added up of the counts by that one: the rows themselves are looked at
 * once for all that depend on it.
 */
export class RolledCounts implements WindowSums {
  readonly grouping: Grouping;
  readonly adder: Adder;
  readonly #counted: Tally;
  /** By code of the counted column, that of this one. */
  readonly #codes: readonly number[];
  readonly #cells: Cells;
  readonly #counts: KeptCounts;

  /** `counted` counts incidents by the codes of the column that this one depends on. */
  constructor(counted: Tally, codes: readonly number[], grouping: Grouping) {
    this.grouping = grouping;
    this.adder = counted.adder;
    this.#counted = counted;
    this.#codes = codes;
    this.#cells = new Cells(grouping.ids.length, counted.adder.width);
    this.#counts = new KeptCounts(grouping.ids);
  }

  over(from: number, to: number): Cells {
    const counted = this.#counted.over(from, to).values;
    const { values, width } = this.#cells;
    const { starts, groups, firm } = this.grouping;
    const codes = this.#codes;
    values.fill(0);
    for (let of = 0, at = 0; at < counted.length; of++, at += width) {
      const high = counted[at]!;
      if (high === 0) continue;
      const code = codes[of]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) {
        const place = groups[i]! * width;
        values[place]! += high;
        if ((firm[i]! & LOW) !== 0) values[place + 1]! += counted[at + 1]!;
        if ((firm[i]! & BEST) === 0) continue;
        // Shares stand in parts, so that any order adds up to the same.
        for (let part = 2; part < width; part++) values[place + part]! += counted[at + part]!;
      }
    }
    return this.#cells;
  }

  countsOver(from: number, to: number): readonly FacetValue[] {
    return this.#counts.of(this.over(from, to));
  }
}
