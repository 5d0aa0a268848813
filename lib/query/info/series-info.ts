import { isOpenSplit, type OpenSplit } from '../../series/facets';
import { splitsOf } from '../../series/field-table';
import type { OwnKey } from '../../series/fields';
import type { SeriesGuide, Source } from '../../series/model';
import { byCodePoint } from '../../text/order';
import type { Standard } from '../../view/view';
import type { GroupsQuery, PlacesQuery } from '../query';
import type { FacetResult, GroupsResult, PlacesResult } from '../result';
import { EVERYTHING } from './everything';
import type { Offers } from './offers';

type RankedRole = Exclude<OpenSplit, OwnKey>;
/** The splits whose values are ranked, so that each keeps its colour whatever the filters: the values of the others have an order of their own. */
export type Ranked = OpenSplit;

/** All splits of a series whose values are ranked: the model's, and the fields of its own that group incidents. */
export function rankedSplits(guide: Pick<SeriesGuide, 'fields'>): readonly Ranked[] {
  return splitsOf(guide).filter(isOpenSplit);
}

/** Ids by number of incidents; own fields that group none have no entry. */
export type Ranking = Readonly<Record<RankedRole, readonly string[]>> &
  Readonly<Record<OwnKey, readonly string[] | undefined>>;

/** What a page knows of a revision before it asks for anything. */
export interface SeriesInfo {
  readonly guide: SeriesGuide;
  /** The titles of the sources that its outlines and numbers of people name, by id; absent where they name none. */
  readonly cited?: Readonly<Record<string, string>>;
  /** The full hash. */
  readonly revision: string;
  /** The day it was published here, `YYYY-MM-DD` in UTC. */
  readonly published: string;
  /** Incidents in the revision, in or out of scope. */
  readonly incidents: number;
  /** Ids by number of incidents in the whole revision, most first, ties by id. */
  readonly ranking: Ranking;
  /** The same with the incidents of their parts, where actors or regions have any: the order of groups that are rolled up. */
  readonly rolled?: Readonly<Partial<Record<'actor' | 'region', readonly string[]>>>;
  /** What there is to show of it. */
  readonly offers: Offers;
  /** Where its incidents are: how many points there are, each with its precision, and the box around them; null where there is none. */
  readonly places: Pick<PlacesResult, 'points' | 'extent'>;
  /** What an address that says nothing means in it. */
  readonly standard: Standard;
}

/** What is cited of the sources of a series where its page has no list of them: nothing where nothing is. */
export function citedIn(
  { areas = [], denominators = [] }: Pick<SeriesGuide, 'areas' | 'denominators'>,
  sources: readonly Source[],
): Pick<SeriesInfo, 'cited'> {
  const named = new Set<string>([...areas, ...denominators].flatMap((one) => one.sources));
  const titles = sources.flatMap(({ id, title, publisher }) =>
    named.has(id) ? [[id, title || publisher || id]] : [],
  );
  return titles.length === 0 ? {} : { cited: Object.fromEntries(titles) };
}

/** The query behind the ranking of one split. */
export function planRanking(split: Ranked): GroupsQuery {
  return { kind: 'groups', filter: EVERYTHING, measure: 'incidents', split };
}

/** The query behind where the incidents of a revision are. Its hexagons are few, for none of them is looked at. */
export function planExtent(): PlacesQuery {
  return {
    ...{ kind: 'places', filter: EVERYTHING, measure: 'incidents', split: 'none', stacked: false },
    ...{ box: null, most: 0, grid: { across: 2000, parallel: 0 } },
  };
}

/** The ranking that a result holds. */
export function rank(result: GroupsResult): readonly string[] {
  return [...result.groups]
    .sort((a, b) => b.matched - a.matched || byCodePoint(a.series ?? '', b.series ?? ''))
    .flatMap(({ series }) => (series === null || series === 'none' ? [] : [series]));
}

/** The values of a facet by their incidents, most first, ties by id. */
export function rankFacet({ values }: FacetResult): readonly string[] {
  return [...values]
    .sort((a, b) => b.high - a.high || byCodePoint(a.id, b.id))
    .flatMap(({ id }) => (id === 'none' ? [] : [id]));
}
