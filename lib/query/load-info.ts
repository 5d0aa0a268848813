import type { Engine } from './engine';
import { askOverall, offersOf, standardOf } from './offers';
import { planRanking, type Ranking, rank, rankedSplits, type SeriesInfo } from './series-info';

/** Works out what a page knows of a revision before it asks for anything. */
export async function loadInfo(
  engine: Engine,
  about: Pick<SeriesInfo, 'guide' | 'revision' | 'published' | 'incidents'>,
): Promise<SeriesInfo> {
  const { guide } = about;
  const splits = rankedSplits(guide);
  const [overall, ...groups] = await Promise.all([
    askOverall(engine, guide),
    ...splits.map((split) => engine.run(planRanking(split))),
  ]);
  const ranking = Object.fromEntries(
    splits.map((split, at) => [split, rank(groups[at]!)]),
  ) as unknown as Ranking;
  const offers = offersOf(guide, overall);
  return { ...about, ranking, offers, standard: standardOf(overall, offers) };
}
