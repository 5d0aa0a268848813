import type { Mapping } from '../../../mapping/mapping';
import type { ActorId, RegionId, TypeId } from '../../../series/model';
import { BETWEEN } from '../cells/cell-reader';
import { splitCell } from '../cells/split-cell';
import { actorNames, nameOf } from './actor-names';
import { idOfName, idsOfNames } from './name-ids';

/** The ids of everything that is named. A name that was not collected gets an id with a hash. */
export interface Names {
  readonly actor: (name: string) => ActorId;
  readonly type: (label: string) => TypeId;
  /** `country` is empty where the file has none. */
  readonly region: (name: string, country: string) => RegionId;
  /** A part of a region, which ids begin with; `above` is what it lies in, null where the row says none. */
  readonly district: (name: string, above: RegionId | null, isInRegion: boolean) => RegionId;
  /** The country as the region that its regions lie in; null in a file of one country, where it would tell nothing. */
  readonly country: ((name: string) => RegionId) | null;
}

/** The distinct texts of the columns that hold names. */
export type ColumnTexts = ReadonlyMap<string, Iterable<string>>;

/** The columns whose texts make ids. */
export function nameColumns(mapping: Mapping): readonly string[] {
  const { actors, type, subtypes, regions, districts, country } = mapping;
  const named = [...actors.map(({ column }) => column), type, ...subtypes, ...regions, ...districts];
  if (regions.length > 0 || districts.length > 0) named.push(country);
  return [...new Set(named.filter((name) => name !== null))];
}

/** The label of a type: that of its code, else the text itself. */
export function typeLabel(typeLabels: ReadonlyMap<string, string>, text: string): string {
  return nameOf((typeLabels.get(text) ?? text).trim());
}

function lookUp(ids: ReadonlyMap<string, string>, prefix: string): (name: string) => string {
  const others = new Map<string, string>();
  return (name) => {
    const known = ids.get(name) ?? others.get(name);
    if (known !== undefined) return known;
    const made = idOfName(name, prefix);
    others.set(name, made);
    return made;
  };
}

function filled(texts: ColumnTexts, columns: readonly (string | null)[]): Set<string> {
  const found = new Set<string>();
  for (const column of columns) {
    for (const text of (column !== null && texts.get(column)) || []) {
      const trimmed = text.trim();
      if (trimmed !== '') found.add(trimmed);
    }
  }
  return found;
}

function actorsIn(texts: ColumnTexts, mapping: Mapping): Set<string> {
  const namesOf = actorNames(mapping.actorDecisions);
  const names = new Set<string>();
  for (const { column, separator } of mapping.actors) {
    for (const text of filled(texts, [column])) {
      for (const { name } of namesOf(text, separator)) names.add(name);
    }
  }
  return names;
}

/** A region's id is written after its country's, `syria.aleppo`, so that regions of one name stay apart. */
function regionIds(texts: ColumnTexts, mapping: Mapping): Pick<Names, 'region' | 'district' | 'country'> {
  const namesIn = (columns: readonly (string | null)[], separator: string | null) =>
    new Set([...filled(texts, columns)].flatMap((text) => splitCell(text, separator)).map(nameOf));
  const named = idsOfNames(namesIn(mapping.regions, mapping.regionSeparator), 'r');
  const regions = lookUp(named, 'r');
  const countryNames = namesIn([mapping.country], null);
  const countries = lookUp(idsOfNames(countryNames, 'c'), 'c');
  const known = new Map<string, RegionId>();
  const region: Names['region'] = (name, country) => {
    const key = name + BETWEEN + country;
    const found = known.get(key);
    if (found !== undefined) return found;
    const id = (country === '' ? regions(name) : `${countries(country)}.${regions(name)}`) as RegionId;
    known.set(key, id);
    return id;
  };
  const taken = new Set(named.values());
  const isTree =
    countryNames.size > 1 &&
    [...mapping.regions, ...mapping.districts].some((column) => column !== mapping.country);
  const districts = lookUp(idsOfNames(namesIn(mapping.districts, null), 'd'), 'd');
  // Beside regions a district has an id that no name of one can give, for they may be called alike.
  const district: Names['district'] = (name, above, isInRegion) =>
    `${above === null ? '' : `${above}.`}${districts(name)}${isInRegion ? '' : '~'}` as RegionId;
  // A region of no country may be called as a country is.
  const country = (name: string) => {
    const id = countries(name);
    return (taken.has(id) ? `${id}.country` : id) as RegionId;
  };
  return { region, district, country: isTree ? country : null };
}

/** Makes the ids of a file from all texts of its name columns, whatever their order. */
export function namesOf(texts: ColumnTexts, mapping: Mapping): Names {
  const labels = new Map(Object.entries(mapping.typeLabels));
  const types = [...filled(texts, [mapping.type, ...mapping.subtypes])].map((text) =>
    typeLabel(labels, text),
  );
  return {
    actor: lookUp(idsOfNames(actorsIn(texts, mapping), 'a'), 'a') as Names['actor'],
    type: lookUp(idsOfNames(new Set(types), 't'), 't') as Names['type'],
    ...regionIds(texts, mapping),
  };
}
