'use client';

import { ColumnTable } from '@/components/about/column-table';
import { ProblemLine } from '@/components/open/file/refusal';
import type { Drafting } from '@/components/open/opening';
import type { CodeExamples, Preview } from '@/lib/client/local/local-connection';
import { effectOf, entryOf, leavesOut } from '@/lib/importers/import-codes';
import type { ImportCounts } from '@/lib/importers/import-counts';
import { columnsInShort } from '@/lib/importers/report/column-words';
import { quantity } from '@/lib/importers/report/left-out-words';
import { isReported } from '@/lib/series/estimate';
import { ESTIMATES } from '@/lib/series/measures';
import { formatEstimate, formatNumber } from '@/lib/words/figures';
import styles from './findings.module.css';
import { Histogram } from './histogram';

const EFFECT_WORDS = {
  fatal: 'nothing is used',
  row: 'rows not used',
  cell: 'cells left out',
  skip: 'rows left out by a rule',
  warning: 'nothing left out',
  note: 'worth knowing',
} as const;

/** That nothing is lost: what was read is what became incidents, what could not be used, and what was left out. */
export function Balance({ counts }: { readonly counts: ImportCounts }) {
  const { read, incidents, problems, skipped, cells, warnings } = counts;
  return (
    <p className={styles.balance}>
      <strong>{formatNumber(read)}</strong> rows read = <strong>{formatNumber(incidents)}</strong>{' '}
      {incidents === 1 ? 'incident' : 'incidents'} + <strong>{formatNumber(problems)}</strong>{' '}
      {problems === 1 ? 'problem' : 'problems'} + <strong>{formatNumber(skipped)}</strong> skipped
      {cells > 0 && `; ${quantity(cells, 'cell')} left out`}
      {warnings > 0 && `; ${quantity(warnings, 'warning')}`}
    </p>
  );
}

/** What was left out, and apart from it what is only said, by code. */
export function ProblemCodes(props: { readonly codes: readonly CodeExamples[] }) {
  const { codes } = props;
  const warnings = codes.filter(({ code }) => !leavesOut(code));
  const problems = codes.filter(({ code }) => leavesOut(code));
  return (
    <>
      {problems.length === 0 && <p className={styles.none}>Nothing is left out.</p>}
      <CodeList codes={problems} />
      {warnings.length > 0 && <p className={styles.kind}>Warnings: nothing is left out for these</p>}
      <CodeList codes={warnings} />
    </>
  );
}

/** Each code with what it means and the first of them. */
function CodeList({ codes }: { readonly codes: readonly CodeExamples[] }) {
  if (codes.length === 0) return null;
  return (
    <ul className={styles.codes}>
      {codes.map(({ code, count, examples }) => (
        <li key={code}>
          <details>
            <summary>
              <strong>{formatNumber(count)}</strong> {code}{' '}
              <span className="muted">{EFFECT_WORDS[effectOf(code)]}</span>
            </summary>
            <p>{entryOf(code)?.meaning}</p>
            <ul>
              {examples.map((problem, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                <li key={at}>
                  <ProblemLine problem={problem} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

function FirstIncidents({ preview }: { readonly preview: Preview }) {
  if (preview.incidents.length === 0) return null;
  // What none of them reports takes no room.
  const figures = ESTIMATES.filter(({ property }) =>
    preview.incidents.some((one) => isReported(one[property])),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label="The first incidents" tabIndex={0}>
      <table className={styles.incidents} aria-label="The first incidents">
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Title</th>
            <th scope="col">Actors</th>
            {figures.map(({ property, label }) => (
              <th key={property} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.incidents.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: ids of a wrong mapping repeat
            <tr key={at}>
              <td>{one.date}</td>
              <td>{one.title}</td>
              <td>{one.actors.join(', ')}</td>
              {figures.map(({ property }) => (
                <td key={property}>{formatEstimate(one[property])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the mapping makes of the file so far. */
export function Findings({ state }: { readonly state: Drafting }) {
  const { preview, failure, found } = state;
  return (
    <section className={styles.findings} aria-labelledby="findings">
      <h2 id="findings">What becomes of it</h2>
      <p role="status" className="muted">
        {preview === null
          ? 'Trying the first rows …'
          : preview.whole
            ? 'Tried on the whole file.'
            : `Tried on the first ${formatNumber(preview.counts.read)} of ${formatNumber(found.rows)} rows.`}
      </p>
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          This mapping does not work: {failure}
        </p>
      )}
      {preview !== null && (
        <>
          <Balance counts={preview.counts} />
          <Histogram bins={preview.histogram} />
          <h3>What becomes of the columns</h3>
          <p>{columnsInShort(preview.columns)}.</p>
          <details className={styles.columns}>
            <summary>Each of them, and why</summary>
            <ColumnTable columns={preview.columns} noun={state.draft.meta.noun} />
          </details>
          <h3>What could not be used so far</h3>
          <ProblemCodes codes={preview.problems} />
          <h3>The first incidents</h3>
          <FirstIncidents preview={preview} />
        </>
      )}
    </section>
  );
}
