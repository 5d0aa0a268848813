'use client';

import { useId } from 'react';
import styles from '@/components/open/open.module.css';
import type { Drafting } from '@/components/open/opening';
import type { ActorGroup } from '@/lib/mapping/mapping';
import type { ProposedGroup } from '@/lib/mapping/proposal';
import { formatNumber } from '@/lib/words/figures';
import { useMapping } from './mapping-context';

/** Groups that are drawn at once; the rest on demand. */
const SHOWN = 50;

function isOf(group: ActorGroup, proposed: ProposedGroup): boolean {
  return group.spellings.some((spelling) => proposed.spellings.includes(spelling));
}

function Group({ proposed }: { readonly proposed: ProposedGroup }) {
  const { draft, edit } = useMapping();
  const id = useId();
  const { groups } = draft.actorDecisions;
  const taken = groups.find((group) => isOf(group, proposed));
  const others = groups.filter((group) => !isOf(group, proposed));
  const set = (all: readonly ActorGroup[]) =>
    edit({ actorDecisions: { ...draft.actorDecisions, groups: all } });
  const take = (name: string) => set([...others, { name, spellings: proposed.spellings }]);
  return (
    <li className={styles.group}>
      <label className={styles.option}>
        <input
          type="checkbox"
          checked={taken !== undefined}
          onChange={({ target }) => (target.checked ? take(proposed.name) : set(others))}
        />
        <span>
          One actor:{' '}
          {proposed.spellings.map((spelling, at) => (
            <span key={spelling}>
              {at > 0 && ' · '}
              <q>{spelling}</q> <span className="muted">{formatNumber(proposed.counts[at] ?? 0)}</span>
            </span>
          ))}
          {proposed.differ.length > 0 && (
            <span className="muted"> (differ in {proposed.differ.join(', ')})</span>
          )}
        </span>
      </label>
      {taken && (
        <span className={styles.choice}>
          <label htmlFor={id}>Named</label>
          <input
            id={id}
            className="control"
            value={taken.name}
            onChange={({ target }) => take(target.value)}
            onBlur={({ target }) => target.value.trim() === '' && take(proposed.name)}
          />
        </span>
      )}
    </li>
  );
}

function AllGroups({ groups }: { readonly groups: readonly ProposedGroup[] }) {
  const { draft, edit } = useMapping();
  const decide = (all: readonly ActorGroup[]) =>
    edit({ actorDecisions: { ...draft.actorDecisions, groups: all } });
  return (
    <>
      <p>
        These spellings look like one actor. Nothing is merged until you say so; what is not ticked stays
        apart.
      </p>
      <div className={styles.buttons}>
        <button
          type="button"
          className="control"
          onClick={() => decide(groups.map(({ name, spellings }) => ({ name, spellings })))}
        >
          Accept all {groups.length}
        </button>
        <button type="button" className="control" onClick={() => decide([])}>
          Keep all apart
        </button>
      </div>
      <ul className={styles.groups}>
        {groups.slice(0, SHOWN).map((proposed) => (
          <Group key={proposed.spellings.join('\n')} proposed={proposed} />
        ))}
      </ul>
      {groups.length > SHOWN && (
        <details>
          <summary>{formatNumber(groups.length - SHOWN)} more</summary>
          <ul className={styles.groups}>
            {groups.slice(SHOWN).map((proposed) => (
              <Group key={proposed.spellings.join('\n')} proposed={proposed} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Placeholders({ found }: { readonly found: Drafting['found'] }) {
  const { draft, edit } = useMapping();
  const { placeholders } = draft.actorDecisions;
  const set = (all: readonly string[]) =>
    edit({ actorDecisions: { ...draft.actorDecisions, placeholders: all } });
  return (
    <fieldset className={styles.placeholders}>
      <legend>These mean that the actor is not known, and are no actors:</legend>
      {found.placeholders.map(({ text, count }) => (
        <label key={text} className={styles.option}>
          <input
            type="checkbox"
            checked={placeholders.includes(text)}
            onChange={({ target }) =>
              set(target.checked ? [...placeholders, text] : placeholders.filter((one) => one !== text))
            }
          />
          <span>
            <q>{text}</q> <span className="muted">{formatNumber(count)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Spellings of actors that may be one, and words that name none: proposals for the reader to decide. */
export function Spellings({ found }: { readonly found: Drafting['found'] }) {
  const { groups, placeholders } = found;
  if (groups.length + placeholders.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="spellings">
      <h2 id="spellings">Spellings of actors</h2>
      {groups.length > 0 && <AllGroups groups={groups} />}
      {placeholders.length > 0 && <Placeholders found={found} />}
    </section>
  );
}
