import type { BaseMap } from '../../boundaries/base-map';
import { frameOf, type MapFrame, type MapPoint } from '../../boundaries/map-frame';
import type { Engine } from '../../query/engine';
import type { PlanInfo } from '../../query/plan/plan';
import { askPlaces } from '../../query/plan/plan-places';
import type { PlacesResult } from '../../query/result';
import type { Box } from '../../series/places/location';
import type { View } from '../../view/view';

/** Draws the outlines of a frame, with units where the points are; `boundaries` names those that are asked for. */
export type DrawOutlines = (
  frame: MapFrame,
  points: readonly MapPoint[],
  boundaries: string | null,
) => BaseMap;

/** What a map is drawn from, beside the series and the view. */
export interface MapAnswers {
  readonly places: PlacesResult;
  readonly base: BaseMap;
}

/**
 * Asks for the places of a view and draws what stands beneath them: the part of the world that is asked for, or that around all
 * places. Null where no incident has a place on a map, or no map is wanted.
 */
export async function askForMap(
  engine: Pick<Engine, 'run'>,
  view: View,
  info: PlanInfo,
  draw: DrawOutlines,
  asked: Box | null = null,
  signal?: AbortSignal,
): Promise<MapAnswers | null> {
  if (view.map === 'off') return null;
  const part = asked ?? view.box;
  const places = await askPlaces(engine, view, info, part, signal);
  const box = part ?? places.extent;
  if (box === null) return null;
  const points = places.marks.map(({ lat, lon }) => ({ lat, lon }));
  return { places, base: draw(frameOf(box, part === null ? points : []), points, view.boundaries) };
}
