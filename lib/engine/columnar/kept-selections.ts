import type { Filter } from '../../query/query';
import type { KeptMarks } from './list/marks';
import type { Busy } from './list/spells';
import type { BinWindows } from './selection/bin-windows';
import { Recent } from './selection/recent';
import type { Selection } from './selection/selection';
import type { KeptBins } from './sums/bins';
import type { Tally, WindowSums } from './sums/tally';

/** The incidents that some clauses leave, whatever the window, and what was worked out of them. */
export interface KeptSelection {
  readonly filter: Filter;
  readonly selection: Selection;
  readonly tallies: Recent<WindowSums>;
  /** By column that others depend on. */
  readonly counted: Recent<Tally>;
  readonly bins: Recent<KeptBins>;
  /** By split. */
  readonly marks: Recent<KeptMarks>;
  binWindows: BinWindows | null;
  busy: Busy | null;
}

/** A dashboard asks for about so many sums over one and the same clauses, and as many again by another measure or split. */
const TALLIES = 64;
const COUNTED = 16;
const BINS = 12;
const MARKS = 2;

/** Selections that are kept: a dashboard asks for some with every click. Their rows may be let go before. */
const MOST = 12;

/** Whether two values that are plain data say the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let at = 0; at < a.length; at++) if (!isSame(a[at], b[at])) return false;
    return true;
  }
  return !Array.isArray(b) && hasSame(a, b) && hasSame(b, a);
}

function hasSame(a: object, b: object): boolean {
  for (const key in a) if (!isSame(a[key as never], b[key as never])) return false;
  return true;
}

/** Whether two filters differ in nothing but the window. */
function isSameButWindow(a: Filter, b: Filter): boolean {
  for (const key in a) {
    if (key !== 'from' && key !== 'to' && !isSame(a[key as keyof Filter], b[key as keyof Filter]))
      return false;
  }
  return true;
}

/** The selections that were asked for last. A window that moves comes with filters that are new and yet the same. */
export class KeptSelections {
  readonly #select: (filter: Filter) => Selection;
  /** The ones used last first. */
  readonly #kept: KeptSelection[] = [];

  constructor(select: (filter: Filter) => Selection) {
    this.#select = select;
  }

  of(filter: Filter): KeptSelection {
    const at = this.#kept.findIndex((one) => one.filter === filter || isSameButWindow(one.filter, filter));
    if (at === 0) return this.#kept[0]!;
    const kept = this.#kept[at] ?? this.#make(filter);
    if (at > 0) this.#kept.splice(at, 1);
    this.#kept.unshift(kept);
    if (this.#kept.length > MOST) this.#kept.length = MOST;
    return kept;
  }

  #make(filter: Filter): KeptSelection {
    const [tallies, bins] = [new Recent<WindowSums>(TALLIES), new Recent<KeptBins>(BINS)];
    const [counted, marks] = [new Recent<Tally>(COUNTED), new Recent<KeptMarks>(MARKS)];
    return {
      filter,
      selection: this.#select(filter),
      tallies,
      counted,
      bins,
      marks,
      binWindows: null,
      busy: null,
    };
  }
}
