'use client';

import { ReadingForm } from '@/components/open/file/reading-form';
import { ProblemLine } from '@/components/open/file/refusal';
import styles from '@/components/open/open.module.css';
import type { Drafting } from '@/components/open/opening';
import { PublishForm } from '@/components/open/publish/publish-form';
import type { OpeningActions } from '@/components/open/use-opening';
import type { Publisher } from '@/lib/client/local/local-connection';
import type { WantedReading } from '@/lib/formats/reading';
import { Findings } from './findings';
import { MappingActions } from './mapping-actions';
import { MappingProvider } from './mapping-context';
import { MappingForm } from './mapping-form';
import { Questions } from './questions';
import { forgetMapping } from './saved-mappings';
import { Spellings } from './spellings';

/** What the mapping was taken from, where it is not the guess; or that one was kept and is not used. */
function Origin({ state, actions }: { readonly state: Drafting; readonly actions: OpeningActions }) {
  if (state.origin === 'guess') {
    if (state.kept === null) return null;
    return (
      <p className={styles.notice} role="note">
        A mapping was kept for a file with these columns. It is not used: {state.kept.reason}.{' '}
        <button type="button" className="control" onClick={actions.useKept}>
          Use it all the same
        </button>
      </p>
    );
  }
  const again = () => {
    forgetMapping(state.found.columns);
    actions.guessAgain();
  };
  return (
    <p className={styles.notice} role="note">
      {state.origin === 'remembered'
        ? 'The columns are those of a file opened here before: its mapping is used again.'
        : 'The mapping was loaded from your file.'}{' '}
      <button type="button" className="control" onClick={again}>
        Guess anew
      </button>
    </p>
  );
}

function RefusalNote({ state }: { readonly state: Drafting }) {
  const { refusal } = state.found;
  if (refusal === null) return null;
  const mendable = refusal.code === 'no-date-column';
  return (
    <div className={styles.failure} role="alert">
      <p>
        <strong>This does not look like a series of events.</strong> <ProblemLine problem={refusal} />
      </p>
      <p>
        {mendable
          ? 'If one of the columns is the date after all, choose it below.'
          : 'If every row is one dated incident after all, say below what the columns mean.'}
      </p>
    </div>
  );
}

/** The second step: the reader sees what was found, corrects it, and goes on. */
export function MappingStep(props: {
  readonly state: Drafting;
  readonly actions: OpeningActions;
  readonly publisher: Publisher;
}) {
  const { state, actions, publisher } = props;
  const { found, file } = state;
  const onReading = (wanted: WantedReading) => actions.reread(file, wanted);
  return (
    <MappingProvider state={state} edit={actions.edit}>
      <h1 tabIndex={-1}>What do the columns mean?</h1>
      <p className={styles.fileName}>{found.file}</p>
      <RefusalNote state={state} />
      <Origin state={state} actions={actions} />
      <Questions state={state} edit={actions.edit} onReading={onReading} />
      <ReadingForm found={found} onReading={onReading} />
      <div className={styles.columns}>
        <div className={styles.form}>
          <section className={styles.section} aria-labelledby="mapping">
            <h2 id="mapping">The mapping</h2>
            <MappingForm />
          </section>
          <Spellings found={found} />
        </div>
        <Findings state={state} />
      </div>
      <MappingActions state={state} actions={actions} />
      <PublishForm
        file={file}
        mapping={state.draft}
        title={state.draft.meta.title ?? ''}
        publisher={publisher}
      />
    </MappingProvider>
  );
}
