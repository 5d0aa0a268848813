import { SceneSvg } from '@/components/ui/scene-svg';
import type { DatasetCardData } from '@/lib/query/info/dataset-card';
import { sparkScene } from '@/lib/render/overview/spark';
import { statedText } from '@/lib/series/stated';
import { sitePath } from '@/lib/text/site-path';
import { dayInWords, formatDayText } from '@/lib/time/format';
import { formatNumber } from '@/lib/words/figures';
import { capitalised } from '@/lib/words/labels';
import { coverageWords } from '@/lib/words/provenance';
import styles from './dataset-card.module.css';

interface CardProps {
  readonly card: DatasetCardData;
}

/** Its incidents over time. */
function Spark({ card }: CardProps) {
  const { coverage } = card;
  const label = `${capitalised(card.noun.many)} per ${card.bin}, ${formatDayText(coverage.from)} to ${formatDayText(coverage.to)}`;
  return (
    <figure className={styles.spark}>
      <SceneSvg
        scene={sparkScene({ width: 640, height: 64, ...coverage, bin: card.bin, bins: card.spark, label })}
      />
      <figcaption>
        <span>{formatDayText(coverage.from)}</span>
        <span>
          {card.noun.many} per {card.bin}
        </span>
        <span>{formatDayText(coverage.to)}</span>
      </figcaption>
    </figure>
  );
}

/** How much it holds, of where and when, and how fresh it is. */
function Facts({ card }: CardProps) {
  const { coverage } = card;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{capitalised(card.wholeNoun.many)}</dt>
        <dd>
          {card.incidents.toLocaleString('en')}
          {card.outOfScope > 0 && <span className="muted"> ({card.outOfScope} outside its scope)</span>}
        </dd>
      </div>
      {card.holds.map(({ label, names, count }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {names.join(', ')}
            {count > names.length && (
              <span className="muted"> and {formatNumber(count - names.length)} more</span>
            )}
          </dd>
        </div>
      ))}
      <div>
        <dt>Coverage</dt>
        <dd>{coverageWords(coverage)}</dd>
      </div>
      {card.asOf !== null && (
        <div>
          <dt>As of</dt>
          <dd>{card.asOf}</dd>
        </div>
      )}
      <div>
        <dt>Last revision</dt>
        <dd>
          {dayInWords(card.published)} <code>{card.revision.slice(0, 12)}</code>
        </dd>
      </div>
    </dl>
  );
}

/** The views that the series itself names. */
function NamedViews({ card }: CardProps) {
  if (card.namedViews.length === 0) return null;
  return (
    <div className={styles.views}>
      <h3>Go straight to</h3>
      <ul>
        {card.namedViews.map(({ id, label: name, description, query }) => (
          <li key={id}>
            <a href={sitePath(`/${card.id}?${query}`)} title={description}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A dataset on the front page: what it is, how much, how fresh, and the ways in. */
export function DatasetCard({ card }: CardProps) {
  return (
    <article className={styles.card}>
      <h2>
        <a href={sitePath(`/${card.id}`)}>{card.title}</a>
      </h2>
      {statedText(card.description) !== null && <p className={styles.description}>{card.description}</p>}
      <Spark card={card} />
      <Facts card={card} />
      {card.warning !== null && <p className={styles.warning}>{card.warning}</p>}
      <NamedViews card={card} />
      <p className={styles.ways}>
        <a className="control primary" href={sitePath(`/${card.id}`)}>
          Open the dashboard
        </a>
        <a className="control" href={sitePath(`/${card.id}/about`)}>
          About this series
        </a>
      </p>
    </article>
  );
}
