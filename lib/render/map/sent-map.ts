import type { PlaceMark, PlacesResult } from '../../query/result';
import { hexCentre } from '../../series/places/hexagons';
import { POINT_PRECISIONS } from '../../series/places/location';
import { askedPlace, placeId } from '../../series/places/place-ids';
import type { MapAnswers } from './ask-map';

/** Points have five decimals. */
const PARTS = 100_000;

/** A mark as it is sent: a point as whole numbers, of which its id is made, and a hexagon as its id, of which its middle is. */
type SentMark = Omit<PlaceMark, 'id' | 'lat' | 'lon' | 'precision'> & {
  readonly at: string | null;
  readonly lat: number;
  readonly lon: number;
  /** The place of its precision in the list of these. */
  readonly precision: number;
};

/** A map as a browser is sent it: nothing in it is said twice. */
export type SentMap = Omit<MapAnswers, 'places'> & {
  readonly places: Omit<PlacesResult, 'marks'> & { readonly marks: readonly SentMark[] };
};

function sentMark(mark: PlaceMark): SentMark {
  const { id, lat, lon, precision, ...rest } = mark;
  return precision === null
    ? { at: id, lat: 0, lon: 0, precision: -1, ...rest }
    : {
        ...{ at: null, lat: Math.round(lat * PARTS), lon: Math.round(lon * PARTS) },
        ...{ precision: POINT_PRECISIONS.indexOf(precision), ...rest },
      };
}

function readMark({ at, lat: north, lon: east, precision: place, ...rest }: SentMark): PlaceMark {
  const hexagon = at === null ? null : askedPlace(at);
  if (at !== null && hexagon?.kind === 'hexagon')
    return { id: at, ...hexCentre(hexagon.grid, hexagon.hexagon), precision: null, ...rest };
  const [lat, lon] = [north / PARTS, east / PARTS];
  const precision = POINT_PRECISIONS[place] ?? 'unknown';
  return { id: placeId({ at: 'point', lat, lon, precision }), lat, lon, precision, ...rest };
}

/** A map made ready to be sent. */
export function sentMap(map: MapAnswers | null): SentMap | null {
  return map && { ...map, places: { ...map.places, marks: map.places.marks.map(sentMark) } };
}

/** The map that was sent, the same to the last digit. */
export function readMap(sent: SentMap | null): MapAnswers | null {
  return sent && { ...sent, places: { ...sent.places, marks: sent.places.marks.map(readMark) } };
}
