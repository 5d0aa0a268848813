import { hexMeasures } from '../../../series/places/hexagons';
import { type Box, OFF_MAP } from '../../../series/places/location';
import { askedPlace, placeId } from '../../../series/places/place-ids';
import { type Bits, rowsOf } from '../columns/bits';
import type { Columns } from '../columns/columns';
import { type Locations, locationsOf, OFF_CODES } from '../columns/locations';

/** Marks the locations that an id names: 1 for those. */
function markNamed(locations: Locations, id: string, wanted: Uint8Array): void {
  const asked = askedPlace(id);
  if (asked === null) return;
  if (asked.kind === 'off') {
    wanted[OFF_MAP.indexOf(asked.off)] = 1;
    return;
  }
  if (asked.kind === 'hexagon') {
    const hexagons = locations.hexagons(hexMeasures(asked.grid));
    const { column, row } = asked.hexagon;
    for (let code = OFF_CODES; code < locations.size; code++) {
      if (hexagons[code * 2] === column && hexagons[code * 2 + 1] === row) wanted[code] = 1;
    }
    return;
  }
  for (let code = OFF_CODES; code < locations.size; code++) {
    const [lat, lon, precision] = [locations.lat(code), locations.lon(code), locations.precision(code)];
    if (asked.lat !== lat || asked.lon !== lon) continue;
    if (placeId({ at: 'point', lat, lon, precision }) === id) wanted[code] = 1;
  }
}

/** The rows at some places. */
export function rowsAt(columns: Columns, places: readonly string[]): Bits {
  const locations = locationsOf(columns);
  const wanted = new Uint8Array(locations.size);
  for (const id of places) markNamed(locations, id, wanted);
  return rowsOf(locations.codes, wanted);
}

/** The name of the clause on a box. */
export function boxName(box: Box): string {
  return `box ${JSON.stringify(box)}`;
}

/** The rows at points in a box. */
export function rowsInBox(columns: Columns, box: Box): Bits {
  const locations = locationsOf(columns);
  const wanted = new Uint8Array(locations.size);
  for (let code = OFF_CODES; code < locations.size; code++) {
    if (locations.isInside(code, box)) wanted[code] = 1;
  }
  return rowsOf(locations.codes, wanted);
}
