import prose from '@/components/page/prose.module.css';
import type { ImportCounts } from '@/lib/importers/import-counts';
import { partWarnings } from '@/lib/importers/report/left-out';
import { type LeftOut, leftOutSentences, warningSentence } from '@/lib/importers/report/left-out-words';
import type { Problem } from '@/lib/problems/problem';
import { FileName } from './file-name';

/** As many problems are listed; the rest is a number. */
const MOST_SHOWN = 200;
/** A list of so many stands open; a longer one is a fold, so that what follows it can be found. */
const MOST_OPEN = 20;

/** Where a problem stands: `incidents.csv:12:date`. */
function placeOf({ file, row, column }: Problem): string {
  return [file, row, column].filter((part) => part !== null).join(':');
}

const shown = (count: number) => count.toLocaleString('en');

/** What became of the rows of a file. */
export type RowCounts = Pick<ImportCounts, 'read' | 'incidents' | 'problems' | 'skipped'>;

/** What became of every row that was read: nothing is lost in between. */
function Balance({ read, incidents, problems, skipped }: RowCounts) {
  return (
    <p>
      {shown(read)} rows were read = {shown(incidents)} incidents + {shown(problems)} rows that could not be
      used + {shown(skipped)} left out by a stated rule.
    </p>
  );
}

/** In words what an import left out and what it only warns of, with the way to the whole list. */
export function ImportFindings(props: {
  readonly left: LeftOut;
  /** Rows of the file by what came of them; null where nobody counted. */
  readonly counts: RowCounts | null;
  /** The address of all problems, with what to do about each. */
  readonly href: string;
}) {
  const { left, counts, href } = props;
  const sentences = leftOutSentences(left);
  const words = sentences.length === 0 ? ['Nothing of the source is left out.'] : sentences;
  return (
    <>
      {counts && <Balance {...counts} />}
      <p>
        {words.join(' ')} {warningSentence(left)} All of it, with what to do about each:{' '}
        <a href={href}>problems.csv</a>.
      </p>
    </>
  );
}

/** Each with where it stands and the reason. */
function Lines({ problems }: { readonly problems: readonly Problem[] }) {
  return problems.map((problem, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and one place can have two problems
    <tr key={index}>
      <td>
        <code>
          <FileName text={placeOf(problem)} />
        </code>
      </td>
      <td>{problem.value}</td>
      <td>
        {problem.reason} <span className="muted">({problem.code})</span>
      </td>
    </tr>
  ));
}

/** Problems or warnings, a long list folded. `all` is how many there are where not all are given. */
export function ProblemTable(props: {
  readonly problems: readonly Problem[];
  readonly caption: string;
  readonly all?: number;
}) {
  const { problems, caption, all = problems.length } = props;
  if (problems.length === 0) return null;
  const listed = problems.slice(0, MOST_SHOWN);
  return (
    <details open={problems.length <= MOST_OPEN}>
      <summary>
        {caption} ({all > listed.length ? `the first ${shown(listed.length)} of ${shown(all)}` : shown(all)})
      </summary>
      <table className={prose.stacked} aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Value</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          <Lines problems={listed} />
        </tbody>
      </table>
    </details>
  );
}

/** What is only said of the rows: warnings, and apart from them what is worth knowing. */
export function SaidTables({ said }: { readonly said: readonly Problem[] }) {
  const { warnings, notes } = partWarnings(said);
  return (
    <>
      <ProblemTable problems={warnings} caption="Warnings: nothing is left out for these" />
      <ProblemTable problems={notes} caption="Worth knowing" />
    </>
  );
}
