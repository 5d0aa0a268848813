import { nameWords } from '../text/name-words';
import type { AreaLayer } from './boundary-set';
import { countryNames } from './country-names';

/** Words that say what kind of unit a name is of, in languages that write them in Latin letters. */
const KINDS = new Set(
  (
    'autonomous canton capital city county department departement departamento district division governorate gouvernorat guba int krai kray ' +
    'land metropolitan misto muhafazat municipality oblast oblasts okrug avtonomnyy avtonomna prefecture province provincia provinsi ' +
    'region regional republic republican respublika republika special state territory the of de des du d la le l federal freistaat freie und hansestadt voivodeship'
  ).split(' '),
);

/** A name without case, diacritics and marks: `Rostov Oblast'` is `rostov oblast`, `Côte d'Ivoire` is `cote divoire`. */
function whole(name: string): string {
  return nameWords(name.toLowerCase().replace(/['’ʼ`ʹ"]/g, ''));
}

/** The same without the words for kinds of units, and without a part in brackets. */
function stem(name: string): string {
  const words = whole(name.replace(/\(.*?\)/g, '')).split(' ');
  return words.filter((word) => !KINDS.has(word)).join(' ');
}

/** What a name is compared by: as a whole, and without words for kinds of units. */
export function nameKeys(name: string): readonly string[] {
  return [...new Set([whole(name), stem(name)])].filter((key) => key !== '');
}

/** Indexes of areas by what they are called. */
function table(
  layer: AreaLayer,
  keyOf: (name: string) => string,
  withOthers: boolean,
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  layer.areas.forEach(({ properties }, at) => {
    const { name, names = [], code } = properties;
    const others = withOthers ? [...names, ...countryNames(code)] : [];
    for (const one of [name, ...others, ...(code ? [code] : [])]) {
      const key = keyOf(one);
      if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(at));
    }
  });
  return found;
}

/** The areas that a name may be of. */
export interface NamedAreas {
  /** Those that are called so: by their names, or else by their other names. */
  readonly exact: readonly number[];
  /** Those that are so by either without words such as "province". */
  readonly alike: readonly number[];
}

/** Finds the areas of a name in the words of a row. */
export function namedAreas(layer: AreaLayer): (name: string) => NamedAreas {
  const [byName, byAll, byStem] = [
    table(layer, whole, false),
    table(layer, whole, true),
    table(layer, stem, true),
  ];
  return (name) => {
    const key = whole(name);
    return {
      exact: [...(byName.get(key) ?? byAll.get(key) ?? [])],
      alike: [...(byStem.get(stem(name)) ?? [])],
    };
  };
}

/**
 * The one area of a name among those that are left to it: that which is called so, else the one that is alike; null where there is
 * none, or more than one.
 */
export function onlyArea(
  { exact, alike }: NamedAreas,
  isFree: (at: number) => boolean = () => true,
): number | null {
  const free = exact.filter(isFree);
  if (free.length > 0) return exact.length === 1 ? free[0]! : null;
  const others = exact.length > 1 ? [] : alike.filter(isFree);
  return others.length === 1 ? others[0]! : null;
}
