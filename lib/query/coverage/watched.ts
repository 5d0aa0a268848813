import { memberships } from '../../series/hierarchy';
import type { CoverageNote, SeriesGuide } from '../../series/model';
import type { DaySpan } from '../../time/day';
import type { View } from '../../view/view';

/** A coverage note that overlaps a span, and whether it holds for everything the view asks for or for a part of it. */
export interface Watch {
  readonly note: CoverageNote;
  readonly reach: 'whole' | 'part';
}

/** What must be known of a series to say how it was searched. */
export interface SearchGuide extends Pick<SeriesGuide, 'coverageNotes' | 'actors' | 'actorRelations'> {
  readonly meta: { readonly coverage: DaySpan };
}

/** How far a note that is narrowed to `noted` (empty: to nothing) holds for what is `asked` (empty: everything). */
function reachOf(noted: ReadonlySet<string>, asked: readonly string[]): Watch['reach'] | null {
  if (noted.size === 0) return 'whole';
  if (asked.length === 0) return 'part';
  if (asked.every((id) => noted.has(id))) return 'whole';
  return asked.some((id) => noted.has(id)) ? 'part' : null;
}

/** Actors with all that ever counted under them. */
function withParts(guide: SearchGuide, actors: readonly string[]): ReadonlySet<string> {
  const ids = guide.actors.map(({ id }) => id);
  const held = memberships(ids, guide.actorRelations).filter(({ ancestor }) => actors.includes(ancestor));
  return new Set([...actors, ...held.map(({ member }) => member as string)]);
}

/**
 * The stretches that were searched less well inside a span, as far as they concern the view. A note on an actor
 * concerns its parts too; an actor asked for concerns the notes on its parts.
 */
export function watchedLess(span: DaySpan, view: View, guide: SearchGuide): readonly Watch[] {
  return guide.coverageNotes.flatMap((note): Watch[] => {
    if (note.from > span.to || note.to < span.from) return [];
    const noted = note.actors.length === 0 ? new Set<string>() : withParts(guide, note.actors);
    const actors = reachOf(noted, view.actors) ?? (concerns(guide, view.actors, noted) ? 'part' : null);
    const types = reachOf(new Set<string>(note.types), view.types);
    if (actors === null || types === null) return [];
    return [{ note, reach: actors === 'whole' && types === 'whole' ? 'whole' : 'part' }];
  });
}

function concerns(guide: SearchGuide, asked: readonly string[], noted: ReadonlySet<string>): boolean {
  return [...withParts(guide, asked)].some((id) => noted.has(id));
}
