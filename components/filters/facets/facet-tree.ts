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

type Counts = ReadonlyMap<string, Count>;

/** The values with an incident, most incidents first. */
export function countedValues(counts: Counts, label: ValueTree['label']): readonly string[] {
  const counted = [...counts].filter(([, { high }]) => high > 0);
  const labels = new Map(counted.map(([id]) => [id, label(id)]));
  return counted
    .sort(
      ([a, one], [b, other]) =>
        other.best - one.best || other.high - one.high || byCodePoint(labels.get(a) ?? a, labels.get(b) ?? b),
    )
    .map(([id]) => id);
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
 * The values of a list, and those selected, under their parents, in the order of the list. A parent with a part to show is
 * shown too. An unknown id that is selected stands among the roots, and so does `none`.
 */
export function facetTree(
  { ids, parts, label }: ValueTree,
  counts: Counts,
  selected: readonly string[],
  listed: readonly string[],
): readonly FacetNode[] {
  const children = childrenOf(parts);
  const places = new Map(listed.map((id, place) => [id, place]));
  const place = (id: string) => places.get(id) ?? listed.length;
  const byPlace = (a: FacetNode, b: FacetNode) => place(a.id) - place(b.id) || byCodePoint(a.label, b.label);
  const held = new Set(parts.map(({ child }) => child));
  const node = (id: string, above: readonly string[]): FacetNode | null => {
    const path = [...above, id];
    const below = [...(children.get(id) ?? [])]
      .filter((child) => !path.includes(child))
      .flatMap((child) => node(child, path) ?? [])
      .sort(byPlace);
    const isSelected = selected.includes(id);
    const count = counts.get(id) ?? ZERO;
    if (!places.has(id) && !isSelected && below.length === 0) return null;
    const holdsSelected = isSelected || below.some((part) => part.holdsSelected);
    return { id, label: label(id), count, parts: below, path: path.join('/'), holdsSelected };
  };
  const roots = ids.filter((id) => !held.has(id));
  const known = new Set(ids);
  const others = [...new Set(['none', ...selected])].filter((id) => !known.has(id));
  return [...roots, ...others].flatMap((id) => node(id, []) ?? []).sort(byPlace);
}

/** The number of nodes of a tree. */
export function countNodes(nodes: readonly FacetNode[]): number {
  return nodes.reduce((sum, { parts }) => sum + 1 + countNodes(parts), 0);
}
