import type { Engine } from '../../query/engine';
import { searchedMarks } from '../../query/plan/plan-places';
import type { PlaceMark } from '../../query/result';
import type { RegionDef, SeriesGuide } from '../../series/model';
import type { Point } from '../../series/places/location';
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

/** Whether all rows of a mark that name a country name one from which the point is far, and in which it would be with its numbers exchanged. */
function isExchanged(
  { lat, lon, groups }: PlaceMark,
  countries: ReadonlyMap<string, string>,
  near: NearCountry,
): boolean {
  if (Math.abs(lon) > 90) return false;
  const named = new Set(groups.flatMap(({ series }) => countries.get(series ?? '') ?? []));
  const isOf = (country: string) =>
    near(country, { lat, lon }) === 'far' && near(country, { lat: lon, lon: lat }) === 'in';
  return named.size > 0 && [...named].every(isOf);
}

async function search(
  engine: Pick<Engine, 'run'>,
  guide: SeriesGuide,
  near: NearCountry,
): Promise<ReadonlySet<string>> {
  const countries = countriesOf(guide.regions);
  if (countries.size === 0) return NONE;
  const { as, marks } = await engine.run(searchedMarks());
  if (as === 'hexagons') return NONE;
  return new Set(marks.filter((mark) => isExchanged(mark, countries, near)).map(({ id }) => id));
}

const known = new WeakMap<readonly RegionDef[], Promise<ReadonlySet<string>>>();

/**
 * The points of a revision, by their ids, of which the rows seem to have latitude and longitude exchanged: they lie far from the country that is
 * named, and exchanged they would lie in it. Looked for once, where there are not too many ({@link searchedMarks}).
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
