import { nameWords, phrases } from '../../text/name-words';

/** Units as they are written here, and the words and phrases that mean them, joined by `_`. */
const UNITS: readonly (readonly [unit: string, words: string])[] = [
  ['USD', 'usd us_dollars us_dollar dollars dollar'],
  ['EUR', 'eur euro euros'],
  ['GBP', 'gbp pounds_sterling'],
  ['km', 'km kms kilometre kilometres kilometer kilometers'],
  ['m', 'm metre metres meter meters'],
  ['ft', 'ft feet foot'],
  ['miles', 'mi mile miles'],
  ['mph', 'mph'],
  ['km/h', 'kmh kph km_h'],
  ['knots', 'knots knot kts kt'],
  ['kg', 'kg kgs kilogram kilograms kilo kilos'],
  ['t', 't ton tons tonne tonnes'],
  ['s', 's sec secs second seconds'],
  ['min', 'min mins minute minutes'],
  ['h', 'h hr hrs hour hours'],
  ['days', 'day days'],
  ['ha', 'ha hectare hectares'],
  ['%', 'percent pct percentage'],
  ['million', 'million millions mn mln mio'],
  ['billion', 'billion billions bn mrd'],
  ['thousand', 'thousand thousands'],
];

const BY_WORDS = new Map(UNITS.flatMap(([unit, words]) => [...phrases(words)].map((word) => [word, unit])));
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  M: 'million',
  K: 'thousand',
  k: 'thousand',
};
/** Words that make other numbers of those before them: a cell without one is not in the same. */
const FACTORS: ReadonlySet<string> = new Set(['thousand', 'million', 'billion']);
/** In the name of a column these words alone name something else, or may: the second suspect, 5 m. */
const NOT_IN_NAMES = new Set('m t s h k mi ha min kt sec day hour minute second foot meter ton'.split(' '));

/** Whether numbers with and without a unit may be the same: `5 km` and `5`, not `5 million` and `5`. */
export const isFactor = (unit: string): boolean => unit.split(' ').some((word) => FACTORS.has(word));

/** A unit as it stands in a cell, in the way that it is written here; as it stands where it is not known. */
export function unitNamed(text: string): string {
  const plain = text.trim().replace(/\.$/, '');
  return SIGNS[plain] ?? BY_WORDS.get(nameWords(plain)) ?? plain;
}

/** Whether a text is a unit: a known one, a sign, or a word such as `people`. */
export function isUnit(text: string): boolean {
  const plain = text.trim().replace(/\.$/, '');
  return (
    unitNamed(plain) !== plain || BY_WORDS.has(nameWords(plain)) || /^(?:[%‰°€£¥₹]|\p{L}{3,})/u.test(plain)
  );
}

/** Words of names that say a unit, the longer first, so that `km h` is no `km`. */
const IN_NAMES = [...BY_WORDS]
  .filter(([words]) => !NOT_IN_NAMES.has(words))
  .sort(([a], [b]) => b.length - a.length);

/** The unit that a name states, in brackets, by a sign or as a word of its own; null where it states none. */
export function unitInName(name: string): string | null {
  const bracketed = /[([]([^()[\]]{1,16})[)\]]\s*$/.exec(name)?.[1]?.trim() ?? null;
  if (bracketed !== null && /^[\p{L}%°$€£/²³]+$/u.test(bracketed)) return unitNamed(bracketed);
  const words = ` ${nameWords(name)} `;
  const stated = IN_NAMES.filter(([phrase]) => words.includes(` ${phrase} `)).map(([, unit]) => unit);
  const sign = /US\$|[$€£%]/.exec(name)?.[0];
  const unit = stated.find((one) => !isFactor(one)) ?? (sign === undefined ? null : unitNamed(sign));
  const factor = stated.find(isFactor);
  return unit !== null && factor !== undefined ? `${factor} ${unit}` : unit;
}
