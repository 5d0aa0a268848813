import { ESTIMATES, type EstimateEntry } from '../../series/measures';
import type { Actor, SeriesMeta } from '../../series/model';
import { MOST_DRAWN } from '../plan/drawn-groups';
import type { SeriesInfo } from './series-info';

type CodebookEntry = SeriesMeta['codebook'][number];

/** Whether an entry of a codebook says what an estimate holds: it is of its field, or of a column that the importer took for it. */
export function tellsOf({ field, meaning }: CodebookEntry, { key, counts }: EstimateEntry): boolean {
  return field === key || meaning.startsWith(counts);
}

/** An actor as a dashboard knows it: what is told of it stands on the page about the series. */
function shortActor(actor: Actor): Actor {
  return {
    ...actor,
    ideology: null,
    activeFrom: null,
    activeTo: null,
    homeBase: null,
    notes: null,
    sources: [],
  };
}

/** What a dashboard needs to know of a series: without what only the page about it tells, so that a page is not heavier for it. */
export function pageInfo(info: SeriesInfo): SeriesInfo {
  const codebook = info.guide.meta.codebook.filter((entry) => ESTIMATES.some((one) => tellsOf(entry, one)));
  // Who comes first decides on colours; of the others it matters that there are any.
  const first = Object.entries(info.ranking).map(([split, ids]) => [split, ids?.slice(0, MOST_DRAWN + 1)]);
  const { areas: _, ...guide } = info.guide;
  return {
    ...info,
    ranking: Object.fromEntries(first) as SeriesInfo['ranking'],
    guide: {
      ...guide,
      meta: { ...guide.meta, description: '', provenance: [], codebook },
      actors: guide.actors.map(shortActor),
      actorRelations: guide.actorRelations.map((one) => ({ ...one, note: null })),
    },
  };
}
