import type { Engine } from '../query/engine';
import { planRanking, RANKED, rank, type SeriesInfo } from '../query/series-info';
import type { Published, RevisionParts } from './series-store';

/** What a page knows of a revision before it asks for anything. */
export async function loadSeriesInfo(
  parts: Pick<RevisionParts, 'guide' | 'incidents'>,
  { revision, published }: Published,
  engine: Engine,
): Promise<SeriesInfo> {
  const ranked = RANKED.map(async (split) => [split, rank(await engine.run(planRanking(split)))] as const);
  const ranking = Object.fromEntries(await Promise.all(ranked)) as SeriesInfo['ranking'];
  return { guide: parts.guide, revision, published, incidents: parts.incidents, ranking };
}
