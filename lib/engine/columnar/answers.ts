import { bytesOfArray } from '../../caches/budget';
import type {
  BinsQuery,
  FacetQuery,
  Filter,
  GroupsQuery,
  MarksQuery,
  PlacesQuery,
  PositionQuery,
  RowsQuery,
  SpellsQuery,
  TotalQuery,
} from '../../query/query';
import type {
  BinsResult,
  FacetResult,
  GroupsResult,
  GroupValue,
  MarksResult,
  PlacesResult,
  PositionResult,
  RowsResult,
  SpellsResult,
  Sum,
  TotalResult,
} from '../../query/result';
import { isValueFacet } from '../../series/facets';
import { ownField } from '../../series/fields';
import { type BaseMeasure, byEstimate } from '../../series/measures';
import type { Bits } from './columns/bits';
import { type Columns, type FacetColumn, LINKS } from './columns/columns';
import { KeptSelections } from './kept-selections';
import { answerMarks } from './list/marks';
import { answerPosition, answerRows } from './list/rows';
import { SortOrders } from './list/sort-orders';
import { answerSpells, busyDays } from './list/spells';
import { BinWindows } from './selection/bin-windows';
import { isByLinks } from './selection/match-links';
import { boxName, rowsInBox } from './selection/places';
import { Recent } from './selection/recent';
import { BEST, LOW, type Memory, type Selection, select } from './selection/selection';
import { extentOf } from './selection/window';
import { WordIndex } from './selection/words';
import { adderOf, bestAt } from './sums/adders';
import { KeptBins } from './sums/bins';
import type { Cells } from './sums/cells';
import { dependenciesIn } from './sums/dependencies';
import {
  asOne,
  certaintyGrouping,
  codeGrouping,
  datingGrouping,
  facetGrouping,
  type Grouping,
  splitGrouping,
} from './sums/groupings';
import { type HexCells, hexCellsOf } from './sums/places/marking';
import { answerPlaces, type PlaceMemory } from './sums/places/places';
import { RolledCounts } from './sums/rolled-counts';
import { Tally, type WindowSums } from './sums/tally';

/** From how many rows on shortcuts pay. Tests set them low, for their series are small. */
export interface Limits {
  /** Rows between two states of a sum that are kept. */
  readonly step: number;
  /** A page out of no more rows than this is found by sorting them. */
  readonly few: number;
  /** Characters of texts that are searched as one. */
  readonly characters: number;
  /** Counts of more distinct locations do not fit where the processor is fast. */
  readonly locations: number;
}

export const LIMITS: Limits = { step: 1 << 6, few: 1 << 10, characters: 1 << 24, locations: 1 << 17 };

/** Steps in a block of an order. */
const BLOCK = 16;

/** Windows of which a dashboard asks for totals: its own, the one before it, and a year ago. */
const TOTALS = 3;

const NO_DAYS = { from: 1, to: 0 } as const;

/** The groups that hold anything. */
function groupsOf({ adder, grouping }: WindowSums, { values, width }: Cells): readonly GroupValue[] {
  const groups: GroupValue[] = [];
  for (let group = 0, at = 0; at < values.length; group++, at += width) {
    const matched = values[at]!;
    if (matched === 0) continue;
    const series = grouping.ids[group]!;
    if (adder.figures === null) {
      const low = values[at + 1]!;
      groups.push({ series, matched, low, best: bestAt(values, at), high: matched, basis: null });
    } else {
      const { low, best, high, basis } = adder.valueAt(values, at);
      groups.push({ series, matched, low, best, high, basis });
    }
  }
  return groups;
}

/** Counts and sums over columns. What does not depend on the window is kept for the next one. */
export class ColumnarAnswers {
  readonly #columns: Columns;
  readonly #limits: Limits;
  readonly #orders: SortOrders;
  readonly #memory: Memory;
  readonly #selections: KeptSelections;
  readonly #placeMemory: PlaceMemory;

  constructor(columns: Columns, limits: Limits) {
    this.#columns = columns;
    this.#limits = limits;
    const { budget } = columns;
    this.#memory = {
      words: new WordIndex(columns, limits.characters),
      clauses: budget.named<Bits>(bytesOfArray),
      lists: new Recent(16),
      rows: new Recent(16),
    };
    this.#selections = new KeptSelections((filter) =>
      select(columns, { ...filter, ...NO_DAYS } as Filter, this.#memory),
    );
    const hexCells = budget.named<HexCells>(({ cells, cellOf }) => cells.byteLength + cellOf.byteLength);
    this.#placeMemory = {
      mostLocations: limits.locations,
      rowsInBox: (box) => this.#memory.clauses.get(boxName(box), () => rowsInBox(columns, box)),
      hexCells: (grid) => hexCells.get(JSON.stringify(grid), () => hexCellsOf(columns, grid)),
    };
    this.#orders = new SortOrders(columns, limits.step * BLOCK);
  }

  /** Makes ready for the first search; `pause` is called between steps that take long. */
  prepareSearch(pause: () => Promise<void>): Promise<void> {
    return this.#memory.words.prepare(pause);
  }

  /** What a filter leaves, whatever its window. */
  selection(filter: Filter): Selection {
    return this.#selections.of(filter).selection;
  }

  /** What adds up the incidents of a filter in any window; `name` is of grouping and measure. */
  #tally(
    filter: Filter,
    name: string,
    measure: BaseMeasure,
    grouping: (selection: Selection) => Grouping,
    windows = 1,
  ): WindowSums {
    const { selection, tallies } = this.#selections.of(filter);
    return tallies.get(`${name} ${measure}`, () =>
      this.#added(selection, grouping(selection), measure, windows),
    );
  }

  #added(selection: Selection, grouping: Grouping, measure: BaseMeasure, windows: number): Tally {
    const { step } = this.#limits;
    const adder = adderOf(this.#columns, measure);
    return new Tally(this.#columns, selection, grouping, adder, { step, windows });
  }

  /** The same of incidents by what stands in a column, by way of one that it depends on where there is one. */
  #counts(
    filter: Filter,
    name: string,
    column: FacetColumn,
    grouping: (selection: Selection) => Grouping,
    windows = 1,
  ): WindowSums {
    const dependency = dependenciesIn(this.#columns)[column];
    if (dependency === undefined) return this.#tally(filter, name, 'incidents', grouping, windows);
    const { selection, tallies } = this.#selections.of(filter);
    return tallies.get(`${name} incidents`, () => {
      const own = grouping(selection);
      return new RolledCounts(this.#counted(filter, dependency.on, own.asksLinks), dependency.codes, own);
    });
  }

  /** Counts incidents by the codes of a column that others depend on. */
  #counted(filter: Filter, column: FacetColumn, asksLinks: boolean): Tally {
    const { selection, counted } = this.#selections.of(filter);
    // Where links leave nothing in doubt it does not matter who asks them.
    const asks = asksLinks && selection.firmness.asked.kinds.some((kind) => kind !== (BEST | LOW));
    return counted.get(`${column} ${asks}`, () =>
      this.#added(selection, codeGrouping(this.#columns, column, asks), 'incidents', TOTALS),
    );
  }

  #asOne(filter: Filter, measure: BaseMeasure) {
    const tally = this.#tally(filter, 'one', measure, () => asOne(this.#columns), TOTALS);
    return tally.adder.valueAt(tally.over(filter.from, filter.to).values, 0);
  }

  total({ filter, bin, own = [] }: TotalQuery): TotalResult {
    const columns = this.#columns;
    const incidents = this.#asOne(filter, 'incidents');
    const sum = (measure: BaseMeasure) => this.#asOne(filter, measure) as Sum;
    const matched = incidents.high!;
    const datings = this.#byId(
      this.#tally(filter, `dating ${bin}`, 'incidents', () => datingGrouping(columns, bin), TOTALS),
      filter,
    );
    const certainties = this.#byId(
      this.#counts(filter, 'certainty', LINKS, (selection) => certaintyGrouping(columns, selection), TOTALS),
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

  #byId(tally: WindowSums, { from, to }: Filter) {
    const { values, width } = tally.over(from, to);
    return new Map(
      tally.grouping.ids.map((id, group) => [id, tally.adder.valueAt(values, group * width)] as const),
    );
  }

  facet({ filter, facet }: FacetQuery): FacetResult {
    const column = isValueFacet(facet) ? facet : LINKS;
    const tally = this.#counts(filter, `facet ${facet}`, column, (selection) =>
      facetGrouping(this.#columns, selection, facet, filter),
    );
    return { values: tally.countsOver(filter.from, filter.to) };
  }

  groups(query: GroupsQuery): GroupsResult {
    const { filter, split, roll, measure, stacked = false } = query;
    const name = `split ${JSON.stringify([split, roll, stacked])}`;
    const grouping = (selection: Selection) =>
      splitGrouping(this.#columns, selection, { ...query, stacked, beyond: null });
    const column = isValueFacet(split) ? split : isByLinks(query) ? LINKS : null;
    const tally =
      measure === 'incidents' && column !== null
        ? this.#counts(filter, name, column, grouping)
        : this.#tally(filter, name, measure, grouping);
    return { groups: groupsOf(tally, tally.over(filter.from, filter.to)) };
  }

  bins(query: BinsQuery): BinsResult {
    const { filter, bin, measure, split, roll, stacked, beyond, only } = query;
    const kept = this.#selections.of(filter);
    const { selection, bins } = kept;
    kept.binWindows ??= new BinWindows(this.#columns, selection);
    const windows = kept.binWindows;
    const counted = bins.get(JSON.stringify([bin, measure, split, roll, stacked, beyond, only]), () => {
      const grouping = splitGrouping(this.#columns, selection, query);
      const adder = adderOf(this.#columns, measure);
      const moves = { step: this.#limits.step, windows: 1 };
      const tally = () => new Tally(this.#columns, selection, grouping, adder, moves);
      return new KeptBins(tally, windows, bin, extentOf(this.#columns, selection), this.#columns.budget);
    });
    return counted.over(query);
  }

  rows(query: RowsQuery): RowsResult {
    return answerRows(this.#columns, this.selection(query.filter), this.#orders, query, this.#limits.few);
  }

  position(query: PositionQuery): PositionResult {
    return answerPosition(this.#columns, this.selection(query.filter), this.#orders, query);
  }

  marks(query: MarksQuery): MarksResult {
    const { selection, marks } = this.#selections.of(query.filter);
    const kept = marks.get(JSON.stringify([query.split, query.roll]), () => new Map());
    return answerMarks(this.#columns, selection, query, kept);
  }

  places(query: PlacesQuery): PlacesResult {
    return answerPlaces(this.#columns, this.selection(query.filter), query, this.#placeMemory);
  }

  spells({ filter }: SpellsQuery): SpellsResult {
    const kept = this.#selections.of(filter);
    kept.busy ??= busyDays(this.#columns, kept.selection);
    return answerSpells(this.#columns, kept.selection, kept.busy, filter);
  }
}
