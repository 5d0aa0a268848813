import type { DamagedDataset, DatasetCardData } from '@/lib/query/info/dataset-card';
import { sitePath } from '@/lib/text/site-path';
import styles from './catalogue.module.css';
import { DatasetCard } from './dataset-card';

const SHOWN_PROBLEMS = 5;

function Damaged({ id, problems }: DamagedDataset) {
  return (
    <article className={styles.damaged}>
      <h2>{id}</h2>
      <p>
        This dataset cannot be shown:{' '}
        {problems.length === 1 ? 'a problem was' : `${problems.length} problems were`} found in it.
      </p>
      <ul>
        {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
          <li key={`${problem.file}:${problem.row}:${problem.column}:${problem.code}`}>
            <code>
              {problem.file}
              {problem.row !== null && `:${problem.row}`}
              {problem.column !== null && `:${problem.column}`}
            </code>{' '}
            {problem.reason}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN_PROBLEMS && <p>… and {problems.length - SHOWN_PROBLEMS} more.</p>}
    </article>
  );
}

function Waiting({ id }: { readonly id: string }) {
  return (
    <article className={styles.damaged}>
      <h2>
        <a href={sitePath(`/${id}`)}>{id}</a>
      </h2>
      <p>Its figures are being worked out. They stand here when the page is loaded again in a moment.</p>
    </article>
  );
}

/** The front page: every dataset as a card; damaged ones say what is wrong. `waiting` are those whose figures are not there yet. */
export function Catalogue(props: {
  readonly cards: readonly DatasetCardData[];
  readonly damaged: readonly DamagedDataset[];
  readonly waiting: readonly string[];
}) {
  const { cards, damaged, waiting } = props;
  return (
    <main id="main" className={styles.page}>
      <h1>Dated event series, made readable</h1>
      <p className={styles.lead}>
        Who did what, when: a timeline, activity per actor and the incidents behind every number. Each view
        has an address that shows the same figures to whoever opens it.
      </p>
      <p className={styles.own}>
        <a className="control" href={sitePath('/open')}>
          Open a file of your own
        </a>{' '}
        It is read in your browser; nothing of it leaves your computer.
      </p>
      <div className={styles.cards}>
        {cards.map((card) => (
          <DatasetCard key={card.id} card={card} />
        ))}
        {waiting.map((id) => (
          <Waiting key={id} id={id} />
        ))}
        {damaged.map((dataset) => (
          <Damaged key={dataset.id} {...dataset} />
        ))}
      </div>
      {cards.length + damaged.length + waiting.length === 0 && (
        <p>
          No dataset is here yet. Put a Data Package into the folder <code>data/</code> and start again.
        </p>
      )}
    </main>
  );
}
