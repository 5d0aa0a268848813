import type { SeriesGuide } from '../series/model';
import { byCodePoint } from '../series/text';
import { MAX_DAY, MIN_DAY } from '../time/day';
import type { Split } from '../view/view';
import type { GroupsQuery } from './query';
import type { GroupsResult } from './result';

/** The splits whose values are ranked, so that each keeps its colour whatever the filters. */
export const RANKED = ['actor', 'type', 'region'] as const satisfies readonly Split[];
export type Ranked = (typeof RANKED)[number];

/** What a page knows of a revision before it asks for anything. */
export interface SeriesInfo {
  readonly guide: SeriesGuide;
  /** The full hash. */
  readonly revision: string;
  /** The day it was published here, `YYYY-MM-DD` in UTC. */
  readonly published: string;
  /** Incidents in the revision, in or out of scope. */
  readonly incidents: number;
  /** Ids by number of incidents in the whole revision, most first, ties by id. */
  readonly ranking: Readonly<Record<Ranked, readonly string[]>>;
}

/** The query behind the ranking of one split: everything, whatever its scope and initiator. */
export function planRanking(split: Ranked): GroupsQuery {
  const everything = {
    from: MIN_DAY,
    to: MAX_DAY,
    actors: [],
    relations: [],
    suspicions: false,
    certainties: [],
    disputed: null,
    types: [],
    regions: [],
    initiators: 'any',
    scope: 'any',
    series: null,
    words: [],
    nothing: false,
  } as const;
  return { kind: 'groups', filter: everything, measure: 'incidents', split };
}

/** The ranking that a result holds. */
export function rank(result: GroupsResult): readonly string[] {
  return [...result.groups]
    .sort((a, b) => b.matched - a.matched || byCodePoint(a.series ?? '', b.series ?? ''))
    .flatMap(({ series }) => (series === null || series === 'none' ? [] : [series]));
}
