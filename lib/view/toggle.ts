import type { ActorRelation } from '../series/model';
import { changeView, toggled } from './change';
import { GRAMMAR } from './grammar';
import type { TickKey } from './keys';
import type { View } from './view';

/** The values of a list that are ticked. */
export function tickedIn(view: View, key: TickKey): readonly string[] {
  return view[GRAMMAR[key].field];
}

/** The view with these values of a list ticked and no others. */
export function withTicked(view: View, key: TickKey, ids: readonly string[]): View {
  return changeView(view, { [GRAMMAR[key].field]: ids });
}

/** The view with one value of a list ticked, or cleared where it is. One that stands alone replaces the others, and any other replaces it. */
export function toggleValue(view: View, key: TickKey, id: string): View {
  const { alone } = GRAMMAR[key];
  const ticked = tickedIn(view, key);
  if (alone === null) return withTicked(view, key, toggled(ticked, id));
  if (id === alone.id) return withTicked(view, key, ticked.includes(id) ? [] : [id]);
  const next = toggled(
    ticked.filter((one) => one !== alone.id),
    id,
  );
  return withTicked(view, key, alone.others.every((one) => next.includes(one)) ? [] : next);
}

/** The view with a mark of the map chosen, or a part of its margin; or no longer. */
export function togglePlace(view: View, id: string): View {
  return changeView(view, { places: toggled(view.places, id) });
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
