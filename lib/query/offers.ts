import {
  type BuiltInFacet,
  COLUMNS,
  type Column,
  FACETS,
  type Facet,
  SPLITS,
  type Split,
} from '../series/field-table';
import { isGrouping, isMeasure, type OwnField, ownKey } from '../series/fields';
import { MEASURES, type Measure } from '../series/measures';
import type { SeriesGuide } from '../series/model';
import type { Mode, Standard } from '../view/view';
import type { Engine } from './engine';
import { EVERYTHING } from './everything';
import { NONE, SEVERAL } from './query';
import type { BinsResult, FacetResult, TotalResult } from './result';

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
  /** Incidents by the actors that they form in a stack. */
  readonly stack: BinsResult;
  /** Columns of which no other answer tells, and whether any incident has something there. */
  readonly filled: readonly Column[];
}

/** A category with no more values than this has few. */
const MOST_VALUES = 30;
/** A category that fewer incidents than this share state tells too little. */
const LEAST_STATED = 0.5;
/** More than this share under "several" says nothing in a stack. */
const MOST_SEVERAL = 0.5;

const stated = ({ values }: FacetResult) => values.filter(({ id }) => id !== NONE);

function offeredFacets({ facets }: Overall, fields: readonly OwnField[]): readonly Facet[] {
  const all: readonly Facet[] = [...FACETS, ...fields.filter(isGrouping).map(ownKey)];
  return all.filter((facet) => {
    const values = facets[facet]?.values ?? [];
    return values.length > 1 && values.some(({ id }) => id !== NONE);
  });
}

const GROUPS: readonly Split[] = ['actor', 'type', 'region', 'relation', 'initiator'];

function offeredSplits(offered: readonly Facet[], fields: readonly OwnField[]): readonly Split[] {
  const all: readonly Split[] = [...GROUPS, ...fields.filter(isGrouping).map(ownKey)];
  return [...all.filter((split) => (offered as readonly string[]).includes(split)), 'none'];
}

function offeredMeasures({ total }: Overall, fields: readonly OwnField[]): readonly Measure[] {
  const reports = (measure: 'fatalities' | 'injured') => total[measure].basis.reported > 0;
  const own = fields.filter(isMeasure).map(ownKey);
  return [
    'incidents',
    ...(['fatalities', 'injured'] as const).filter(reports),
    ...own.filter((key) => (total.own[key]?.basis.reported ?? 0) > 0),
  ];
}

function offeredColumns(
  overall: Overall,
  measures: readonly Measure[],
  fields: readonly OwnField[],
): readonly Column[] {
  const { facets } = overall;
  const has = (facet: BuiltInFacet) => stated(facets[facet]).length > 0;
  const groups = (['actor', 'relation', 'type', 'region'] as const).filter(has);
  const figures = (['fatalities', 'injured'] as const).filter((one) => measures.includes(one));
  const initiator = facets.initiator.values.length > 1 ? (['initiator'] as const) : [];
  const all: readonly Column[] = [
    ...(['date', 'title'] as const),
    ...groups,
    ...initiator,
    ...figures,
    ...overall.filled,
    ...fields
      .filter((field) => !isGrouping(field) || (facets[ownKey(field)]?.values.length ?? 0) > 1)
      .map(ownKey),
    'id',
  ];
  return all;
}

/** What a revision has to show. */
export function offersOf({ fields }: Pick<SeriesGuide, 'fields'>, overall: Overall): Offers {
  const facets = offeredFacets(overall, fields);
  const measures = offeredMeasures(overall, fields);
  return {
    facets,
    splits: offeredSplits(facets, fields),
    measures,
    columns: offeredColumns(overall, measures, fields),
  };
}

/** How many groups of equal size would be as mixed as these: the exponential of Shannon's entropy. */
function spreadOf(result: FacetResult): number {
  const counts = stated(result).map(({ high }) => high);
  const sum = counts.reduce((all, count) => all + count, 0);
  const entropy = counts.reduce((all, count) => all - (count / sum) * Math.log(count / sum), 0);
  return sum === 0 ? 0 : Math.exp(entropy);
}

/**
 * The category that tells most: of those stated for most incidents and with few values, the one most widely spread; where
 * all have many values, the one with the fewest.
 */
function widest({ facets, total }: Overall, splits: readonly Split[]): Split {
  const candidates = splits.flatMap((split) => {
    const result =
      split === 'none' || split === 'relation' || split === 'initiator' ? undefined : facets[split];
    if (result === undefined) return [];
    const missing = result.values.find(({ id }) => id === NONE)?.high ?? 0;
    const isStated = total.matched - missing >= total.matched * LEAST_STATED;
    return isStated ? [{ split, spread: spreadOf(result), values: stated(result).length }] : [];
  });
  const [best] = candidates.filter(({ values }) => values <= MOST_VALUES).sort((a, b) => b.spread - a.spread);
  const [fewest] = candidates.sort((a, b) => a.values - b.values);
  return (best ?? fewest)?.split ?? 'none';
}

function severalShare({ stack, total }: Overall): number {
  const several = stack.bins.filter(({ series }) => series === SEVERAL);
  return several.reduce((sum, { high }) => sum + (high ?? 0), 0) / Math.max(1, total.matched);
}

/**
 * The split that tells most in a revision, and how it is drawn: the actors where incidents are tied to any, as lines
 * where most incidents have several; else the category most widely spread; else none.
 */
export function standardOf(overall: Overall, { splits }: Pick<Offers, 'splits'>): Standard {
  const hasActors = stated(overall.facets.actor).length > 0;
  const split = hasActors ? 'actor' : widest(overall, splits);
  const mode: Mode = split === 'actor' && severalShare(overall) > MOST_SEVERAL ? 'lines' : 'stack';
  return { split, mode };
}

const SINGLE: readonly Column[] = ['place', 'perpetrators', 'sources'];

/** Whether any incident has something in a column: the first of those sorted by it has. */
async function isFilled(engine: Engine, column: Column): Promise<boolean> {
  const sort = [{ column, descending: true }];
  const { rows } = await engine.run({ kind: 'rows', filter: EVERYTHING, sort, offset: 0, limit: 1 });
  const incident = rows[0]?.incident;
  if (incident === undefined) return false;
  const { place, perpetratorsKilled, sources } = incident;
  if (column === 'place') return place.name !== null;
  if (column === 'sources') return sources.length > 0;
  return Object.values(perpetratorsKilled).some((value) => value !== null);
}

/** Asks an engine what a revision says as a whole. */
export async function askOverall(engine: Engine, { fields }: Pick<SeriesGuide, 'fields'>): Promise<Overall> {
  const names: readonly Facet[] = [...FACETS, ...fields.filter(isGrouping).map(ownKey)];
  const own = fields.filter(isMeasure).map(ownKey);
  const filter = EVERYTHING;
  const facets = Promise.all(
    names.map(async (facet) => [facet, await engine.run({ kind: 'facet', filter, facet })] as const),
  );
  const stacked = { split: 'actor', stacked: true, beyond: null, measure: 'incidents', bin: 'year' } as const;
  const [found, total, stack, filled] = await Promise.all([
    facets,
    engine.run({ kind: 'total', filter, bin: 'year', own }),
    engine.run({ kind: 'bins', filter, ...stacked }),
    Promise.all(SINGLE.map((column) => isFilled(engine, column))),
  ]);
  return {
    facets: Object.fromEntries(found) as Overall['facets'],
    total,
    stack,
    filled: SINGLE.filter((_, at) => filled[at]),
  };
}

/** For what is drawn without asking first: a series of which everything is offered. */
export function everythingOffered({ fields }: Pick<SeriesGuide, 'fields'>): Offers {
  const own = fields.map(ownKey);
  const grouping = fields.filter(isGrouping).map(ownKey);
  return {
    facets: [...FACETS, ...grouping],
    splits: [...SPLITS.filter((split) => split !== 'none'), ...grouping, 'none'],
    measures: [...MEASURES, ...fields.filter(isMeasure).map(ownKey)],
    columns: [...COLUMNS.filter((column) => column !== 'id'), ...own, 'id'],
  };
}
