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

/** Which value is part of which. */
type Parts = readonly { readonly child: string; readonly parent: string }[];

/** Everything reached from a value along parts, up or down, itself left out. */
function reached(id: string, parts: Parts, from: 'child' | 'parent', to: 'child' | 'parent'): Set<string> {
  const found = new Set<string>();
  const queue = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const part of parts) {
      if (part[from] !== at || found.has(part[to])) continue;
      found.add(part[to]);
      queue.push(part[to]);
    }
  }
  return found;
}

/**
 * The view with a value of a tree ticked, or cleared where it is. A parent counts its parts, so ticking one takes its parts and
 * its parents off the list: to tick a part of what is ticked narrows to it, to tick the parent widens again.
 */
export function toggleInTree(view: View, list: 'actors' | 'regions', parts: Parts, id: string): View {
  const ticked = view[list];
  if (ticked.includes(id)) return changeView(view, { [list]: toggled(ticked, id) });
  const implied = new Set([
    ...reached(id, parts, 'child', 'parent'),
    ...reached(id, parts, 'parent', 'child'),
  ]);
  return changeView(view, { [list]: [...ticked.filter((one) => !implied.has(one)), id] });
}

type Relations = readonly Pick<ActorRelation, 'child' | 'parent' | 'kind'>[];

/** The same of an actor, by `part` relations alone. */
export function toggleActor(view: View, relations: Relations, id: string): View {
  const parts = relations.filter(({ kind }) => kind === 'part');
  return toggleInTree(view, 'actors', parts, id);
}
