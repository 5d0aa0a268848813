import { nameWords } from '../text/name-words';
import type { AreaLayer } from './boundary-set';

/** Words that say what kind of unit a name is of, in languages that write them in Latin letters. */
const KINDS = new Set(
  (
    'autonomous canton capital city county department departement departamento district governorate gouvernorat guba int krai kray ' +
    'land metropolitan misto muhafazat municipality oblast oblasts okrug avtonomnyy avtonomna prefecture province provincia provinsi ' +
    'region regional republic respublika republika special state territory the of de des du d la le l federal freistaat freie und hansestadt voivodeship'
  ).split(' '),
);

/** A name without case, diacritics and marks: `Rostov Oblast'` is `rostov oblast`. */
function whole(name: string): string {
  return nameWords(name.replace(/['’ʼ`ʹ"]/g, ''));
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

/** Indexes of areas by what they are called; of a name that several have, null. */
function table(
  layer: AreaLayer,
  keyOf: (name: string) => string,
  withOthers: boolean,
): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  layer.areas.forEach(({ properties }, at) => {
    const { name, names = [], code } = properties;
    for (const one of [name, ...(withOthers ? names : []), ...(code ? [code] : [])]) {
      const key = keyOf(one);
      if (key === '') continue;
      const known = found.get(key);
      found.set(key, known === undefined || known === at ? at : null);
    }
  });
  return found;
}

/**
 * Finds the area of a name in the words of a row: by its name, then by its other names, then by either without words such as
 * "province"; null where none has it, or more than one.
 */
export function namedArea(layer: AreaLayer): (name: string) => number | null {
  const tables = [
    { keyOf: whole, found: table(layer, whole, false) },
    { keyOf: whole, found: table(layer, whole, true) },
    { keyOf: stem, found: table(layer, stem, true) },
  ];
  return (name) => {
    for (const { keyOf, found } of tables) {
      const at = found.get(keyOf(name));
      if (at !== undefined) return at;
    }
    return null;
  };
}
