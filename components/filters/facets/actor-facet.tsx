'use client';

import { useMemo, useState } from 'react';
import { CompareLink } from '@/components/compare/compare-link';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import type { Count } from '@/lib/query/result';
import { changeView } from '@/lib/view/change';
import { toggleActor } from '@/lib/view/toggle';
import { actorName, capitalised, labelOf } from '@/lib/words/labels';
import { findActors } from './actor-search';
import { type ActorNode, actorTree, countNodes } from './actor-tree';
import { FacetSection, ShowAll } from './facet-section';
import styles from './facets.module.css';
import { NO_COUNT, Tick } from './tick';

/** Roots that are shown before the rest is folded away. */
const TOP = 12;
/** Below this many actors there is nothing to search for. */
const SEARCH_FROM = 13;
/** Trees up to this size stand open. */
const OPEN_UP_TO = 40;
/** Actors that a search lists at most. */
const MOST_FOUND = 30;

function ActorTick({ id, count }: { readonly id: string; readonly count: Count }) {
  const { info, view, settled } = useDashboard();
  const label = labelOf(info.guide, 'actor', id);
  const name = actorName(info.guide, id);
  return (
    <>
      <Tick
        view={toggleActor(view, info.guide.actorRelations, id)}
        on={view.actors.includes(id)}
        count={count}
        counts={changeView(settled.view, { actors: [id] })}
        title={name === label ? undefined : name}
      >
        {id === 'none' ? capitalised(label) : label}
      </Tick>
      <CompareLink by="actor" item={id} name={label} />
    </>
  );
}

/** One node with its parts. The disclosure is a sibling of the list it folds, so that the link stays outside it. */
function Branch({ node, open }: { node: ActorNode; open: boolean }) {
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
        <ActorTick id={node.id} count={node.count} />
      </div>
      {isOpen && node.parts.length > 0 && (
        <ul className={styles.parts}>
          {node.parts.map((part) => (
            <Branch key={part.path} node={part} open={open} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Tree({ roots }: { readonly roots: readonly ActorNode[] }) {
  const [all, setAll] = useState(false);
  const open = countNodes(roots) <= OPEN_UP_TO;
  const first = roots.filter((node, index) => index < TOP || node.holdsSelected);
  return (
    <>
      <ul className={styles.values}>
        {(all ? roots : first).map((node) => (
          <Branch key={node.path} node={node} open={open} />
        ))}
      </ul>
      <ShowAll hidden={roots.length - first.length} what="actors" open={all} onOpen={setAll} />
    </>
  );
}

function Found({ text, counts }: { readonly text: string; readonly counts: ReadonlyMap<string, Count> }) {
  const { info } = useDashboard();
  const found = findActors(info.guide, text);
  const best = (id: string) => counts.get(id)?.best ?? 0;
  const listed = [...found].sort((a, b) => best(b) - best(a)).slice(0, MOST_FOUND);
  const more = found.length - listed.length;
  return (
    <>
      <p role="status" className={styles.note}>
        {found.length === 0 && 'No actor has this in its names.'}
        {found.length > 0 && `${found.length} of ${info.guide.actors.length} actors`}
        {more > 0 && `, the first ${MOST_FOUND} of them:`}
      </p>
      <ul className={styles.values}>
        {listed.map((id) => (
          <li key={id} className={styles.row}>
            <ActorTick id={id} count={counts.get(id) ?? NO_COUNT} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The actors as a tree of parts, with counts that a parent takes over from its parts, and a search. */
export function ActorFacet() {
  const { info, view, settled } = useDashboard();
  const [text, setText] = useState('');
  const { values } = settled.answers.facets.actor;
  const counts = useMemo(() => new Map<string, Count>(values.map((value) => [value.id, value])), [values]);
  const roots = useMemo(() => actorTree(info.guide, counts, view.actors), [info, counts, view.actors]);
  const searched = text.trim() !== '';
  return (
    <FacetSection title="Actor" view={view} clears="actor" isSet={view.actors.length > 0}>
      {info.guide.actors.length >= SEARCH_FROM && (
        <input
          type="search"
          className={`control ${styles.search}`}
          placeholder={`Search ${info.guide.actors.length} actors`}
          aria-label="Search actors"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {!searched && roots.length === 0 && <p className={styles.note}>None under the other filters.</p>}
      {searched ? <Found text={text} counts={counts} /> : <Tree roots={roots} />}
    </FacetSection>
  );
}
