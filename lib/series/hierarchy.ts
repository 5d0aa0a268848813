import { type Day, MAX_DAY, MIN_DAY } from '../time/day';
import type { EventDate } from '../time/event-date';
import type { ActorId, ActorRelation } from './model';

/**
 * `member` counts under `ancestor` for incidents that may have begun in `from`..`to`. Every actor is its own member,
 * always. A pair may stand several times, with spans that overlap.
 */
export interface Membership {
  readonly ancestor: ActorId;
  readonly member: ActorId;
  readonly from: Day;
  readonly to: Day;
}

/** The first day of an EDTF bound read at its widest. */
function firstDay(date: EventDate | null): Day {
  return date?.possible[0]?.from ?? MIN_DAY;
}

/** The last day of an EDTF bound read at its widest. */
function lastDay(date: EventDate | null): Day {
  return date?.possible.at(-1)?.to ?? MAX_DAY;
}

/**
 * The transitive closure of the `part` relations, dates read at their widest and intersected along each path.
 * A cycle is a data problem found on import; here it only ends the walk.
 */
export function memberships(actors: readonly ActorId[], relations: readonly ActorRelation[]): Membership[] {
  const parents = new Map<ActorId, ActorRelation[]>();
  for (const relation of relations) {
    if (relation.kind !== 'part') continue;
    parents.set(relation.child, [...(parents.get(relation.child) ?? []), relation]);
  }
  const result = new Map<string, Membership>();
  const climb = (member: ActorId, at: ActorId, from: Day, to: Day): void => {
    // Another way to where a walk has been leads nowhere else: a lattice of n actors has 2^n ways.
    const key = `${at}\n${member}\n${from}\n${to}`;
    if (result.has(key)) return;
    result.set(key, { ancestor: at, member, from, to });
    for (const relation of parents.get(at) ?? []) {
      const begin = Math.max(from, firstDay(relation.from)) as Day;
      const end = Math.min(to, lastDay(relation.to)) as Day;
      if (begin <= end) climb(member, relation.parent, begin, end);
    }
  };
  for (const actor of actors) climb(actor, actor, MIN_DAY, MAX_DAY);
  return [...result.values()];
}

/** The actors that have parts, at any time. */
export function wholes(relations: readonly Pick<ActorRelation, 'parent' | 'kind'>[]): ReadonlySet<string> {
  return new Set(relations.filter(({ kind }) => kind === 'part').map(({ parent }) => parent));
}

/** A cycle of `part` relations as the ids along it (first id repeated at the end), or null. Dates are not looked at. */
export function findCycle(
  relations: readonly Pick<ActorRelation, 'child' | 'parent' | 'kind'>[],
): ActorId[] | null {
  const parents = new Map<ActorId, ActorId[]>();
  for (const { child, parent, kind } of relations) {
    if (kind === 'part') parents.set(child, [...(parents.get(child) ?? []), parent]);
  }
  const done = new Set<ActorId>();
  const walk = (actor: ActorId, path: readonly ActorId[]): ActorId[] | null => {
    const at = path.indexOf(actor);
    if (at >= 0) return [...path.slice(at), actor];
    if (done.has(actor)) return null;
    for (const parent of parents.get(actor) ?? []) {
      const cycle = walk(parent, [...path, actor]);
      if (cycle) return cycle;
    }
    done.add(actor);
    return null;
  };
  for (const actor of parents.keys()) {
    const cycle = walk(actor, []);
    if (cycle) return cycle;
  }
  return null;
}
