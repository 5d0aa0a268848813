'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useDashboard, useSettled } from '@/components/dashboard/state/dashboard-context';
import { INCIDENT_HEADING, IncidentDetail } from '@/components/incident/incident-detail';
import { useMedia } from '@/components/ui/use-browser-state';
import { ViewLink } from '@/components/ui/view-link';
import { searchWords } from '@/lib/series/search-text';
import { incidentHref } from '@/lib/view/addresses/addresses';
import { isLocal } from '@/lib/view/addresses/local';
import { changeView } from '@/lib/view/change';
import { formatNumber } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline/headline';
import { capitalised, inNoun } from '@/lib/words/labels';
import styles from './incident-panel.module.css';
import { StepLink } from './step-link';
import { type OpenIncident, useOpenIncident } from './use-open-incident';
import { usePanelFocus } from './use-panel-focus';

/** Narrower than this the panel takes the whole screen, and the page beneath waits; as in the style sheet. */
const NARROW = '(max-width: 719px)';

const LEFT_OUT = 'This incident is not among those of the view: its filters leave it out.';
const NOT_SELECTED = 'This incident is not among those that are selected.';

/** The last value that was there, for the moment in which the next one is on its way. */
function useKept<T>(value: T | null): T | null {
  const [kept, setKept] = useState(value);
  if (value !== null && value !== kept) setKept(value);
  return value ?? kept;
}

/** The place of the incident among the rows of the view, spoken as it changes. */
function Place({ open }: { readonly open: OpenIncident }) {
  const { view } = useSettled();
  const position = useKept(open.position);
  return (
    <p className={styles.place} role="status">
      <span className="visually-hidden">{open.found?.incident?.title} </span>
      {position && position.index !== null && (
        <>
          {formatNumber(position.index + 1)} of {formatNumber(position.total)}
          <span className={styles.wide}> {view.select === null ? 'in this view' : 'of those selected'}</span>
        </>
      )}
    </p>
  );
}

/** Before and after in the order of the table, the place among the rows, the page of the incident, and the way out. */
function Bar({ open }: { readonly open: OpenIncident & { readonly id: string } }) {
  const { view, info } = useDashboard();
  const { position } = open;
  const noun = nounOf(view, info.guide.meta);
  return (
    <div className={styles.bar}>
      <StepLink
        incident={position?.previous ?? null}
        label={`Previous ${noun.one}`}
        sign="←"
        shortcut="ArrowLeft"
      />
      <StepLink incident={position?.next ?? null} label={`Next ${noun.one}`} sign="→" shortcut="ArrowRight" />
      <Place open={open} />
      {!isLocal(view.dataset) && (
        <a className="control" href={incidentHref(view, open.id)}>
          Open page
        </a>
      )}
      <ViewLink className="control" view={(now) => changeView(now, { incident: null })} data-close>
        Close
      </ViewLink>
    </div>
  );
}

/** What stands in for an incident that is not here: unknown, on its way, or lost. */
function Placeholder({ open }: { readonly open: OpenIncident }) {
  const { answers, info, view } = useSettled();
  const noun = nounOf(view, info.guide.meta);
  const row = answers.rows.rows.find(({ incident }) => incident.id === open.id);
  const title = open.found ? `No such ${noun.one}` : capitalised(row?.incident.title ?? noun.one);
  return (
    <div>
      <h2 id={INCIDENT_HEADING} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      {open.found && (
        <p>
          This series has no {noun.one} with the id <code className={styles.id}>{open.id}</code> in the
          revision shown.
        </p>
      )}
      {!open.found && open.failure === null && (
        <>
          <p className="muted">Loading its claims and sources…</p>
          <noscript>
            <p>Without scripts they stand on the page of the {noun.one}: “Open page” above.</p>
          </noscript>
        </>
      )}
      {open.failure !== null && (
        <p role="alert">
          The {noun.one} could not be loaded: {open.failure}{' '}
          <button type="button" className="control" onClick={open.retry}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}

function Content({ open }: { readonly open: OpenIncident }) {
  const { info, view } = useSettled();
  const kept = useKept(open.found);
  const shown = open.failure === null ? kept : null;
  if (!shown?.incident) return <Placeholder open={open} />;
  const outside = open.position !== null && open.position.index === null;
  return (
    <>
      {outside && (
        <p className={styles.outside}>
          {inNoun(view.select === null ? LEFT_OUT : NOT_SELECTED, nounOf(view, info.guide.meta))}
        </p>
      )}
      <IncidentDetail
        info={info}
        incident={shown.incident}
        sources={shown.sources}
        words={searchWords(view.q)}
        revision={view.revision}
        by={view}
        within="panel"
      />
    </>
  );
}

/** True for keys meant for a field or a menu, and for keys held with others. */
function isForSomethingElse(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const held = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  const target = event.target as Element | null;
  return held || event.defaultPrevented || (target?.closest?.('input, select, textarea') ?? null) !== null;
}

/** Whether another dialog lies over the panel: Escape closes that one first. The focus may be in neither, as after a click on a text. */
function isBeneathAnother(panel: HTMLDialogElement | null): boolean {
  return [...document.querySelectorAll('dialog[open]')].some((dialog) => dialog !== panel);
}

function Panel({ open }: { readonly open: OpenIncident & { readonly id: string } }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const modal = useMedia(NARROW);
  const close = () => dialog.current?.querySelector<HTMLElement>('[data-close]')?.click();

  useEffect(() => {
    const element = dialog.current;
    if (!modal || !element?.showModal) return;
    element.close();
    element.showModal();
    return () => {
      element.close();
      element.show();
    };
  }, [modal]);
  useEffect(() => {
    const closeOnEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || isForSomethingElse(event) || isBeneathAnother(dialog.current)) return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  });
  const walk = (event: KeyboardEvent) => {
    if (isForSomethingElse(event)) return;
    dialog.current?.querySelector<HTMLElement>(`[data-step="${event.key}"]`)?.click();
  };
  return (
    <dialog
      ref={dialog}
      open
      className={styles.panel}
      aria-labelledby={INCIDENT_HEADING}
      onKeyDown={walk}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <Bar open={open} />
      <div className={styles.content}>
        <Content open={open} />
      </div>
    </dialog>
  );
}

/** The open incident beside the dashboard: its claims and sources, and the way to those before and after it. */
export function IncidentPanel() {
  const open = useOpenIncident();
  const { id } = open;
  usePanelFocus(id, open.found !== null || open.failure !== null);
  return id === null ? null : <Panel open={{ ...open, id }} />;
}
