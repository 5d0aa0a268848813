import type { Box } from '../series/places/location';
import { byCodePoint } from '../text/order';
import { type AreaFeature, type AreaLayer, type BoundarySet, boxesOf } from './boundary-set';
import { boxWidth } from './map-frame';
import { type NamedAreas, namedAreas, nameKeys, onlyArea } from './match-names';

/** A region by the words of rows. */
export interface NamedRegion {
  readonly id: string;
  readonly label: string;
  readonly country: string | null;
  /** The region that it lies in. */
  readonly parent: string | null;
  /** Whether the series has countries as its outermost regions, and it is one. */
  readonly isCountry: boolean;
  /** The outline that the series itself brings of it. */
  readonly area?: AreaFeature;
}

/** The countries that have units of a name, by the keys of names; made once for all outlines of a set. */
const indexes = new WeakMap<BoundarySet, ReadonlyMap<string, ReadonlySet<string>>>();

function countriesByName(set: BoundarySet): ReadonlyMap<string, ReadonlySet<string>> {
  const known = indexes.get(set);
  if (known) return known;
  const index = new Map<string, Set<string>>();
  for (const { properties } of set.countries.areas) {
    const code = properties.code ?? '';
    for (const unit of set.units(code)?.areas ?? []) {
      const { name, names = [] } = unit.properties;
      for (const key of [name, ...names].flatMap(nameKeys))
        index.set(key, (index.get(key) ?? new Set()).add(code));
    }
  }
  indexes.set(set, index);
  return index;
}

/** The country of which the most regions are units, by their names alone; none where those are fewer than half of them. */
function likelyCountry(set: BoundarySet, labels: readonly string[]): readonly string[] {
  const index = countriesByName(set);
  const counts = new Map<string, number>();
  for (const label of labels) {
    const codes = new Set(nameKeys(label).flatMap((key) => [...(index.get(key) ?? [])]));
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, one], [b, other]) => other - one || byCodePoint(a, b));
  return most !== undefined && most[1] > 1 && most[1] >= labels.length / 2 ? [most[0]] : [];
}

/** Where a region is looked for, by what it lies in, and what has its name there. */
interface Looked {
  /** What it is by that: a country with its code, a unit of one, a part of a unit, or nobody can tell. */
  readonly is: 'country' | 'unit' | 'part' | 'unknown';
  readonly code: string;
  readonly layer: AreaLayer | null;
  readonly found: NamedAreas;
}

const NOWHERE: NamedAreas = { exact: [], alike: [] };
const PART: Looked = { is: 'part', code: '', layer: null, found: NOWHERE };

/** Looks regions up, each among what its place in the tree lets it be. */
class RegionSearch {
  readonly #finders = new Map<AreaLayer, ReturnType<typeof namedAreas>>();
  readonly #looked = new Map<string, Looked>();
  readonly #regions: ReadonlyMap<string, NamedRegion>;

  constructor(
    private readonly set: BoundarySet,
    regions: readonly NamedRegion[],
    /** The countries of regions of which none is said. */
    private readonly others: readonly string[],
  ) {
    this.#regions = new Map(regions.map((region) => [region.id, region]));
  }

  look(region: NamedRegion): Looked {
    const known = this.#looked.get(region.id);
    if (known !== undefined) return known;
    // A circle ends here.
    this.#looked.set(region.id, PART);
    const looked = this.#lookAt(region);
    this.#looked.set(region.id, looked);
    return looked;
  }

  #lookAt({ label, country, parent, isCountry }: NamedRegion): Looked {
    const around = this.#regions.get(parent ?? '');
    const above = around === undefined ? null : this.look(around);
    if (above?.is === 'unit' || above?.is === 'part') return PART;
    if (above?.is === 'country') return this.#unit(above.code, label);
    const asCountry = this.#country(label);
    if (isCountry) return asCountry;
    const said = country === null ? '' : this.#country(country).code;
    const units = (said === '' ? this.others : [said]).map((code) => this.#unit(code, label));
    const unit = units.find(({ found }) => found.exact.length + found.alike.length > 0);
    if (unit !== undefined) return unit;
    return asCountry.code === '' && said !== '' ? this.#unit(said, label) : asCountry;
  }

  #named(layer: AreaLayer, name: string): NamedAreas {
    const find = this.#finders.get(layer) ?? namedAreas(layer);
    this.#finders.set(layer, find);
    return find(name);
  }

  #unit(code: string, name: string): Looked {
    const layer = this.set.units(code);
    return { is: 'unit', code, layer, found: layer === null ? NOWHERE : this.#named(layer, name) };
  }

  #country(name: string): Looked {
    const layer = this.set.countries;
    const found = this.#named(layer, name);
    const code = layer.areas[onlyArea(found) ?? -1]?.properties.code ?? '';
    return { is: code === '' ? 'unknown' : 'country', code, layer, found };
  }
}

/** Those that are called just as an outline is come first, the more precise name before the shorter. */
function inTurn(search: RegionSearch, regions: readonly NamedRegion[]): readonly NamedRegion[] {
  const rank = (region: NamedRegion) => (search.look(region).found.exact.length > 0 ? 0 : 1);
  return regions.toSorted(
    (a, b) => rank(a) - rank(b) || (rank(a) === 0 ? b.label.length - a.label.length : 0),
  );
}

/**
 * The areas of regions: that which the series brings, else by their names: a country of that name, a unit of the country that the region is
 * said to lie in, or of one of `countries` where none is said, or of the country whose units most of them are by their names. What
 * lies in a unit has only the outlines of the series. Of several regions one outline may be: first that which is called as it is, then others that are called alike.
 */
export function regionAreas(
  set: BoundarySet,
  regions: readonly NamedRegion[],
  countries: readonly string[],
): ReadonlyMap<string, AreaFeature> {
  return searchAreas(set, regions, countries).areas;
}

/** The same, and the regions that have no area because several could be theirs by their names. */
export function searchAreas(
  set: BoundarySet,
  regions: readonly NamedRegion[],
  countries: readonly string[],
): { readonly areas: ReadonlyMap<string, AreaFeature>; readonly unclear: readonly string[] } {
  const unsaid = regions
    .filter(({ country, parent }) => country === null && parent === null)
    .map(({ label }) => label);
  const others = countries.length > 0 || unsaid.length === 0 ? countries : likelyCountry(set, unsaid);
  const search = new RegionSearch(set, regions, others);
  const areas = new Map<string, AreaFeature>();
  const taken = new Set<AreaFeature>();
  const take = (region: NamedRegion, area: AreaFeature | undefined) => {
    if (area === undefined) return;
    taken.add(area);
    areas.set(region.id, area);
  };
  const ordered = inTurn(search, regions);
  for (const region of ordered) {
    const { layer, found } = search.look(region);
    const at = layer === null ? null : onlyArea(found, (one) => !taken.has(layer.areas[one]!));
    take(region, region.area ?? layer?.areas[at ?? -1]);
  }
  // A unit that is left and called alike is the same place by another name; of countries, that may be what belongs to one.
  for (const region of ordered) {
    const { is, layer, found } = search.look(region);
    if (is === 'unit' && !areas.has(region.id)) take(region, layer?.areas[onlyArea(found) ?? -1]);
  }
  const isUnclear = ({ exact, alike }: NamedAreas) =>
    exact.length > 1 || (exact.length === 0 && alike.length > 1);
  return {
    areas: new Map(regions.flatMap(({ id }) => (areas.has(id) ? [[id, areas.get(id)!] as const] : []))),
    unclear: regions.flatMap((one) =>
      !areas.has(one.id) && isUnclear(search.look(one).found) ? [one.id] : [],
    ),
  };
}

/** The least box around areas: what is left of the way around the world without its widest gap. Null of none. */
export function boxAround(areas: readonly AreaFeature[]): Box | null {
  const boxes = areas.flatMap((area) => [...boxesOf(area)]);
  if (boxes.length === 0) return null;
  const south = Math.min(...boxes.map((one) => one.south));
  const north = Math.max(...boxes.map((one) => one.north));
  const spans = boxes
    .map((one) => ({ from: one.west, to: one.west + boxWidth(one) }))
    .sort((a, b) => a.from - b.from);
  let [reached, widest, west, east] = [spans[0]!.to, -1, spans[0]!.from, spans[0]!.to];
  const gap = (from: number, to: number) => {
    if (to - from <= widest) return;
    [widest, east, west] = [to - from, from, to];
  };
  for (const { from, to } of spans) {
    gap(reached, from);
    reached = Math.max(reached, to);
  }
  gap(reached, spans[0]!.from + 360);
  if (widest <= 0) return { west: -180, east: 180, south, north };
  const turned = (lon: number) => lon - 360 * Math.floor((lon + 180) / 360);
  return { west: turned(west), east: turned(east), south, north };
}
