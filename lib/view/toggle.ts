import { type ActorRelation, INITIATORS } from '../series/model';
import { changeView, toggled } from './change';
import type { Disputed, Scope, View } from './view';

/** The keys that hold lists of values to tick. */
export const TICK_LISTS = {
  actor: 'actors',
  relation: 'relations',
  certainty: 'certainties',
  type: 'types',
  region: 'regions',
  initiator: 'initiators',
} as const satisfies Record<string, keyof View>;
export type TickKey = keyof typeof TICK_LISTS;

const ATTACKERS: readonly string[] = INITIATORS.filter((one) => one !== 'state');

/** `state` stands alone: it replaces the others, and any other replaces it. All but the state is the default. */
function toggledInitiators(list: readonly string[], id: string): readonly string[] {
  if (id === 'state') return list.includes('state') ? [] : ['state'];
  const next = toggled(
    list.filter((one) => one !== 'state'),
    id,
  );
  return ATTACKERS.every((one) => next.includes(one)) ? [] : next;
}

/** The view with one value of a list ticked, or cleared where it is. */
export function toggleValue(view: View, key: TickKey, id: string): View {
  if (key === 'initiator') return changeView(view, { initiators: toggledInitiators(view.initiators, id) });
  return changeView(view, { [TICK_LISTS[key]]: toggled(view[TICK_LISTS[key]], id) });
}

type Relations = readonly Pick<ActorRelation, 'child' | 'parent' | 'kind'>[];

/** Everything reached from an actor along `part` relations, up or down, itself left out. */
function reached(
  id: string,
  relations: Relations,
  from: 'child' | 'parent',
  to: 'child' | 'parent',
): Set<string> {
  const found = new Set<string>();
  const queue = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const relation of relations) {
      if (relation.kind !== 'part' || relation[from] !== at || found.has(relation[to])) continue;
      found.add(relation[to]);
      queue.push(relation[to]);
    }
  }
  return found;
}

/**
 * The view with an actor ticked, or cleared where it is. A parent counts its parts, so ticking one takes its parts and
 * its parents off the list: to tick a part of what is ticked narrows to it, to tick the parent widens again.
 */
export function toggleActor(view: View, relations: Relations, id: string): View {
  if (view.actors.includes(id)) return changeView(view, { actors: toggled(view.actors, id) });
  const implied = new Set([
    ...reached(id, relations, 'child', 'parent'),
    ...reached(id, relations, 'parent', 'child'),
  ]);
  return changeView(view, { actors: [...view.actors.filter((one) => !implied.has(one)), id] });
}

/** The view with disputed links left out (`no`), alone (`only`), or either (null). */
export function withDisputed(view: View, disputed: Disputed | null): View {
  return changeView(view, { disputed });
}

/** The view inside the series' scope, or outside it. */
export function withScope(view: View, scope: Scope): View {
  return changeView(view, { scope });
}
