import type { ImportCounts } from '@/lib/importers/import-counts';
import type { Problem } from '@/lib/series/model';

/** As many problems are listed; the rest is a number. */
const MOST_SHOWN = 200;

/** Where a problem stands: `incidents.csv:12:date`. */
export function placeOf({ file, row, column }: Problem): string {
  return [file, row, column].filter((part) => part !== null).join(':');
}

const shown = (count: number) => count.toLocaleString('en');

interface ProblemTableProps {
  readonly problems: readonly Problem[];
  /** Rows of the file by what came of them; null where nobody counted. */
  readonly counts?: ImportCounts | null;
  /** The address of all problems, with what to do about each; null where there is none. */
  readonly href?: string | null;
}

/** What became of every row that was read: nothing is lost in between. */
function RowCounts({ read, incidents, problems, skipped, warnings }: ImportCounts) {
  return (
    <p>
      {shown(read)} rows were read = {shown(incidents)} incidents + {shown(problems)} rows that could not be
      used + {shown(skipped)} left out by a stated rule. Of the rows that are used, {shown(warnings)}{' '}
      {warnings === 1 ? 'cell' : 'cells'} could not be.
    </p>
  );
}

/** The rows and cells of the source that this revision leaves out, with the reason for each. */
export function ProblemTable({ problems, counts = null, href = null }: ProblemTableProps) {
  return (
    <>
      {counts && <RowCounts {...counts} />}
      <p>
        {problems.length === 1 ? 'One problem was' : `${shown(problems.length)} problems were`} noted when
        this revision was imported: rows and cells that are left out of every count, and what was mended.
        {href !== null && (
          <>
            {' '}
            All of them, with what to do about each: <a href={href}>problems.csv</a>.
          </>
        )}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Value</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, MOST_SHOWN).map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and one place can have two problems
            <tr key={index}>
              <td>
                <code>{placeOf(problem)}</code>
              </td>
              <td>{problem.value}</td>
              <td>
                {problem.reason} <span className="muted">({problem.code})</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > MOST_SHOWN && (
        <p>… and {(problems.length - MOST_SHOWN).toLocaleString('en')} more.</p>
      )}
    </>
  );
}
