import type { Engine } from '../engine';
import { MOST_DRAWN } from '../plan/drawn-groups';
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

/** So many wholes of a series are in their order, and those that are drawn apart: pages and pictures hold the same, and no page all. */
const MOST_ROLLED = 2 * MOST_DRAWN;

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
  const standard = standardOf(overall, offers, about);
  const rolledOf = (split: 'actor' | 'region') => {
    const all = rankFacet(overall.facets[split]);
    const kept = new Set([...all.slice(0, MOST_ROLLED), ...ranking[split].slice(0, MOST_DRAWN)]);
    return all.filter((id) => kept.has(id));
  };
  const rolled = {
    ...(standard.tree ? { actor: rolledOf('actor') } : {}),
    ...(standard.regionTree ? { region: rolledOf('region') } : {}),
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
