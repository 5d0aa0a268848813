import { foldWords, plainText } from '../../text/plain-text';
import type { Keyword } from './date-words';
import { LANGUAGES } from './languages';
import { moreWords } from './more-words';
import type { WordMeaning } from './word-meaning';

/** The words of one language by their folded text. */
export type Lexicon = ReadonlyMap<string, WordMeaning | Keyword>;

/** A run of letters, with the dots and apostrophes inside it. */
export const WORD = /[\p{L}\p{M}][\p{L}\p{M}'.]*/gu;

/** A word as lexicons have it, without dots: `a.d.` is `ad`, `мар.` is `мар`. */
export function wordKey(run: string): string {
  return run.replaceAll('.', '').replace(/'+$/, '');
}

const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full' },
  { dateStyle: 'long' },
  { dateStyle: 'medium' },
  { month: 'long' },
  { month: 'short' },
  { day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'short' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
];

const WITH_WEEKDAY: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full' },
  { weekday: 'long' },
  { weekday: 'short' },
];

/** Collects what a word stood for in sample dates. */
interface Sightings {
  readonly months: Map<string, Set<number>>;
  readonly weekdays: Map<string, Set<number>>;
  readonly fillers: Set<string>;
}

function sight(map: Map<string, Set<number>>, key: string, value: number): void {
  const seen = map.get(key);
  if (seen) seen.add(value);
  else map.set(key, new Set([value]));
}

/** Puts every word of a formatted date under the part that it overlaps, so that inflected and joined forms are known. */
function sightDate(
  parts: readonly Intl.DateTimeFormatPart[],
  month: number,
  weekday: number,
  into: Sightings,
) {
  let text = '';
  const kinds: string[] = [];
  for (const { type, value } of parts) {
    const folded = foldWords(plainSpaced(value));
    text += folded;
    kinds.push(...Array.from({ length: folded.length }, () => type));
  }
  for (const match of text.matchAll(WORD)) {
    const under = kinds.slice(match.index, match.index + match[0].length);
    const key = wordKey(match[0]);
    if (under.includes('month')) sight(into.months, key, month);
    else if (under.includes('weekday')) sight(into.weekdays, key, weekday);
    else into.fillers.add(key);
  }
}

/** As {@link plainText}, with the spaces at its ends. */
function plainSpaced(text: string): string {
  return plainText(`|${text.replace(/\s/g, ' ')}|`).slice(1, -1);
}

function sightLanguage(tag: string, into: Sightings): void {
  for (const style of STYLES) {
    const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, { timeZone: 'UTC', ...style });
    for (let month = 1; month <= 12; month += 1) {
      const at = Date.UTC(2023, month - 1, month + 10);
      sightDate(format.formatToParts(at), month, new Date(at).getUTCDay(), into);
    }
  }
  for (const style of WITH_WEEKDAY) {
    const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, { timeZone: 'UTC', ...style });
    for (let day = 1; day <= 7; day += 1) {
      sightDate(format.formatToParts(Date.UTC(2023, 0, day)), 1, day - 1, into); // 1 January 2023 was a Sunday.
    }
  }
}

function meaningsOf({ months, weekdays, fillers }: Sightings): ReadonlyMap<string, WordMeaning> {
  const lexicon = new Map<string, WordMeaning>();
  for (const key of fillers) lexicon.set(key, { kind: 'filler' });
  for (const [key, seen] of weekdays) {
    lexicon.set(key, { kind: 'weekday', weekday: seen.size === 1 ? ([...seen][0] ?? null) : null });
  }
  for (const [key, seen] of months) {
    const [month] = seen;
    const isMonth = seen.size === 1 && month !== undefined;
    lexicon.set(key, isMonth ? { kind: 'month', month, orWeekday: weekdays.has(key) } : { kind: 'filler' });
  }
  return lexicon;
}

const built = new Map<string, Lexicon>();

/** The names of months and days of a language, and the small words it puts between them; made once, when first asked. */
export function lexiconOf(language: string): Lexicon {
  const known = built.get(language);
  if (known) return known;
  const tags = LANGUAGES.find(([first]) => first === language) ?? [language];
  const into: Sightings = { months: new Map(), weekdays: new Map(), fillers: new Set() };
  for (const tag of Intl.DateTimeFormat.supportedLocalesOf([...tags])) sightLanguage(tag, into);
  const lexicon = new Map<string, WordMeaning | Keyword>(meaningsOf(into));
  for (const [key, meaning] of moreWords(language)) lexicon.set(key, meaning);
  built.set(language, lexicon);
  return lexicon;
}
