'use client';

import { type ReactNode, useState } from 'react';
import type { Noun } from '@/lib/series/measures';
import { ShowAll } from './facet-section';
import { countNodes, type FacetNode } from './facet-tree';
import styles from './facets.module.css';
import { firstWith, ranked } from './use-listed';

/** Roots that are shown before the rest is folded away. */
const TOP = 12;
/** Trees up to this size stand open. */
const OPEN_UP_TO = 40;

type DrawNode = (node: FacetNode) => ReactNode;

/** Which nodes show their parts, and how a reader changes that. */
interface Folds {
  readonly isOpen: (node: FacetNode) => boolean;
  readonly choose: (node: FacetNode, open: boolean) => void;
}

/** By what the reader chose for a node, else open where all are, or where a part is selected. */
function useFolds(allOpen: boolean): Folds {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  return {
    isOpen: ({ path, parts }) => chosen.get(path) ?? (allOpen || parts.some((part) => part.holdsSelected)),
    choose: ({ path }, open) => setChosen(new Map(chosen).set(path, open)),
  };
}

/** One node with its parts. The disclosure is a sibling of the list it folds, so that the link stays outside it. */
function Branch({ node, folds, draw }: { node: FacetNode; folds: Folds; draw: DrawNode }) {
  const isOpen = folds.isOpen(node);
  return (
    <li>
      <div className={styles.row}>
        {node.parts.length > 0 && (
          <details
            className={styles.twist}
            open={isOpen}
            onToggle={({ currentTarget }) =>
              currentTarget.open !== isOpen && folds.choose(node, currentTarget.open)
            }
          >
            <summary>
              <span className="visually-hidden">Parts of {node.label}</span>
            </summary>
          </details>
        )}
        {draw(node)}
      </div>
      {isOpen && node.parts.length > 0 && (
        <ul className={styles.parts}>
          {node.parts.map((part) => (
            <Branch key={part.path} node={part} folds={folds} draw={draw} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** A tree of values as nested lists: small ones open, of many roots the first. `what` names the values. */
export function TreeList(props: {
  readonly roots: readonly FacetNode[];
  readonly what: Noun;
  readonly draw: DrawNode;
}) {
  const { roots, what, draw } = props;
  const [all, setAll] = useState(false);
  const folds = useFolds(countNodes(roots) <= OPEN_UP_TO);
  const isLong = roots.length > TOP;
  const list = isLong ? ranked(roots) : roots;
  const first = firstWith(list, TOP, ({ holdsSelected }) => holdsSelected);
  return (
    <>
      <ul className={isLong && !all ? `${styles.values} ${styles.folded}` : styles.values}>
        {(all ? list : first).map((node, rank) => (
          <Branch key={isLong ? rank : node.path} node={node} folds={folds} draw={draw} />
        ))}
      </ul>
      <ShowAll hidden={roots.length - first.length} what={what} open={all} onOpen={setAll} />
    </>
  );
}
