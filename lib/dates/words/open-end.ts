import { type Keyword, keywordOf } from './date-words';
import { openWords } from './more-words';

/** Phrases that say that something goes on, which no single word does. */
const GOING_ON =
  /^(?:(?:still )?(?:going on|ongoing|continuing|in progress)|to (?:the )?present(?: day)?|until now|to date|bis heute|dauert an|en cours|a ce jour|en curso|hasta (?:hoy|la fecha|el presente)|em curso|em andamento|ate (?:hoje|o presente)|in corso|tuttora|lopend|tot heden|(?:по )?(?:настоящее|нынешнее) время|по сеи день|до сих пор|н\.?\s?в\.?|до сьогодні|дотепер|do (?:dzis|chwili obecnej)|devam ediyor|قيد التنفيذ|حتى الان)$/;

/** Whether a folded text says that something is not over: `ongoing`, `to the present day`, `en cours`, `..`. */
export function saysOpen(folded: string): boolean {
  const text = folded.replace(/^[([\s-]+|[)\]\s.]+$/g, '');
  const word: Keyword | null = keywordOf(text);
  return folded === '..' || word?.kind === 'open' || openWords().has(text) || GOING_ON.test(text);
}
