import type { Count } from '@/lib/query/result';
import type { SeriesGuide } from '@/lib/series/model';
import { byCodePoint } from '@/lib/text/order';
import { labelOf } from '@/lib/words/labels';

/** One actor in one place of the tree. An actor with several parents has a node under each. */
export interface ActorNode {
  readonly id: string;
  readonly label: string;
  readonly count: Count;
  readonly parts: readonly ActorNode[];
  /** The ids from the root down, joined: unique in the tree. */
  readonly path: string;
  /** The actor, or one of its parts, is selected. */
  readonly holdsSelected: boolean;
}

const ZERO: Count = { low: 0, best: 0, high: 0 };

function byCount(a: ActorNode, b: ActorNode): number {
  return b.count.best - a.count.best || b.count.high - a.count.high || byCodePoint(a.label, b.label);
}

/** Children by parent, and the actors that have a parent, of `part` relations alone. */
function lineage(guide: SeriesGuide) {
  const parts = new Map<string, Set<string>>();
  const held = new Set<string>();
  for (const { child, parent, kind } of guide.actorRelations) {
    if (kind !== 'part') continue;
    parts.set(parent, (parts.get(parent) ?? new Set()).add(child));
    held.add(child);
  }
  return { parts, held };
}

/**
 * The actors with an incident, or selected, under their parents; most incidents first. A parent with a part to show is
 * shown too. An unknown id that is selected stands among the roots, and so does `none`.
 */
export function actorTree(
  guide: SeriesGuide,
  counts: ReadonlyMap<string, Count>,
  selected: readonly string[],
): readonly ActorNode[] {
  const { parts, held } = lineage(guide);
  const node = (id: string, above: readonly string[]): ActorNode | null => {
    const path = [...above, id];
    const below = [...(parts.get(id) ?? [])]
      .filter((child) => !path.includes(child))
      .flatMap((child) => node(child, path) ?? [])
      .sort(byCount);
    const isSelected = selected.includes(id);
    const count = counts.get(id) ?? ZERO;
    if (count.high === 0 && !isSelected && below.length === 0) return null;
    const holdsSelected = isSelected || below.some((part) => part.holdsSelected);
    return {
      id,
      label: labelOf(guide, 'actor', id),
      count,
      parts: below,
      path: path.join('/'),
      holdsSelected,
    };
  };
  const roots = guide.actors.map(({ id }) => id as string).filter((id) => !held.has(id));
  const known = new Set<string>(guide.actors.map(({ id }) => id));
  const others = [...new Set(['none', ...selected])].filter((id) => !known.has(id));
  return [...roots, ...others].flatMap((id) => node(id, []) ?? []).sort(byCount);
}

/** The number of nodes of a tree. */
export function countNodes(nodes: readonly ActorNode[]): number {
  return nodes.reduce((sum, { parts }) => sum + 1 + countNodes(parts), 0);
}
