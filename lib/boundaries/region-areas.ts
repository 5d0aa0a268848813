import type { Box } from '../series/places/location';
import { byCodePoint } from '../text/order';
import { type AreaFeature, type BoundarySet, boxesOf } from './boundary-set';
import { boxWidth } from './map-frame';
import { namedArea, nameKeys } from './match-names';

/** A region by the words of rows. */
export interface NamedRegion {
  readonly id: string;
  readonly label: string;
  readonly country: string | null;
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

/**
 * The areas of regions: that which the series brings, else by their names: a unit of the country that the region is said to lie in, or of one of `countries` where none is
 * said, or of the country whose units most of them are by their names; else a country of that name. A region of which no outline has the name has
 * no area.
 */
export function regionAreas(
  set: BoundarySet,
  regions: readonly NamedRegion[],
  countries: readonly string[],
): ReadonlyMap<string, AreaFeature> {
  const ofCountry = namedArea(set.countries);
  const unsaid = regions.filter(({ country }) => country === null).map(({ label }) => label);
  const others = countries.length > 0 || unsaid.length === 0 ? countries : likelyCountry(set, unsaid);
  const finders = new Map<string, ReturnType<typeof namedArea>>();
  const unitOf = (code: string, name: string): AreaFeature | null => {
    const layer = set.units(code);
    if (layer === null) return null;
    const find = finders.get(code) ?? namedArea(layer);
    finders.set(code, find);
    return layer.areas[find(name) ?? -1] ?? null;
  };
  const areas = regions.flatMap(({ id, label, country, area: own }) => {
    if (own !== undefined) return [[id, own] as const];
    const at = country === null ? null : ofCountry(country);
    const said = at === null ? [] : [set.countries.areas[at]?.properties.code ?? ''];
    const codes = said.length > 0 ? said : others;
    const unit = codes.map((code) => unitOf(code, label)).find((one) => one !== null);
    const area = unit ?? set.countries.areas[ofCountry(label) ?? -1];
    return area === undefined ? [] : [[id, area] as const];
  });
  return new Map(areas);
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
