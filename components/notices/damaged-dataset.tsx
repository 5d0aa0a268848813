import type { Problem } from '@/lib/problems/problem';
import { sitePath } from '@/lib/text/site-path';
import styles from './notice.module.css';
import { NoticePage } from './notice-page';

const SHOWN = 50;

/** One problem of the data: where, what and why. */
function ProblemLine({ problem }: { readonly problem: Problem }) {
  const { file, row, column, value, reason } = problem;
  return (
    <li>
      <code>{file}</code>
      {row !== null && `, row ${row}`}
      {column !== null && (
        <>
          , column <code>{column}</code>
        </>
      )}
      : {reason}
      {value !== null && value !== '' && (
        <>
          {' '}
          (it says <q>{value}</q>)
        </>
      )}
    </li>
  );
}

/** Says what is wrong with a dataset and where; the others are one link away. */
export function DamagedDataset(props: { readonly dataset: string; readonly problems: readonly Problem[] }) {
  const { dataset, problems } = props;
  const more = problems.length - SHOWN;
  return (
    <NoticePage title="This dataset cannot be shown" ways={[{ label: 'All datasets', href: sitePath('/') }]}>
      <p>
        The data of “{dataset}” are damaged. No figures are shown, since they could be wrong. Other datasets
        are not affected.
      </p>
      <ul className={styles.problems}>
        {problems.slice(0, SHOWN).map((problem) => (
          <ProblemLine key={JSON.stringify(problem)} problem={problem} />
        ))}
      </ul>
      {more > 0 && <p>… and {more.toLocaleString('en')} more.</p>}
    </NoticePage>
  );
}
