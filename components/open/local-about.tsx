'use client';

import { AboutSections } from '@/components/about/about';
import { ColumnTable } from '@/components/about/column-table';
import { ProblemTable, SaidTables } from '@/components/about/problem-table';
import prose from '@/components/page/prose.module.css';
import type { Publisher } from '@/lib/client/local/local-connection';
import { columnsInShort } from '@/lib/importers/report/column-words';
import { wholeNoun } from '@/lib/words/headline/headline';
import { Balance, ProblemCodes } from './mapping/findings';
import styles from './open.module.css';
import type { Opening } from './opening';
import { PublishForm } from './publish/publish-form';

type Open = Extract<Opening, { step: 'open' }>;

/** What there is to know about a local series: what became of its rows, and what its file and mapping say. */
export function LocalAbout(props: {
  readonly state: Open;
  readonly publisher: Publisher;
  readonly onSaveProblems: () => void;
}) {
  const { state, publisher, onSaveProblems } = props;
  const { from, local } = state;
  const { counts, columns, byCode, problems, warnings, found } = local;
  return (
    <section id="about" className={`${prose.page} ${styles.about}`} aria-labelledby="about-heading">
      <h2 id="about-heading">About this series</h2>
      <p>
        It was read from <strong>{from.file.name}</strong> by this page and stands in its memory. Closing or
        reloading the page forgets it, unless you <em>keep it in this browser</em>. The address keeps the
        view, so that opening the same file again shows the same; somebody else can use it only with the same
        file. <em>Save as a page</em> makes a file of the view that others can open; <em>Publish</em> makes
        addresses that work for everybody.
      </p>
      <Balance counts={counts} />
      <PublishForm
        file={from.file}
        mapping={from.step === 'mapping' ? from.draft : null}
        title={state.title || (from.step === 'mapping' ? (from.draft.meta.title ?? '') : '')}
        publisher={publisher}
      />
      <section id="problems" aria-labelledby="problems-heading">
        <h2 id="problems-heading">What could not be used</h2>
        <ProblemCodes codes={byCode} />
        {found > 0 && (
          <>
            <button type="button" className="control" onClick={onSaveProblems}>
              Save all {found.toLocaleString('en')} as problems.csv
            </button>
            <details>
              <summary>Show the first {(problems.length + warnings.length).toLocaleString('en')}</summary>
              <ProblemTable problems={problems} caption="Left out" />
              <SaidTables said={warnings} />
            </details>
          </>
        )}
      </section>
      {columns !== null && (
        <section id="columns" aria-labelledby="columns-heading">
          <h2 id="columns-heading">Columns of the file</h2>
          <p>{columnsInShort(columns)}.</p>
          <details>
            <summary>What became of each, and why</summary>
            <ColumnTable columns={columns} noun={wholeNoun(local.info)} />
          </details>
        </section>
      )}
      <details>
        <summary>What the file and the mapping say of it</summary>
        {local.sourceCount > local.sources.length && (
          <p>
            Of {local.sourceCount.toLocaleString('en')} sources the first {local.sources.length} are listed;
            each stands with its incident.
          </p>
        )}
        <AboutSections info={local.info} sources={local.sources} facts={local.facts}>
          <p id="cite">
            A series that stands in one browser cannot be cited; cite the file it was read from, or publish
            it.
          </p>
        </AboutSections>
      </details>
    </section>
  );
}
