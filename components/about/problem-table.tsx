import type { Problem } from '@/lib/series/model';

/** As many problems are listed; the rest is a number. */
const MOST_SHOWN = 200;

/** Where a problem stands: `incidents.csv:12:date`. */
export function placeOf({ file, row, column }: Problem): string {
  return [file, row, column].filter((part) => part !== null).join(':');
}

/** The rows and cells of the source that this revision leaves out, with the reason for each. */
export function ProblemTable({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <>
      <p>
        {problems.length === 1 ? 'One problem was' : `${problems.length.toLocaleString('en')} problems were`}{' '}
        found when this revision was imported. What they concern is left out of every count.
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
