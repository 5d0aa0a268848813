'use client';

import { useMemo, useState } from 'react';
import { CompareLink } from '@/components/compare/compare-link';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import type { Count } from '@/lib/query/result';
import { changeView } from '@/lib/view/change';
import { toggleActor } from '@/lib/view/toggle';
import { actorName, capitalised, labelOf } from '@/lib/words/labels';
import { findActors } from './actor-search';
import { FacetSection } from './facet-section';
import { countedValues, facetTree } from './facet-tree';
import styles from './facets.module.css';
import { longName, NO_COUNT, Tick } from './tick';
import { TreeList } from './tree-list';
import { useListed } from './use-listed';

/** Below this many actors there is nothing to search for. */
const SEARCH_FROM = 13;
const ACTORS = { one: 'actor', many: 'actors' };
/** Actors that a search lists at most. */
const MOST_FOUND = 30;

function ActorTick({ id, count }: { readonly id: string; readonly count: Count }) {
  const { info, view } = useDashboard();
  const label = labelOf(info.guide, 'actor', id);
  const name = actorName(info.guide, id);
  return (
    <>
      <Tick
        view={(now) => toggleActor(now, info.guide.actorRelations, id)}
        on={view.actors.includes(id)}
        count={count}
        counts={(of) => changeView(of, { actors: [id] })}
        title={name === label ? longName(label) : name}
      >
        {id === 'none' ? capitalised(label) : label}
      </Tick>
      <CompareLink by="actor" item={id} name={label} />
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
  const counted = useMemo(
    () => countedValues(counts, (id) => labelOf(info.guide, 'actor', id)),
    [counts, info],
  );
  const listed = useListed(counted);
  const roots = useMemo(() => {
    const { guide } = info;
    const tree = {
      ids: guide.actors.map(({ id }) => id),
      parts: guide.actorRelations.filter(({ kind }) => kind === 'part'),
      label: (id: string) => labelOf(guide, 'actor', id),
    };
    return facetTree(tree, counts, view.actors, listed);
  }, [info, counts, view.actors, listed]);
  const searched = text.trim() !== '';
  return (
    <FacetSection title="Actor" clears="actor" isSet={view.actors.length > 0}>
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
      {searched ? (
        <Found text={text} counts={counts} />
      ) : (
        <TreeList roots={roots} what={ACTORS} draw={({ id, count }) => <ActorTick {...{ id, count }} />} />
      )}
    </FacetSection>
  );
}
