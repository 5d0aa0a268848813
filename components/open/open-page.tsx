'use client';

import { lazy, Suspense, useCallback, useEffect, useRef } from 'react';
import { SiteHeader } from '@/components/page/site-header';
import type { LocalConnection, Publisher } from '@/lib/client/local/local-connection';
import { replaceQuestion } from '@/lib/words/address/readers-own';
import { DropZone } from './file/drop-zone';
import { PackageStep } from './file/package-step';
import { PassProgress } from './file/pass-progress';
import { Refusal } from './file/refusal';
import { type Keeping, useKeptFile } from './file/use-kept-file';
import { useWholePageDrop } from './file/use-whole-page-drop';
import { MappingStep } from './mapping/mapping-step';
import styles from './open.module.css';
import type { Opening } from './opening';
import { type OpeningActions, useOpening } from './use-opening';

const LocalDashboard = lazy(() =>
  import('./local-dashboard').then((one) => ({ default: one.LocalDashboard })),
);

interface StepProps {
  readonly state: Exclude<Opening, { step: 'open' }>;
  readonly actions: OpeningActions;
  readonly publisher: Publisher;
  readonly keeping: Keeping;
}

function Step({ state, actions, publisher, keeping }: StepProps) {
  switch (state.step) {
    case 'idle':
      return <DropZone failure={state.failure} onFile={actions.take} keeping={keeping} />;
    case 'examining':
      return <PassProgress name={state.file.name} progress={state.progress} onCancel={actions.cancel} />;
    case 'refused':
      return <Refusal file={state.file} problems={state.problems} actions={actions} />;
    case 'package':
      return <PackageStep state={state} actions={actions} />;
    case 'mapping':
      return <MappingStep state={state} actions={actions} publisher={publisher} />;
    case 'building':
      return <PassProgress name={state.from.file.name} progress={state.progress} onCancel={actions.cancel} />;
  }
}

/** Moves the focus to the heading of a new step, and the page to its top, as a new page would. */
function useStepFocus(step: Opening['step']): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [step]);
}

/** The page that opens a reader's own file: from the drop to the dashboard, all of it in the browser. */
export function OpenPage({
  connection,
  publisher,
  savePolicy,
}: {
  readonly connection: LocalConnection;
  readonly publisher: Publisher;
  /** The policy that saved pages bring. */
  readonly savePolicy: string;
}) {
  const [state, actions] = useOpening(connection);
  const keeping = useKeptFile(state, actions.restore);
  const { atRisk } = keeping;
  const { take } = actions;
  const takeAnother = useCallback(
    (file: File) => {
      const ask = () => window.confirm(replaceQuestion(file.name, atRisk?.name ?? ''));
      if (atRisk === null || ask()) take(file);
    },
    [atRisk, take],
  );
  const over = useWholePageDrop(takeAnother);
  useStepFocus(state.step);
  if (state.step === 'open') {
    return (
      <Suspense>
        <LocalDashboard {...{ state, connection, actions, publisher, keeping, savePolicy }} />
      </Suspense>
    );
  }
  return (
    <>
      <SiteHeader trail={[{ label: 'Open a file', href: null }]} opens={false} />
      <main id="main" className={styles.page} data-step={state.step} data-over={over}>
        <Step state={state} actions={actions} publisher={publisher} keeping={keeping} />
      </main>
    </>
  );
}
