import type { SeriesMeta } from '../series/model';
import { dateWords } from '../time/atom-words';

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
