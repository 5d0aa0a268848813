import type { ActorRelation } from './model';

/**
 * The first parent of each actor by `part`, dates left aside: what groups lanes, not what counts. An actor with several
 * parents stands under the first; a parent that would close a circle is left out.
 */
export function firstParents(relations: readonly ActorRelation[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const { child, parent, kind } of relations) {
    if (kind !== 'part' || parents.has(child)) continue;
    if (!climb(parents, parent).includes(child)) parents.set(child, parent);
  }
  return parents;
}

function climb(parents: ReadonlyMap<string, string>, from: string): readonly string[] {
  const path = [from];
  for (let up = parents.get(from); up !== undefined; up = parents.get(up)) path.push(up);
  return path;
}

/** An actor and its ancestors along first parents, itself first, its root last. */
export function pathToRoot(parents: ReadonlyMap<string, string>, actor: string): readonly string[] {
  return climb(parents, actor);
}
