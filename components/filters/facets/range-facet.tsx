'use client';

import { type FormEvent, useId, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewFields } from '@/components/ui/view-fields';
import { type OwnField, ownKey } from '@/lib/series/fields';
import { changeView, clearKey } from '@/lib/view/change';
import { parseClause, serializeClause, withClause } from '@/lib/view/grammar/own-clause';
import { defaultView } from '@/lib/view/keys';
import { viewHref } from '@/lib/view/serialize';
import { asMatched, clauseProblem, type RangeKind, WRITE } from '@/lib/words/address/own-ranges';
import { columnLabel } from '@/lib/words/labels';
import { FacetSection } from './facet-section';
import styles from './facets.module.css';

/** Numbers or days from one to another, both included, as the address writes them: a form that needs no script. */
export function RangeFacet({ field, kind }: { readonly field: OwnField; readonly kind: RangeKind }) {
  const { info, view, go } = useDashboard();
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const key = ownKey(field);
  const clause = view.own.find((one) => one.key === key);
  const written = clause === undefined ? '' : serializeClause(clause);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get(key) ?? '').replace(/\s/g, '');
    const read = parseClause(key, text);
    if (read === 'nothing') {
      setWrong(false);
      return go((now) => clearKey(now, key));
    }
    // “1,5” would be 1 or 5, which nobody means who writes it here.
    const meant = read && { ...read, values: read.values.map((value) => asMatched(kind, value)) };
    const understood = meant !== null && meant.values.length < 2 && clauseProblem(kind, meant) === null;
    setWrong(!understood);
    if (understood) go((now) => changeView(now, { own: withClause(now.own, key, meant) }));
  };
  return (
    <FacetSection title={columnLabel(info.guide, key)} clears={key} isSet={clause !== undefined}>
      <form
        className={styles.range}
        action={viewHref(defaultView(view.dataset, view.standard))}
        method="get"
        onSubmit={submit}
      >
        <ViewFields view={view} except={[key, 'incident']} />
        <label htmlFor={id} className="visually-hidden">
          {field.label}, from..to
        </label>
        <input
          id={id}
          key={written}
          className="control"
          name={key}
          placeholder="from..to"
          defaultValue={written}
          autoComplete="off"
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
        />
        <button className="control" type="submit">
          Show
        </button>
      </form>
      {wrong && (
        <p id={`${id}-wrong`} role="alert" className={styles.note}>
          {WRITE[kind]}
        </p>
      )}
    </FacetSection>
  );
}
