import type { ActorMapping } from '../../mapping';
import type { Proposal } from '../../proposal';
import type { ColumnProfile } from '../../survey/survey';
import { namesIn } from '../columns/find-separator';
import { isPlaceholder } from './placeholders';

/** The names in columns of actors, with how many cells have each, and the texts that mean "unknown" apart. */
export interface ActorNames {
  readonly names: ReadonlyMap<string, number>;
  readonly placeholders: Proposal['placeholders'];
}

/** Counts the names in all columns of actors. A cell that is a placeholder as a whole is not parted. */
export function readActorNames(
  actors: readonly Pick<ActorMapping, 'column' | 'separator'>[],
  columns: readonly ColumnProfile[],
): ActorNames {
  const names = new Map<string, number>();
  const unknown = new Map<string, number>();
  for (const { column, separator } of actors) {
    const values = columns.find(({ name }) => name === column)?.values ?? [];
    for (const [text, count] of values) {
      const parts = isPlaceholder(text) ? [text] : namesIn(text, separator);
      for (const part of parts) {
        const into = isPlaceholder(part) ? unknown : names;
        into.set(part, (into.get(part) ?? 0) + count);
      }
    }
  }
  const placeholders = [...unknown]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count);
  return { names, placeholders };
}
