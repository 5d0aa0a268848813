import type { Engine } from '../../query/engine';
import { EVERYTHING } from '../../query/info/everything';
import { planPlaces } from '../../query/plan/plan-places';
import { askForMap, type MapAnswers } from '../../render/map/ask-map';
import type { Box } from '../../series/places/location';
import { servedOutlines } from '../boundaries/boundary-sets';
import type { OpenRequest } from '../requests/open-request';

type Asked = Pick<OpenRequest, 'revision' | 'view'>;

const PLACED = new WeakMap<Engine, Promise<boolean>>();

/** Whether any incident of a revision has a place on a map, or the outlines know its regions, whatever the view; asked once while the revision is open. */
export function hasPlaces({ revision: { engine, info }, view }: Asked): Promise<boolean> {
  const query = {
    ...planPlaces(view, info, null),
    filter: EVERYTHING,
    most: 0,
    split: 'none',
    measure: 'incidents',
  } as const;
  const known =
    PLACED.get(engine) ??
    engine
      .run(query)
      .then(({ extent }) => extent !== null || servedOutlines.regions(info.guide.regions, [], null) !== null);
  PLACED.set(engine, known);
  // What failed is asked again.
  known.catch(() => PLACED.delete(engine));
  return known;
}

/** The map of a view: of the part of the world that is asked for, else of all its places; null where it has none. */
export function mapOf(
  { revision, view }: Asked,
  part: Box | null,
  signal?: AbortSignal,
): Promise<MapAnswers | null> {
  return askForMap(revision.engine, view, revision.info, servedOutlines, part, signal);
}
