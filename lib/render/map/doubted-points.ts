import { type KmFrom, seemsExchanged } from '../../boundaries/near-country';
import type { Engine } from '../../query/engine';
import { EVERYTHING } from '../../query/info/everything';
import { searchedMarks } from '../../query/plan/plan-places';
import type { PlaceMark } from '../../query/result';
import type { RegionDef, SeriesGuide } from '../../series/model';
import { hexCorners } from '../../series/places/hexagons';
import { locationOf, type Point } from '../../series/places/location';
import { askedPlace, placeId } from '../../series/places/place-ids';
import { ABROAD_KM, type PointDoubt, SEA_KM } from '../../series/places/point-doubts';
import { namedRegions } from './shaded-regions';

type Asked = Pick<Engine, 'run'>;
type Countries = ReadonlyMap<string, string>;
const NONE: ReadonlyMap<string, PointDoubt> = new Map();

/** The countries that the regions of a series are said to lie in, by region. */
function countriesOf(regions: readonly RegionDef[]): Countries {
  return new Map(
    namedRegions(regions).flatMap(({ id, label, country, isCountry }) => {
      const name = country ?? (isCountry ? label : null);
      return name === null ? [] : [[id, name] as const];
    }),
  );
}

/** The countries that the rows of a mark name. */
type NamedIn = (mark: PlaceMark) => readonly string[];

function namedByRegions(countries: Countries): NamedIn {
  return ({ groups }) => [...new Set(groups.flatMap(({ series }) => countries.get(series ?? '') ?? []))];
}

/** Of no more incidents than this the rows themselves are read, so many at a time. */
const [MOST_ROWS, PAGE] = [20_000, 2000];

/** The countries of points where no region says them: by the rows, one by one; of none where these are too many. */
async function namedByRows(engine: Asked): Promise<NamedIn> {
  const names = new Map<string, Set<string>>();
  for (let offset = 0; ; offset += PAGE) {
    const page = { kind: 'rows', filter: EVERYTHING, sort: [], offset, limit: PAGE } as const;
    const { total, rows } = await engine.run(page);
    if (total > MOST_ROWS) return () => [];
    for (const { incident } of rows) {
      const id = placeId(locationOf(incident));
      const { country } = incident.place;
      if (country !== null) names.set(id, (names.get(id) ?? new Set()).add(country));
    }
    if (rows.length === 0 || offset + PAGE >= total) return ({ id }) => [...(names.get(id) ?? [])];
  }
}

function isFar(km: number | null, most: number): boolean {
  return km !== null && km > most;
}

/** What may be wrong with the point of a mark: all rows of it that name a country must name one from which it is far. */
function doubtOf(mark: PlaceMark, namedIn: NamedIn, kmFrom: KmFrom): PointDoubt | null {
  const named = namedIn(mark);
  const distances = named.map((country) => kmFrom(country, mark));
  const isAbroad = named.length > 0 && distances.every((km) => isFar(km, ABROAD_KM));
  if (named.length > 0 && named.every((country) => seemsExchanged(kmFrom, country, mark))) return 'exchanged';
  if (distances.includes(0)) return null;
  if (isFar(kmFrom(null, mark), SEA_KM)) return 'sea';
  return isAbroad ? 'abroad' : null;
}

/** The corners of a hexagon and its middle; none of what is no hexagon. */
export function hexagonPoints({ id, lat, lon }: PlaceMark): readonly Point[] {
  const asked = askedPlace(id);
  if (asked?.kind !== 'hexagon') return [];
  // Over the date line longitudes of corners go on.
  const onEarth = (degrees: number) => degrees - 360 * Math.floor((degrees + 180) / 360);
  return [{ lat, lon }, ...hexCorners(asked.grid, asked.hexagon)].map((point) => ({
    ...point,
    lon: onEarth(point.lon),
  }));
}

/** Whether a hexagon may have points with which something is wrong. */
function mayHoldDoubted(mark: PlaceMark, namedIn: NamedIn, kmFrom: KmFrom): boolean {
  const points = hexagonPoints(mark);
  const isAnyFar = (country: string | null, most: number) =>
    points.some((point) => isFar(kmFrom(country, point), most));
  return isAnyFar(null, SEA_KM) || namedIn(mark).some((country) => isAnyFar(country, ABROAD_KM));
}

/** Hexagons of all points, those of them that are looked into, and the points in these, at the most: of more nothing is said, for that would take seconds. */
const [MOST_HEXAGONS, MOST_LOOKED_INTO, MOST_POINTS] = [6000, 2000, 100_000];

/** The points of a revision that may be wrong: all of them where they are few enough, else those in hexagons that may hold any. */
async function candidates(
  engine: Asked,
  countries: Countries,
  namedIn: NamedIn,
  kmFrom: KmFrom,
): Promise<readonly PlaceMark[]> {
  const query = searchedMarks();
  // Without its regions at first: of very many hexagons these would take long.
  const first = await engine.run({ ...query, split: 'none' });
  if (first.as === 'hexagons' && first.marks.length > MOST_HEXAGONS) return [];
  const all = countries.size === 0 ? first : await engine.run(query);
  if (all.as === 'points') return all.marks;
  const places = all.marks.filter((mark) => mayHoldDoubted(mark, namedIn, kmFrom)).map(({ id }) => id);
  if (places.length === 0 || places.length > MOST_LOOKED_INTO) return [];
  const { as, marks } = await engine.run({
    ...query,
    filter: { ...query.filter, places },
    most: MOST_POINTS,
  });
  return as === 'points' ? marks : [];
}

async function search(
  engine: Asked,
  guide: SeriesGuide,
  kmFrom: KmFrom,
): Promise<ReadonlyMap<string, PointDoubt>> {
  const countries = countriesOf(guide.regions);
  const namedIn = countries.size === 0 ? await namedByRows(engine) : namedByRegions(countries);
  const found = (await candidates(engine, countries, namedIn, kmFrom)).flatMap((mark) => {
    const why = doubtOf(mark, namedIn, kmFrom);
    return why === null ? [] : [[mark.id, why] as const];
  });
  return found.length === 0 ? NONE : new Map(found);
}

const known = new WeakMap<readonly RegionDef[], WeakMap<KmFrom, ReturnType<typeof search>>>();

/** The points of a revision with which something may be wrong by some outlines, by their ids. Looked for once. */
export function doubtedPoints(
  engine: Asked,
  guide: SeriesGuide,
  kmFrom: KmFrom,
): Promise<ReadonlyMap<string, PointDoubt>> {
  const byOutlines = known.get(guide.regions) ?? new WeakMap<KmFrom, ReturnType<typeof search>>();
  known.set(guide.regions, byOutlines);
  const found = byOutlines.get(kmFrom);
  if (found !== undefined) return found;
  const searched = search(engine, guide, kmFrom);
  byOutlines.set(kmFrom, searched);
  searched.catch(() => byOutlines.delete(kmFrom));
  return searched;
}
