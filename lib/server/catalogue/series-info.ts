import type { Engine } from '../../query/engine';
import { loadInfo } from '../../query/load-info';
import type { SeriesInfo } from '../../query/series-info';
import type { Published, RevisionParts } from './series-store';

/** What a page knows of a revision before it asks for anything. */
export function loadSeriesInfo(
  { guide, incidents }: Pick<RevisionParts, 'guide' | 'incidents'>,
  { revision, published }: Published,
  engine: Engine,
): Promise<SeriesInfo> {
  return loadInfo(engine, { guide, revision, published, incidents });
}
