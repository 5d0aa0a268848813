'use client';

import { type FormEvent, useId, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewFields } from '@/components/ui/view-fields';
import { type OwnField, ownKey } from '@/lib/series/fields';
import { changeView } from '@/lib/view/change';
import { parseClause, serializeClause, withClause } from '@/lib/view/grammar/own-clause';
import { defaultView } from '@/lib/view/keys';
import { viewHref } from '@/lib/view/serialize';
import { columnLabel } from '@/lib/words/labels';
import { FacetSection } from './facet-section';
import styles from './facets.module.css';

/** Numbers from one to another, both included, as the address writes them: a form that needs no script. */
export function NumberFacet({ field }: { readonly field: OwnField }) {
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
    const isNumber =
      read !== null && read !== 'nothing' && (read.range !== null || Number.isFinite(Number(text)));
    setWrong(read !== 'nothing' && !isNumber);
    if (read === 'nothing') go((now) => changeView(now, { own: withClause(now.own, key, null) }));
    else if (isNumber) go((now) => changeView(now, { own: withClause(now.own, key, read) }));
  };
  return (
    <FacetSection
      title={columnLabel(info.guide, key)}
      clears={key}
      isSet={clause !== undefined}
      note={wrong ? 'Write a number, or a range: 100..200, 100.. or ..200.' : undefined}
    >
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
        />
        <button className="control" type="submit">
          Show
        </button>
      </form>
    </FacetSection>
  );
}
