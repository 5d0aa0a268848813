import type { Incident } from '../../series/model';
import { aroundOf, heightOf } from '../../series/places/hexagons';
import { type Location, locationOf } from '../../series/places/location';
import { placeId } from '../../series/places/place-ids';
import { double, type TableColumn, text } from './columns';

interface WithIncident {
  readonly incident: Incident;
}

/** The point of an incident; null where it has none. */
function ofPoint(
  read: (point: Extract<Location, { at: 'point' }>) => number,
): (one: WithIncident) => number | null {
  return ({ incident }) => {
    const location = locationOf(incident);
    return location.at === 'point' ? read(location) : null;
  };
}

/** Where an incident is on a map: the id of its place, its point, and where that is in the projection of hexagons. */
export const PLACE_COLUMNS: readonly TableColumn<WithIncident>[] = [
  text('place_id', ({ incident }) => placeId(locationOf(incident))),
  text('place_name', ({ incident }) => incident.place.name),
  double(
    'map_lat',
    ofPoint(({ lat }) => lat),
  ),
  double(
    'map_lon',
    ofPoint(({ lon }) => lon),
  ),
  double(
    'map_around',
    ofPoint(({ lon }) => aroundOf(lon)),
  ),
  double(
    'map_height',
    ofPoint(({ lat }) => heightOf(lat)),
  ),
];
