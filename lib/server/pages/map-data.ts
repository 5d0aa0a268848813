import type { SeriesInfo } from '../../query/info/series-info';
import { askForMap, type MapAnswers } from '../../render/map/ask-map';
import { namedRegions } from '../../render/map/shaded-regions';
import type { RegionDef } from '../../series/model';
import { servedOutlines } from '../boundaries/served-outlines';
import type { OpenRequest } from '../requests/open-request';

type Asked = Pick<OpenRequest, 'revision' | 'view'>;

const PLACED = new WeakMap<readonly RegionDef[], boolean>();

/** Whether any incident of a revision has a place on a map, or the outlines know its regions, whatever the view. */
export function hasPlaces({ places, guide: { regions, areas } }: SeriesInfo): boolean {
  if (places.points > 0 || areas !== undefined) return true;
  const known = PLACED.get(regions) ?? servedOutlines.regions(namedRegions(regions), [], null) !== null;
  PLACED.set(regions, known);
  return known;
}

/** The map of a view: of the part of the world that it shows, else of all its places; null where it has none. */
export function mapOf({ revision, view }: Asked, signal?: AbortSignal): Promise<MapAnswers | null> {
  return askForMap(revision.engine, view, revision.info, servedOutlines, signal);
}
