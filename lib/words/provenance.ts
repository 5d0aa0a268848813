import type { Noun } from '../series/measures';
import type { Coverage, SeriesMeta } from '../series/model';
import { IMPORT_TEXTS, statedText } from '../series/stated';
import { dateWords } from '../time/atom-words';
import { formatDayText } from '../time/format';
import { inNoun } from './labels';

/** Where and when a series was watched: `Russia, 1 Jan 2017 to 30 Jun 2024`; the days alone where it does not say where. */
export function coverageWords({ places, from, to }: Coverage): string {
  const days = `${formatDayText(from)} to ${formatDayText(to)}`;
  const where = statedText(places);
  return where === null ? days : `${where}, ${days}`;
}

const IMPORTED: ReadonlySet<string> = new Set(Object.values(IMPORT_TEXTS));

/** A text of a series: what an import wrote by itself takes the noun of the series, what somebody wrote stands as written. Empty where there is none. */
export function importedText(text: string | null, noun: Noun): string {
  if (text === null) return '';
  return IMPORTED.has(text) ? inNoun(text, noun) : text;
}

/**
 * As of when the sources of a series speak: `figures as published until Nov 2026`; null where the series does not say.
 * Told beside its figures, for a toll may grow for years after the day of the incident.
 */
export function asOfWords({ sourcesUntil }: Pick<SeriesMeta, 'sourcesUntil'>): string | null {
  return sourcesUntil === undefined ? null : `figures as published until ${dateWords(sourcesUntil)}`;
}

/** The same as a sentence with a blank before it, to be put behind another; empty where the series does not say. */
export function asOfSentence(meta: Pick<SeriesMeta, 'sourcesUntil'>): string {
  const words = asOfWords(meta);
  return words === null ? '' : ` ${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** The licence as a sentence, with a blank before it: ` Licence: CC BY 4.0.`; nothing where none is stated. */
export function licenceSentence({ licence }: Pick<SeriesMeta, 'licence'>, label = 'Licence: '): string {
  const name = statedText(licence.name);
  return name === null ? '' : ` ${label}${name}.`;
}
