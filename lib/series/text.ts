import type { Incident } from './model';

/** Where a text holds no more than ASCII, folding is lower case alone, which is many times as fast. */
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Whether a text holds nothing but ASCII. */
export function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

/** Folds text for search: NFKD, combining accents off, lower case. Applied to the text on import and to the words asked for. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** The texts of own fields, by the id of the field. */
export function ownTexts({ own }: Pick<Incident, 'own'>): readonly string[] {
  const ids = Object.keys(own).sort(byCodePoint);
  return ids.flatMap((id) => {
    const value = own[id];
    if (typeof value === 'string') return [value];
    return typeof value === 'object' ? value : [];
  });
}

/** What a text search looks through: title, place, notes and the texts of own fields, folded. */
export function searchText(incident: Pick<Incident, 'title' | 'place' | 'notes' | 'own'>): string {
  const { title, place, notes } = incident;
  return fold([title, place.name ?? '', notes ?? '', ...ownTexts(incident)].join('\n'));
}

/** The folded words of a search; each must be found. */
export function searchWords(q: string): readonly string[] {
  return [
    ...new Set(
      fold(q)
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ];
}

/** Orders texts by Unicode code point, as SQL's binary collation does; JavaScript's `<` goes by UTF-16 unit. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (left !== right) return surrogateLast(left) - surrogateLast(right);
  }
  return a.length - b.length;
}

/** Lifts surrogates above the rest of the basic plane, so that units sort as code points. */
function surrogateLast(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/**
 * Text as it can be shown: without the marks that override the direction of what follows, with U+FFFD for halves of
 * characters, which have no place in UTF-8 nor in an address. Letters written from right to left keep their direction.
 */
export function showable(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
}
