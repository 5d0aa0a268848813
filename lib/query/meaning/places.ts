import { groups as grouped } from 'd3-array';
import type { SeriesGuide } from '../../series/model';
import {
  aroundOf,
  gridIn,
  type HexGrid,
  heightOf,
  hexagonAt,
  hexCentre,
  hexMeasures,
} from '../../series/places/hexagons';
import {
  boxAround,
  isInBox,
  type Location,
  locationOf,
  OFF_MAP,
  type Point,
} from '../../series/places/location';
import { askedPlace, hexagonId, placeId } from '../../series/places/place-ids';
import { byCodePoint } from '../../text/order';
import { largestGroups } from '../figures/largest-groups';
import type { Filter, PlacesQuery } from '../query';
import type { PlaceGroup, PlaceMark, PlacesResult } from '../result';
import { groupsOf } from './groups';
import { inBest, inLow, type Match } from './matched';
import { cellValue, countIncidents } from './sums';
import { contribution } from './total';

type Guide = Pick<SeriesGuide, 'fields'>;

/** Whether an incident is where an id says. */
function isAt(location: Location, id: string): boolean {
  const asked = askedPlace(id);
  if (asked?.kind !== 'hexagon') return placeId(location) === id;
  if (location.at !== 'point') return false;
  const { column, row } = hexagonOf(location, asked.grid);
  return column === asked.hexagon.column && row === asked.hexagon.row;
}

function hexagonOf({ lat, lon }: Point, grid: HexGrid) {
  return hexagonAt(hexMeasures(grid), aroundOf(lon), heightOf(lat));
}

/** Whether the clauses on places allow an incident that is there. */
export function placeAllowed(location: Location, { box, places }: Pick<Filter, 'box' | 'places'>): boolean {
  if (box !== null && (location.at !== 'point' || !isInBox(location, box))) return false;
  return places.length === 0 || places.some((id) => isAt(location, id));
}

/** A match and where it is. */
interface Located {
  readonly match: Match;
  readonly location: Location;
}

interface AtPoint {
  readonly match: Match;
  readonly location: Extract<Location, { at: 'point' }>;
}

function isAtPoint(one: Located): one is AtPoint {
  return one.location.at === 'point';
}

/** The groups of the incidents of a mark. */
function groupsIn(guide: Guide, matches: readonly Match[], query: PlacesQuery): readonly PlaceGroup[] {
  const parts = matches.flatMap((match) =>
    groupsOf(match, query, query.stacked).map(({ group, best, low }) => ({
      ...{ series: group, incident: match.incident },
      weight: best && inBest(match) ? match.weight : 0,
      inLow: low && inLow(match),
    })),
  );
  return grouped(parts, ({ series }) => series)
    .map(([series, held]) => ({ series, ...cellValue(guide, query.measure, held) }))
    .sort((a, b) => byCodePoint(a.series ?? '', b.series ?? ''));
}

/** What a mark counts. */
function figuresOf(guide: Guide, matches: readonly Match[], query: PlacesQuery, as: PlacesResult['as']) {
  return {
    matched: matches.length,
    ...cellValue(guide, query.measure, matches.map(contribution)),
    ...largestGroups(groupsIn(guide, matches, query), as, query),
  };
}

/** The names that matches give of their places, and the one that most of them give. */
function namesOf(matches: readonly Match[]): Pick<PlaceMark, 'name' | 'names'> {
  const names = grouped(
    matches.flatMap(({ incident }) => incident.place.name ?? []),
    (name) => name,
  );
  names.sort(([a, one], [b, other]) => other.length - one.length || byCodePoint(a, b));
  return { name: names[0]?.[0] ?? null, names: names.length };
}

/** The matches with a name at the point that has the most of them, of several as many the northernmost, then the westernmost. */
function largestNamed(all: readonly AtPoint[]): readonly Match[] {
  const named = all.filter(({ match }) => match.incident.place.name !== null);
  const [largest] = grouped(named, ({ location }) => placeId(location)).sort(([a, one], [b, other]) => {
    const [here, there] = [one[0]!.location, other[0]!.location];
    return other.length - one.length || there.lat - here.lat || here.lon - there.lon || byCodePoint(a, b);
  });
  return largest?.[1].map(({ match }) => match) ?? [];
}

function pointMarks(guide: Guide, inside: readonly AtPoint[], query: PlacesQuery): readonly PlaceMark[] {
  return grouped(inside, ({ location }) => placeId(location)).map(([id, all]) => {
    const { lat, lon, precision } = all[0]!.location;
    const matches = all.map(({ match }) => match);
    return {
      ...{ id, lat, lon, precision },
      ...namesOf(matches),
      ...figuresOf(guide, matches, query, 'points'),
    };
  });
}

function hexagonMarks(
  guide: Guide,
  inside: readonly AtPoint[],
  query: PlacesQuery,
  grid: HexGrid,
): readonly PlaceMark[] {
  return grouped(inside, ({ location }) => hexagonId(grid, hexagonOf(location, grid))).map(([id, all]) => {
    const { lat, lon } = hexCentre(grid, hexagonOf(all[0]!.location, grid));
    const matches = all.map(({ match }) => match);
    return {
      ...{ id, lat, lon, precision: null },
      ...namesOf(largestNamed(all)),
      ...figuresOf(guide, matches, query, 'hexagons'),
    };
  });
}

/** From north to south, then from west to east. */
function byPlace(a: PlaceMark, b: PlaceMark): number {
  return b.lat - a.lat || a.lon - b.lon || byCodePoint(a.id, b.id);
}

/** The meaning of a places query over its matches. */
export function evaluatePlaces(guide: Guide, matches: readonly Match[], query: PlacesQuery): PlacesResult {
  const { box, most } = query;
  const all: readonly Located[] = matches.map((match) => ({ match, location: locationOf(match.incident) }));
  const atPoint = all.filter(isAtPoint);
  const isInside = ({ location }: AtPoint) => box === null || isInBox(location, box);
  const inside = atPoint.filter(isInside);
  const points = new Set(inside.map(({ location }) => placeId(location))).size;
  const counted = (some: readonly Located[]) => countIncidents(some.map(({ match }) => contribution(match)));
  const off = OFF_MAP.map((why) => [why, counted(all.filter(({ location }) => location.at === why))]);
  const extent = boxAround(atPoint.map(({ location }) => location));
  const marks =
    points > most
      ? hexagonMarks(guide, inside, query, gridIn(query.grid, extent))
      : pointMarks(guide, inside, query);
  return {
    as: points > most ? 'hexagons' : 'points',
    marks: [...marks].sort(byPlace),
    ...{ points, extent },
    outside: counted(atPoint.filter((one) => !isInside(one))),
    off: Object.fromEntries(off) as PlacesResult['off'],
  };
}
