'use client';

import '@/components/dashboard/panel-styles';
import { useEffect, useMemo, useState } from 'react';
import { Dashboard } from '@/components/dashboard/dashboard';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { LocalFilesProvider } from '@/components/dashboard/state/local-files';
import type { LocalConnection, Publisher } from '@/lib/client/local/local-connection';
import { leftOutOfCounts } from '@/lib/importers/report/left-out-words';
import { aboutHref } from '@/lib/view/addresses/addresses';
import { LOCAL } from '@/lib/view/addresses/local';
import type { View } from '@/lib/view/view';
import type { Keeping } from './file/use-kept-file';
import { InPlace } from './in-place';
import { LocalAbout } from './local-about';
import type { Opening } from './opening';
import { saveFile, stemOf } from './save-file';
import type { OpeningActions } from './use-opening';

type Open = Extract<Opening, { step: 'open' }>;

/** Keeps the file in this browser, or forgets it again. */
function KeepButton({ keeping }: { readonly keeping: Keeping }) {
  const { isKept, failure, keep, forget } = keeping;
  return (
    <>
      <button
        type="button"
        className="control"
        aria-pressed={isKept}
        title="In this browser’s own storage, so that a reload finds the file again. Nothing is sent anywhere."
        onClick={isKept ? forget : keep}
      >
        {isKept ? 'Kept in this browser' : 'Keep in this browser'}
      </button>
      {failure !== null && <span role="alert">{failure}</span>}
    </>
  );
}

/** Saves the view that is shown as a page that others can open without Annals. */
function SaveButton({ onSave }: { readonly onSave: (view: View) => Promise<void> }) {
  const { view } = useDashboard();
  const [failure, setFailure] = useState<string | null>(null);
  const onClick = () => {
    setFailure(null);
    onSave(view).catch((error: unknown) =>
      setFailure(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <button
        type="button"
        className="control"
        title="This view as one file that opens in any browser, without Annals and without a network"
        onClick={onClick}
      >
        Save as a page
      </button>
      {failure !== null && <span role="alert">{failure}</span>}
    </>
  );
}

function Tools(props: {
  readonly state: Open;
  readonly actions: OpeningActions;
  readonly keeping: Keeping;
  readonly onSave: (view: View) => Promise<void>;
}) {
  const { state, actions, keeping, onSave } = props;
  return (
    <>
      {state.from.step === 'mapping' ? (
        <button type="button" className="control" onClick={actions.cancel}>
          How it was read
        </button>
      ) : (
        <a className="control quiet" href={aboutHref(LOCAL)}>
          How it was read
        </a>
      )}
      <KeepButton keeping={keeping} />
      <SaveButton onSave={onSave} />
      <a className="control" href="#publish">
        Publish
      </a>
      <button type="button" className="control" onClick={actions.restart}>
        Close file
      </button>
    </>
  );
}

/** Names the window of the browser after the series, as that of a published one is. */
function useWindowTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · Annals`;
    return () => {
      document.title = before;
    };
  }, [title]);
}

/** Moves the focus to what the file became, as the steps before it move it to their headings. */
function useHeadingFocus(): void {
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>('main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }, []);
}

/** The dashboard of a series that this page holds. */
export function LocalDashboard(props: {
  readonly state: Open;
  readonly connection: LocalConnection;
  readonly actions: OpeningActions;
  readonly publisher: Publisher;
  readonly keeping: Keeping;
  readonly savePolicy: string;
}) {
  const { state, connection, actions, publisher, keeping, savePolicy } = props;
  const { from, local, initial } = state;
  const stem = stemOf(from.file.name);
  useWindowTitle(local.info.guide.meta.title);
  useHeadingFocus();
  const files = useMemo(
    () => ({
      saveIncidents: (view: Parameters<LocalConnection['incidentsCsv']>[0]) =>
        void connection.incidentsCsv(view).then((csv) => saveFile(csv, `${stem}-incidents.csv`)),
    }),
    [connection, stem],
  );
  const saveProblems = () =>
    void connection.problemsCsv().then((csv) => saveFile(csv, `${stem}-problems.csv`));
  const onSave = (view: View) =>
    connection.savedPage(view, from.file.name, savePolicy).then((page) => saveFile(page, `${stem}.html`));
  const parts = {
    origin: `${from.file.name} · opened in this browser, sent nowhere`,
    tools: <Tools {...{ state, actions, keeping, onSave }} />,
    about: <LocalAbout state={state} publisher={publisher} onSaveProblems={saveProblems} />,
    map: connection.map,
  };
  return (
    <EngineProvider engine={connection.engine}>
      <LocalFilesProvider value={files}>
        <InPlace standard={local.info.standard}>
          <Dashboard
            info={local.info}
            initial={initial}
            left={leftOutOfCounts(local.counts)}
            doubts={local.doubts}
            local={parts}
          />
        </InPlace>
      </LocalFilesProvider>
    </EngineProvider>
  );
}
