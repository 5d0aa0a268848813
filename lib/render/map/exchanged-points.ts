import type { Engine } from '../../query/engine';
import { searchedMarks } from '../../query/plan/plan-places';
import type { PlaceMark } from '../../query/result';
import type { RegionDef, SeriesGuide } from '../../series/model';
import { hexCorners } from '../../series/places/hexagons';
import { boxAround, type Point } from '../../series/places/location';
import { askedPlace } from '../../series/places/place-ids';
import { namedRegions } from './shaded-regions';

/** Where a point lies by the outlines of a country: in it, in sight of it, far from it; null where no outline has its name. */
export type NearCountry = (country: string, point: Point) => 'in' | 'near' | 'far' | null;

const NONE: ReadonlySet<string> = new Set();

/** The countries that the regions of a series are said to lie in, by region. */
function countriesOf(regions: readonly RegionDef[]): ReadonlyMap<string, string> {
  return new Map(
    namedRegions(regions).flatMap(({ id, label, country, isCountry }) => {
      const name = country ?? (isCountry ? label : null);
      return name === null ? [] : [[id, name] as const];
    }),
  );
}

/** The countries that the rows of a mark name. */
function namedIn({ groups }: PlaceMark, countries: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set(groups.flatMap(({ series }) => countries.get(series ?? '') ?? []))];
}

const exchange = ({ lat, lon }: Point): Point => ({ lat: lon, lon: lat });

/** Whether all rows of a mark that name a country name one from which the point is far, and in which it would be with its numbers exchanged. */
function isExchanged(mark: PlaceMark, countries: ReadonlyMap<string, string>, near: NearCountry): boolean {
  if (Math.abs(mark.lon) > 90) return false;
  const named = namedIn(mark, countries);
  const isOf = (country: string) => near(country, mark) === 'far' && near(country, exchange(mark)) === 'in';
  return named.length > 0 && named.every(isOf);
}

/** The corners of a hexagon and its middle; none of what is no hexagon. */
function pointsOf({ id, lat, lon }: PlaceMark): readonly Point[] {
  const asked = askedPlace(id);
  if (asked?.kind !== 'hexagon') return [];
  // Over the date line longitudes of corners go on.
  const onEarth = (degrees: number) => degrees - 360 * Math.floor((degrees + 180) / 360);
  return [{ lat, lon }, ...hexCorners(asked.grid, asked.hexagon)].map((point) => ({
    ...point,
    lon: onEarth(point.lon),
  }));
}

/** Whether a hexagon far from a country that some of its rows name may have points that would lie in it with their numbers exchanged. */
function mayHoldExchanged(
  mark: PlaceMark,
  countries: ReadonlyMap<string, string>,
  near: NearCountry,
): boolean {
  const points = pointsOf(mark);
  return namedIn(mark, countries).some(
    (country) =>
      points.every((point) => near(country, point) === 'far') &&
      points.some((point) => Math.abs(point.lon) <= 90 && near(country, exchange(point)) !== 'far'),
  );
}

/** Hexagons that are looked into, at most; of more the first ones. */
const MOST_LOOKED_INTO = 40;

/** The points of a revision that may be exchanged: all of them where they are few enough, else those in hexagons that may hold any. */
async function candidates(
  engine: Pick<Engine, 'run'>,
  countries: ReadonlyMap<string, string>,
  near: NearCountry,
): Promise<readonly PlaceMark[]> {
  const all = await engine.run(searchedMarks(null));
  if (all.as === 'points') return all.marks;
  const suspect = all.marks.filter((mark) => mayHoldExchanged(mark, countries, near));
  const found: PlaceMark[] = [];
  for (const hexagon of suspect.slice(0, MOST_LOOKED_INTO)) {
    const box = boxAround(pointsOf(hexagon));
    const { as, marks } = await engine.run(searchedMarks(box));
    if (as === 'points') found.push(...marks);
  }
  return found;
}

async function search(
  engine: Pick<Engine, 'run'>,
  guide: SeriesGuide,
  near: NearCountry,
): Promise<ReadonlySet<string>> {
  const countries = countriesOf(guide.regions);
  if (countries.size === 0) return NONE;
  const marks = await candidates(engine, countries, near);
  return new Set(marks.filter((mark) => isExchanged(mark, countries, near)).map(({ id }) => id));
}

const known = new WeakMap<readonly RegionDef[], Promise<ReadonlySet<string>>>();

/**
 * The points of a revision, by their ids, of which the rows seem to have latitude and longitude exchanged: they lie far from the country that is
 * named, and exchanged they would lie in it. Looked for once.
 */
export function exchangedPoints(
  engine: Pick<Engine, 'run'>,
  guide: SeriesGuide,
  near: NearCountry,
): Promise<ReadonlySet<string>> {
  const found = known.get(guide.regions);
  if (found !== undefined) return found;
  const searched = search(engine, guide, near);
  known.set(guide.regions, searched);
  searched.catch(() => known.delete(guide.regions));
  return searched;
}
