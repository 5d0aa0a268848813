import { memberships } from '../../series/hierarchy';
import type { CoverageNote, SeriesGuide } from '../../series/model';
import { regionsAbove } from '../../series/places/region-tree';
import type { DaySpan } from '../../time/day';
import type { View } from '../../view/view';

/** A coverage note that overlaps a span, and whether it holds for everything the view asks for or for a part of it. */
export interface Watch {
  readonly note: CoverageNote;
  readonly reach: 'whole' | 'part';
}

/** What must be known of a series to say how it was searched. */
export interface SearchGuide
  extends Pick<SeriesGuide, 'coverageNotes' | 'actors' | 'actorRelations' | 'regions'> {
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
    const regions = regionReach(guide, note.regions ?? [], view.regions);
    if (actors === null || types === null || regions === null) return [];
    const isWhole = [actors, types, regions].every((reach) => reach === 'whole');
    return [{ note, reach: isWhole ? 'whole' : 'part' }];
  });
}

/** A note on a region concerns all that lies in it; a region that is asked for concerns the notes on what lies in it. */
function regionReach(
  { regions }: SearchGuide,
  noted: readonly string[],
  asked: readonly string[],
): Watch['reach'] | null {
  const above = regionsAbove(regions);
  const lies = (id: string, places: readonly string[]) => above([id]).some((one) => places.includes(one));
  if (noted.length === 0) return 'whole';
  if (asked.length === 0) return 'part';
  if (asked.every((id) => lies(id, noted))) return 'whole';
  const meets = asked.some((id) => lies(id, noted)) || noted.some((id) => lies(id, asked));
  return meets ? 'part' : null;
}

function concerns(guide: SearchGuide, asked: readonly string[], noted: ReadonlySet<string>): boolean {
  return [...withParts(guide, asked)].some((id) => noted.has(id));
}
