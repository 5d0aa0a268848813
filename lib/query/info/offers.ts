import {
  type BuiltInFacet,
  COLUMNS,
  type Column,
  columnsOf,
  type Facet,
  facetsOf,
  isStated,
  measuresOf,
  ownMeasuresOf,
  roleOf,
  type Split,
  splitsOf,
} from '../../series/field-table';
import { isGrouping, isOwnKey, type OwnKey, ownIds, ownKey } from '../../series/fields';
import {
  derivedOf,
  ESTIMATES,
  type EstimateEntry,
  estimateOf,
  type Measure,
  USUAL_ESTIMATES,
} from '../../series/measures';
import type { Incident, SeriesGuide } from '../../series/model';
import type { Engine } from '../engine';
import { NONE, SEVERAL } from '../query';
import type { FacetResult, TotalResult } from '../result';
import { EVERYTHING } from './everything';

/** What a revision has anything to show of; what has no values in it, or one alone, takes no room. */
export interface Offers {
  readonly facets: readonly Facet[];
  readonly splits: readonly Split[];
  readonly measures: readonly Measure[];
  readonly columns: readonly Column[];
}

/** What a revision says of its fields as a whole. */
export interface Overall {
  readonly facets: Readonly<Record<BuiltInFacet, FacetResult>> & Readonly<Record<string, FacetResult>>;
  readonly total: TotalResult;
  /** Incidents of several actors, which form no single group of a stack. */
  readonly several: number;
  /** Columns of which no other answer tells, and whether any incident has something there. */
  readonly filled: readonly Column[];
  /** Own fields that are not counted by value and say the same of every incident. */
  readonly constant: readonly OwnKey[];
}

type Guide = Pick<SeriesGuide, 'fields'>;

/** Whether a category has values that tell incidents apart. */
function tellsApart({ facets }: Overall, facet: Facet): boolean {
  const values = facets[facet]?.values ?? [];
  return values.length > 1 && values.some(({ id }) => id !== NONE);
}

function hasMeasure({ total, constant }: Overall, measure: Measure, splits: readonly Split[]): boolean {
  const derived = derivedOf(measure);
  // Without groups each bin is all of itself.
  if (derived?.formula === 'share') return splits.length > 1;
  const base = derived?.base ?? measure;
  const estimate = estimateOf(base);
  if (estimate !== undefined) return total[estimate.key].basis.reported > 0;
  if (!isOwnKey(base)) return true;
  return !constant.includes(base) && (total.own[base]?.basis.reported ?? 0) > 0;
}

function hasColumn(overall: Overall, column: Column, guide: Guide): boolean {
  const estimate = estimateOf(column);
  if (estimate !== undefined) return overall.total[estimate.key].basis.reported > 0;
  if (facetsOf(guide).some((facet) => facet === (column as string)))
    return tellsApart(overall, column as Facet);
  // An importer keeps no column without a cell; of numbers that add up the total tells it of packages, too.
  if (isOwnKey(column)) {
    return !overall.constant.includes(column) && overall.total.own[column]?.basis.reported !== 0;
  }
  return !ASKED_APART.includes(column) || overall.filled.includes(column);
}

/** What a revision has to show. */
export function offersOf(guide: Guide, overall: Overall): Offers {
  const facets = facetsOf(guide).filter((facet) => tellsApart(overall, facet));
  const splits = splitsOf(guide).filter(
    (split) => split === 'none' || (facets as readonly string[]).includes(split),
  );
  return {
    facets,
    splits,
    measures: measuresOf(guide).filter((measure) => hasMeasure(overall, measure, splits)),
    columns: columnsOf(guide).filter((column) => hasColumn(overall, column, guide)),
  };
}

/** The estimates that any incident of a revision reports. */
export function reportedEstimates({ measures }: Pick<Offers, 'measures'>): readonly EstimateEntry[] {
  return ESTIMATES.filter(({ key }) => measures.includes(key));
}

/** Of these, the ones that a page shows without being asked. */
export function usualEstimates({ measures }: Pick<Offers, 'measures'>): readonly EstimateEntry[] {
  return USUAL_ESTIMATES.filter(({ key }) => measures.includes(key));
}

/** So many figures stand in the headline, three of them of time, one of them the incidents; the chart offers all measures. */
const MOST_FIGURES = 6;

/** The own measures that have room in the headline beside the others: totals before their parts. */
export function headlineMeasures(offers: Pick<Offers, 'measures'>): readonly OwnKey[] {
  const own = offers.measures.filter(isOwnKey);
  const isTotal = (key: OwnKey) => /total/.test(key);
  const room = MOST_FIGURES - 3 - 1 - usualEstimates(offers).length;
  return [...own.filter(isTotal), ...own.filter((key) => !isTotal(key))].slice(0, Math.max(0, room));
}

/** Columns that may be empty and of which neither a facet nor a sum tells. */
const ASKED_APART: readonly Column[] = COLUMNS.filter((column) => {
  const read = roleOf(column)?.read;
  return read?.as === 'number' || (read?.as === 'text' && read.stated === 'maybe');
});

/** The incident that comes first in an order by one column. */
async function firstBy(engine: Engine, column: Column, descending: boolean): Promise<Incident | undefined> {
  const sort = [{ column, descending }];
  const { rows } = await engine.run({ kind: 'rows', filter: EVERYTHING, sort, offset: 0, limit: 1 });
  return rows[0]?.incident;
}

/** Whether any incident has something in a column: the first of those sorted by it has. Numbers that are all the same say nothing. */
async function isFilled(engine: Engine, column: Column): Promise<boolean> {
  const [last, first] = await Promise.all([true, false].map((way) => firstBy(engine, column, way)));
  if (last === undefined || first === undefined || !isStated(last, column)) return false;
  const read = roleOf(column)?.read;
  return read?.as !== 'number' || read.of(last) !== read.of(first);
}

/** So many incidents tell of most fields that they differ. */
const SAMPLED = 50;

/** The own fields, none of them counted by value, that say the same of all incidents. */
async function askConstant(engine: Engine, { fields }: Guide): Promise<readonly OwnKey[]> {
  const keys = fields.filter((field) => !field.many && !isGrouping(field)).map(ownKey);
  if (keys.length === 0) return [];
  const sort = [{ column: 'date', descending: false }] as const;
  const first = { kind: 'rows', filter: EVERYTHING, sort, offset: 0, limit: SAMPLED } as const;
  const { rows, total } = await engine.run(first);
  const alike = keys.flatMap((key) => {
    const [id, ...others] = new Set(rows.map(({ incident }) => ownIds(incident, key)[0] ?? NONE));
    return id === undefined || id === NONE || others.length > 0 ? [] : [{ key, id }];
  });
  const constant: OwnKey[] = [];
  for (const { key, id } of alike) {
    const filter = { ...EVERYTHING, own: [{ kind: 'values', key, values: [id] }] as const };
    const { matched } = await engine.run({ kind: 'total', filter, bin: 'year' });
    // A series of one incident has nothing to tell apart, and is shown whole.
    if (matched === total && total > 1) constant.push(key);
  }
  return constant;
}

/** Asks an engine what a revision says as a whole. */
export async function askOverall(engine: Engine, guide: Guide): Promise<Overall> {
  const own = ownMeasuresOf(guide);
  const filter = EVERYTHING;
  const facets = Promise.all(
    facetsOf(guide).map(
      async (facet) => [facet, await engine.run({ kind: 'facet', filter, facet })] as const,
    ),
  );
  // Not by bins: an incident without a start may have been in any of twenty thousand years.
  const ofSeveral = {
    ...filter,
    series: { split: 'actor', each: [], beyond: [], only: [SEVERAL], not: [] },
  } as const;
  const [found, total, several, filled, constant] = await Promise.all([
    facets,
    engine.run({ kind: 'total', filter, bin: 'year', own }),
    engine.run({ kind: 'total', filter: ofSeveral, bin: 'year' }),
    Promise.all(ASKED_APART.map((column) => isFilled(engine, column))),
    askConstant(engine, guide),
  ]);
  return {
    facets: Object.fromEntries(found) as Overall['facets'],
    total,
    several: several.matched,
    filled: ASKED_APART.filter((_, at) => filled[at]),
    constant,
  };
}
