'use client';

import '@/components/dashboard/panel-styles';
import { useMemo } from 'react';
import { Dashboard } from '@/components/dashboard/dashboard';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { LocalFilesProvider } from '@/components/dashboard/state/local-files';
import type { LocalConnection, Publisher } from '@/lib/client/local/local-connection';
import { leftOutOfCounts } from '@/lib/importers/report/left-out-words';
import { aboutHref } from '@/lib/view/addresses/addresses';
import { LOCAL } from '@/lib/view/addresses/local';
import { InPlace } from './in-place';
import { LocalAbout } from './local-about';
import { saveMapping } from './mapping/mapping-actions';
import type { Opening } from './opening';
import { saveFile, stemOf } from './save-file';
import type { OpeningActions } from './use-opening';

type Open = Extract<Opening, { step: 'open' }>;

function Tools({ state, actions }: { readonly state: Open; readonly actions: OpeningActions }) {
  const { from } = state;
  return (
    <>
      <a className="control quiet" href={aboutHref(LOCAL)}>
        About this series
      </a>
      {from.step === 'mapping' && (
        <>
          <button type="button" className="control" onClick={() => saveMapping(from)}>
            Save mapping
          </button>
          <button type="button" className="control" onClick={actions.cancel}>
            Change mapping
          </button>
        </>
      )}
      <button type="button" className="control" onClick={actions.restart}>
        Close file
      </button>
    </>
  );
}

/** The dashboard of a series that this page holds. */
export function LocalDashboard(props: {
  readonly state: Open;
  readonly connection: LocalConnection;
  readonly actions: OpeningActions;
  readonly publisher: Publisher;
}) {
  const { state, connection, actions, publisher } = props;
  const { from, local, initial } = state;
  const stem = stemOf(from.file.name);
  const files = useMemo(
    () => ({
      saveIncidents: (view: Parameters<LocalConnection['incidentsCsv']>[0]) =>
        void connection.incidentsCsv(view).then((csv) => saveFile(csv, `${stem}-incidents.csv`)),
    }),
    [connection, stem],
  );
  const saveProblems = () =>
    void connection.problemsCsv().then((csv) => saveFile(csv, `${stem}-problems.csv`));
  const parts = {
    origin: `${from.file.name} · opened in this browser, sent nowhere`,
    tools: <Tools state={state} actions={actions} />,
    about: <LocalAbout state={state} publisher={publisher} onSaveProblems={saveProblems} />,
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
