import type { Engine } from '../engine';
import { askOverall, offersOf, standardOf } from './offers';
import {
  planExtent,
  planRanking,
  type Ranking,
  rank,
  rankedSplits,
  rankFacet,
  type SeriesInfo,
} from './series-info';

/** Works out what a page knows of a revision before it asks for anything. */
export async function loadInfo(
  engine: Engine,
  about: Pick<SeriesInfo, 'guide' | 'revision' | 'published' | 'incidents'>,
): Promise<SeriesInfo> {
  const { guide } = about;
  const splits = rankedSplits(guide);
  const [overall, { points, extent }, ...groups] = await Promise.all([
    askOverall(engine, guide),
    engine.run(planExtent()),
    ...splits.map((split) => engine.run(planRanking(split))),
  ]);
  const ranking = Object.fromEntries(
    splits.map((split, at) => [split, rank(groups[at]!)]),
  ) as unknown as Ranking;
  // Actors that nothing is tied to but through their parts come after all that something is.
  const rolled = rankFacet(overall.facets.actor).filter((id) => !ranking.actor.includes(id));
  const offers = offersOf(guide, overall);
  return {
    ...about,
    ranking: { ...ranking, actor: [...ranking.actor, ...rolled] },
    offers,
    places: { points, extent },
    standard: standardOf(overall, offers, guide),
  };
}
