import type {
  BinsQuery,
  FacetQuery,
  Filter,
  GroupsQuery,
  MarksQuery,
  PositionQuery,
  RowsQuery,
  SpellsQuery,
  TotalQuery,
} from '../../query/query';
import type {
  BinsResult,
  BinValue,
  FacetResult,
  GroupsResult,
  MarksResult,
  PositionResult,
  RowsResult,
  SpellsResult,
  Sum,
  TotalResult,
} from '../../query/result';
import { ownField } from '../../series/fields';
import { type BaseMeasure, byEstimate } from '../../series/measures';
import { binSpan, floorBin, nextBin } from '../../time/bin';
import type { Day } from '../../time/day';
import { adderOf } from './adders';
import type { Bits } from './bits';
import type { Cells } from './cells';
import type { Columns } from './columns';
import {
  asOne,
  certaintyGrouping,
  datingGrouping,
  facetGrouping,
  type Grouping,
  splitGrouping,
} from './groupings';
import { answerMarks } from './marks';
import type { MatchedList } from './match-links';
import { Recent } from './recent';
import { answerPosition, answerRows } from './rows';
import { type Memory, type Selection, select } from './selection';
import { SortOrders } from './sort-orders';
import { answerSpells, type Busy, busyDays } from './spells';
import { Tally } from './tally';
import { extentOf } from './window';
import { WordIndex } from './words';

/** The bins of a query that lie whole in its window, which are the same in any other, and what adds them up. */
interface Bins {
  readonly tally: Tally;
  readonly cells: Cells;
  readonly whole: Map<Day, readonly BinValue[]>;
  /** The first and the last day on which any of the rows may have begun, or beyond them. */
  readonly first: Day;
  readonly last: Day;
}

/** From how many rows on shortcuts pay. Tests set them low, for their series are small. */
export interface Limits {
  /** Rows between two states of a sum that are kept. */
  readonly step: number;
  /** A page out of more rows than this is found by going through the order of all rows. */
  readonly few: number;
  /** Characters of texts that are searched as one. */
  readonly characters: number;
}

export const LIMITS: Limits = { step: 1 << 14, few: 1 << 15, characters: 1 << 24 };

const NO_DAYS = { from: 1, to: 0 } as const;

/** Answers counts and sums over columns. What does not depend on the window is kept for the next one. */
export class Answers {
  readonly #columns: Columns;
  readonly #limits: Limits;
  readonly #orders: SortOrders;
  readonly #memory: Memory;
  readonly #selections = new Recent<Selection>(16);
  readonly #tallies = new Recent<Tally>(96);
  readonly #bins = new Recent<Bins>(24);
  readonly #busy = new Recent<Busy>(16);

  constructor(columns: Columns, limits: Limits) {
    this.#columns = columns;
    this.#limits = limits;
    this.#memory = {
      words: new WordIndex(columns, limits.characters),
      clauses: new Recent<Bits>(64),
      lists: new Recent<readonly (MatchedList | null)[]>(16),
    };
    this.#orders = new SortOrders(columns);
  }

  /** What a filter leaves, whatever its window. */
  selection({ from: _, to: __, ...clauses }: Filter): Selection {
    const filter = { ...NO_DAYS, ...clauses } as Filter;
    return this.#selections.get(JSON.stringify(clauses), () => select(this.#columns, filter, this.#memory));
  }

  /** What adds up the incidents of a filter in any window; `name` is of grouping and measure. */
  #tally(
    filter: Filter,
    name: string,
    measure: BaseMeasure,
    grouping: (selection: Selection) => Grouping,
  ): Tally {
    const { from: _, to: __, ...clauses } = filter;
    return this.#tallies.get(JSON.stringify([clauses, name, measure]), () => {
      const selection = this.selection(filter);
      const adder = adderOf(this.#columns, measure);
      return new Tally(this.#columns, selection, grouping(selection), adder, this.#limits.step);
    });
  }

  #asOne(filter: Filter, measure: BaseMeasure) {
    const tally = this.#tally(filter, 'one', measure, () => asOne(this.#columns));
    return tally.adder.valueAt(tally.over(filter.from, filter.to).values, 0);
  }

  total({ filter, bin, own = [] }: TotalQuery): TotalResult {
    const columns = this.#columns;
    const incidents = this.#asOne(filter, 'incidents');
    const sum = (measure: BaseMeasure) => this.#asOne(filter, measure) as Sum;
    const matched = incidents.high!;
    const datings = this.#byId(
      this.#tally(filter, `dating ${bin}`, 'incidents', () => datingGrouping(columns, bin)),
      filter,
    );
    const certainties = this.#byId(
      this.#tally(filter, 'certainty', 'incidents', (selection) => certaintyGrouping(columns, selection)),
      filter,
    );
    const best = (id: string) => certainties.get(id)?.best ?? 0;
    return {
      incidents: { low: incidents.low!, best: incidents.best!, high: matched },
      ...byEstimate(sum),
      own: Object.fromEntries(
        own.filter((key) => ownField(columns.series, key) !== undefined).map((key) => [key, sum(key)]),
      ),
      matched,
      undated: datings.get('undated')?.high ?? 0,
      coarserThanBin: datings.get('several bins')?.high ?? 0,
      byCertainty: {
        ...{ certain: best('certain'), probable: best('probable'), possible: best('possible') },
        none: best('none'),
      },
    };
  }

  #byId(tally: Tally, { from, to }: Filter) {
    const { values, width } = tally.over(from, to);
    return new Map(
      tally.grouping.ids.map((id, group) => [id, tally.adder.valueAt(values, group * width)] as const),
    );
  }

  facet({ filter, facet }: FacetQuery): FacetResult {
    const tally = this.#tally(filter, `facet ${facet}`, 'incidents', (selection) =>
      facetGrouping(this.#columns, selection, facet, filter),
    );
    const cells = tally.over(filter.from, filter.to);
    const values = Array.from(cells.held(), (group) => {
      const { low, best, high } = tally.adder.valueAt(cells.values, group * cells.width);
      return { id: tally.grouping.ids[group]!, low: low!, best: best!, high: high! };
    });
    return { values };
  }

  groups(query: GroupsQuery): GroupsResult {
    const { filter, split, roll, measure } = query;
    const tally = this.#tally(filter, `split ${JSON.stringify([split, roll])}`, measure, (selection) =>
      splitGrouping(this.#columns, selection, { ...query, stacked: false, beyond: null }),
    );
    const cells = tally.over(filter.from, filter.to);
    const groups = Array.from(cells.held(), (group) => {
      const at = group * cells.width;
      return {
        ...{ series: tally.grouping.ids[group]!, matched: cells.values[at]! },
        ...tally.adder.valueAt(cells.values, at),
      };
    });
    return { groups };
  }

  bins(query: BinsQuery): BinsResult {
    const { filter, bin } = query;
    const kept = this.#keptBins(query);
    const first = Math.max(filter.from, kept.first) as Day;
    const last = Math.min(filter.to, kept.last) as Day;
    const bins: BinValue[] = [];
    for (let start = floorBin(first, bin); start <= last; start = nextBin(start, bin)) {
      for (const value of this.#bin(kept, start, query)) bins.push(value);
    }
    return { bins };
  }

  rows(query: RowsQuery): RowsResult {
    return answerRows(this.#columns, this.selection(query.filter), this.#orders, query, this.#limits.few);
  }

  position(query: PositionQuery): PositionResult {
    return answerPosition(this.#columns, this.selection(query.filter), this.#orders, query);
  }

  marks(query: MarksQuery): MarksResult {
    return answerMarks(this.#columns, this.selection(query.filter), query);
  }

  spells({ filter }: SpellsQuery): SpellsResult {
    const selection = this.selection(filter);
    const { from: _, to: __, ...clauses } = filter;
    const busy = this.#busy.get(JSON.stringify(clauses), () => busyDays(this.#columns, selection));
    return answerSpells(this.#columns, selection, busy, filter);
  }

  #keptBins(query: BinsQuery): Bins {
    const { filter, bin, measure, split, roll, stacked, beyond } = query;
    const { from: _, to: __, ...clauses } = filter;
    return this.#bins.get(JSON.stringify([clauses, bin, measure, split, roll, stacked, beyond]), () => {
      const selection = this.selection(filter);
      const grouping = splitGrouping(this.#columns, selection, query);
      const tally = new Tally(
        this.#columns,
        selection,
        grouping,
        adderOf(this.#columns, measure),
        this.#limits.step,
      );
      return { tally, cells: tally.cells(), whole: new Map(), ...extentOf(this.#columns, selection) };
    });
  }

  /** The values of one bin, cut to the window. */
  #bin({ tally, cells, whole }: Bins, start: Day, { filter, bin }: BinsQuery): readonly BinValue[] {
    const span = binSpan(start, bin);
    const isWhole = span.from >= filter.from && span.to <= filter.to;
    const known = isWhole ? whole.get(start) : undefined;
    if (known !== undefined) return known;
    cells.clear();
    tally.addPart(cells, Math.max(span.from, filter.from), Math.min(span.to, filter.to));
    const values: BinValue[] = [];
    for (const group of cells.held()) {
      const { low, best, high, basis } = tally.adder.valueAt(cells.values, group * cells.width);
      values.push({ start, series: tally.grouping.ids[group]!, low, best, high, basis });
    }
    if (isWhole) whole.set(start, values);
    return values;
  }
}
