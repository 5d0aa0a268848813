import type { Count } from '@/lib/query/result';
import { byCodePoint } from '@/lib/text/order';

/** One value in one place of a tree. A value with several parents has a node under each. */
export interface FacetNode {
  readonly id: string;
  readonly label: string;
  readonly count: Count;
  readonly parts: readonly FacetNode[];
  /** The ids from the root down, joined: unique in the tree. */
  readonly path: string;
  /** The value, or one of its parts, is selected. */
  readonly holdsSelected: boolean;
}

/** The values of a facet, and which is part of which. */
export interface ValueTree {
  readonly ids: readonly string[];
  readonly parts: readonly { readonly child: string; readonly parent: string }[];
  readonly label: (id: string) => string;
}

const ZERO: Count = { low: 0, best: 0, high: 0 };

function byCount(a: FacetNode, b: FacetNode): number {
  return b.count.best - a.count.best || b.count.high - a.count.high || byCodePoint(a.label, b.label);
}

/** Children by parent. */
function childrenOf(parts: ValueTree['parts']): ReadonlyMap<string, ReadonlySet<string>> {
  const children = new Map<string, Set<string>>();
  for (const { child, parent } of parts) {
    children.set(parent, (children.get(parent) ?? new Set()).add(child));
  }
  return children;
}

/**
 * The values with an incident, or selected, under their parents; most incidents first. A parent with a part to show is
 * shown too. An unknown id that is selected stands among the roots, and so does `none`.
 */
export function facetTree(
  { ids, parts, label }: ValueTree,
  counts: ReadonlyMap<string, Count>,
  selected: readonly string[],
): readonly FacetNode[] {
  const children = childrenOf(parts);
  const held = new Set(parts.map(({ child }) => child));
  const node = (id: string, above: readonly string[]): FacetNode | null => {
    const path = [...above, id];
    const below = [...(children.get(id) ?? [])]
      .filter((child) => !path.includes(child))
      .flatMap((child) => node(child, path) ?? [])
      .sort(byCount);
    const isSelected = selected.includes(id);
    const count = counts.get(id) ?? ZERO;
    if (count.high === 0 && !isSelected && below.length === 0) return null;
    const holdsSelected = isSelected || below.some((part) => part.holdsSelected);
    return { id, label: label(id), count, parts: below, path: path.join('/'), holdsSelected };
  };
  const roots = ids.filter((id) => !held.has(id));
  const known = new Set(ids);
  const others = [...new Set(['none', ...selected])].filter((id) => !known.has(id));
  return [...roots, ...others].flatMap((id) => node(id, []) ?? []).sort(byCount);
}

/** The number of nodes of a tree. */
export function countNodes(nodes: readonly FacetNode[]): number {
  return nodes.reduce((sum, { parts }) => sum + 1 + countNodes(parts), 0);
}
