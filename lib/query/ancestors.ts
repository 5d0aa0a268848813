import { group } from 'd3-array';
import { memberships } from '../series/hierarchy';
import type { Series } from '../series/model';
import type { DaySpan } from '../time/day';
import type { EventDate } from '../time/event-date';

/** Under which actors one counts for an incident that may have begun in the span: itself, then its ancestors, each once. */
export type AncestorsOf = (actor: string, began: DaySpan) => readonly string[];

/** Which actors of a series count under which. `part` relations hold for what may have begun while they did. */
export function ancestorsIn({
  actors,
  actorRelations,
}: Pick<Series, 'actors' | 'actorRelations'>): AncestorsOf {
  const ids = actors.map(({ id }) => id);
  const known = group(memberships(ids, actorRelations), ({ member }) => member as string);
  return (actor, began) => {
    const held = (known.get(actor) ?? []).filter(({ from, to }) => began.from <= to && began.to >= from);
    return [...new Set([actor, ...held.map(({ ancestor }) => ancestor as string)])];
  };
}

/** From the first to the last day on which an incident may have begun. */
export function spanOf({ possible }: EventDate): DaySpan {
  const [first, last] = [possible[0], possible.at(-1)];
  if (!first || !last) throw new Error('A date has no possible day.');
  return { from: first.from, to: last.to };
}
