import { group } from 'd3-array';
import { memberships } from '../series/hierarchy';
import type { Series } from '../series/model';
import type { DaySpan } from '../time/day';
import type { EventDate } from '../time/event-date';
import type { Rollup } from './query';

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

/** Where an actor stands in the tree for one incident. */
export interface Lineage {
  /** Itself and all its ancestors. */
  readonly under: readonly string[];
  /** Those of them that are part of none of them. */
  readonly roots: readonly string[];
}

export function lineageOf(actor: string, began: DaySpan, ancestorsOf: AncestorsOf): Lineage {
  const under = ancestorsOf(actor, began);
  const isPart = (one: string) =>
    ancestorsOf(one, began).some((other) => other !== one && under.includes(other));
  const roots = under.filter((one) => !isPart(one));
  // Actors that are parts of one another in a circle have no root but themselves.
  return { under, roots: roots.length === 0 ? [actor] : roots };
}

/** The groups that a link is counted in where actors are rolled up: those named that its actor is under, else its roots. */
export function rolledUp({ under, roots }: Lineage, roll: Rollup): readonly string[] {
  const named = roll === 'roots' ? [] : under.filter((one) => roll.includes(one));
  return named.length === 0 ? roots : named;
}

/** From the first to the last day on which an incident may have begun. */
export function spanOf({ possible }: EventDate): DaySpan {
  const [first, last] = [possible[0], possible.at(-1)];
  if (!first || !last) throw new Error('A date has no possible day.');
  return { from: first.from, to: last.to };
}
