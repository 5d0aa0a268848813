import type { SeriesGuide } from '@/lib/series/model';
import { searchWords } from '@/lib/series/search-text';
import { fold } from '@/lib/text/fold';

/** The ids of the actors in whose names or aliases every word of a search occurs, in the order of the series. */
export function findActors(guide: SeriesGuide, text: string): readonly string[] {
  const words = searchWords(text);
  if (words.length === 0) return [];
  return guide.actors
    .filter(({ id, name, shortName, aliases }) => {
      const names = fold([id, name, shortName, ...aliases].join('\n'));
      return words.every((word) => names.includes(word));
    })
    .map(({ id }) => id);
}
