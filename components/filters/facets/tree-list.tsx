'use client';

import { type ReactNode, useState } from 'react';
import { ShowAll } from './facet-section';
import { countNodes, type FacetNode } from './facet-tree';
import styles from './facets.module.css';

/** Roots that are shown before the rest is folded away. */
const TOP = 12;
/** Trees up to this size stand open. */
const OPEN_UP_TO = 40;

type DrawNode = (node: FacetNode) => ReactNode;

/** One node with its parts. The disclosure is a sibling of the list it folds, so that the link stays outside it. */
function Branch({ node, open, draw }: { node: FacetNode; open: boolean; draw: DrawNode }) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? (open || node.parts.some((part) => part.holdsSelected));
  return (
    <li>
      <div className={styles.row}>
        {node.parts.length > 0 && (
          <details
            className={styles.twist}
            open={isOpen}
            onToggle={({ currentTarget }) => currentTarget.open !== isOpen && setChosen(currentTarget.open)}
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
            <Branch key={part.path} node={part} open={open} draw={draw} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** A tree of values as nested lists: small ones open, of many roots the first. `what` names the values. */
export function TreeList(props: {
  readonly roots: readonly FacetNode[];
  readonly what: string;
  readonly draw: DrawNode;
}) {
  const { roots, what, draw } = props;
  const [all, setAll] = useState(false);
  const open = countNodes(roots) <= OPEN_UP_TO;
  const first = roots.filter((node, index) => index < TOP || node.holdsSelected);
  return (
    <>
      <ul className={styles.values}>
        {(all ? roots : first).map((node) => (
          <Branch key={node.path} node={node} open={open} draw={draw} />
        ))}
      </ul>
      <ShowAll hidden={roots.length - first.length} what={what} open={all} onOpen={setAll} />
    </>
  );
}
