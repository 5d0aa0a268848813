import type { Engine } from '../engine';
import { askOverall, offersOf } from './offers';
import {
  planExtent,
  planRanking,
  type Ranking,
  rank,
  rankedSplits,
  rankFacet,
  type SeriesInfo,
} from './series-info';
import { standardOf } from './standard-split';

/** Works out what a page knows of a revision before it asks for anything. */
export async function loadInfo(
  engine: Engine,
  about: Pick<SeriesInfo, 'guide' | 'cited' | 'revision' | 'published' | 'incidents'>,
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
  // What nothing names but through its parts comes after all that something names.
  const withWholes = (split: 'actor' | 'region') => {
    const ranked = new Set(ranking[split]);
    return [...ranked, ...rankFacet(overall.facets[split]).filter((id) => !ranked.has(id))];
  };
  const offers = offersOf(guide, overall);
  const standard = standardOf(overall, offers, guide);
  const rolled = {
    ...(standard.tree ? { actor: rankFacet(overall.facets.actor) } : {}),
    ...(standard.regionTree ? { region: rankFacet(overall.facets.region) } : {}),
  };
  return {
    ...about,
    ranking: { ...ranking, actor: withWholes('actor'), region: withWholes('region') },
    rolled,
    offers,
    places: { points, extent },
    standard,
  };
}
