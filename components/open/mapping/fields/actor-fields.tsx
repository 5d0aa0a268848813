'use client';

import styles from '@/components/open/mapping/mapping.module.css';
import { useMapping } from '@/components/open/mapping/mapping-context';
import type { ActorMapping, Mapping } from '@/lib/mapping/mapping';
import type { Certainty, Relation } from '@/lib/series/model';
import { ColumnSelect } from './column-select';
import { FieldRow } from './field-row';
import { RuleField } from './rule-field';
import { SeparatorField } from './separator-field';

const RELATION_WORDS: readonly (readonly [Relation, string])[] = [
  ['claimed', 'claimed it'],
  ['attributed', 'is named by a source'],
  ['suspected', 'is suspected'],
  ['involved', 'took part'],
];
const CERTAINTY_WORDS: readonly (readonly [Certainty, string])[] = [
  ['certain', 'certainly'],
  ['probable', 'probably'],
  ['possible', 'possibly'],
];

function ActorRow({ actor, at }: { readonly actor: ActorMapping; readonly at: number }) {
  const { draft, columns, edit } = useMapping();
  const set = (change: Partial<ActorMapping>) =>
    edit({ actors: draft.actors.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  const name = `Actor ${at + 1}`;
  return (
    <FieldRow label={name} field="actors" columns={[actor.column]}>
      <ColumnSelect
        label="Column"
        columns={columns}
        value={actor.column}
        onChange={(column) => column !== null && set({ column })}
      />
      <RuleField
        label="It"
        rule={actor.certainty}
        choices={CERTAINTY_WORDS}
        onChange={(certainty) => set({ certainty })}
      />
      <RuleField
        label="Tie"
        rule={actor.relation}
        choices={RELATION_WORDS}
        onChange={(relation) => set({ relation })}
      />
      <SeparatorField value={actor.separator} onChange={(separator) => set({ separator })} />
      <button
        type="button"
        className="control"
        aria-label={`Leave out actor ${at + 1}, ${actor.column}`}
        onClick={() => edit({ actors: draft.actors.filter((_, index) => index !== at) })}
      >
        Leave out
      </button>
    </FieldRow>
  );
}

function freshActor(draft: Mapping, columns: readonly string[]): ActorMapping {
  const used = draft.actors.map(({ column }) => column);
  return {
    column: columns.find((column) => !used.includes(column)) ?? columns[0] ?? '',
    separator: null,
    relation: { fixed: 'involved' },
    certainty: { fixed: 'certain' },
  };
}

/** The columns that name actors, and how each is tied to the incident. */
export function ActorFields() {
  const { draft, columns, edit } = useMapping();
  return (
    <>
      {draft.actors.map((actor, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows may name the same column, and rows hold no state
        <ActorRow key={at} actor={actor} at={at} />
      ))}
      <div className={styles.more}>
        <button
          type="button"
          className="control"
          onClick={() => edit({ actors: [...draft.actors, freshActor(draft, columns)] })}
        >
          Add an actor column
        </button>
        {draft.actors.length === 0 && <span className="muted">No column names an actor.</span>}
      </div>
    </>
  );
}
