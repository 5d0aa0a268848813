import prose from '@/components/page/prose.module.css';
import type { Noun } from '@/lib/series/measures';
import type { DatasetId } from '@/lib/series/model';
import { sitePath } from '@/lib/text/site-path';
import { dayInWords } from '@/lib/time/format';
import { formatNumber } from '@/lib/words/figures';
import { capitalised } from '@/lib/words/labels';
import { Section } from './section';

/** One publication of the series. */
export interface PastPublication {
  readonly revision: string;
  /** When, ISO 8601 in UTC. */
  readonly time: string;
  readonly incidents: number;
}

/** Publications that the page lists; the form on /changes has them all. */
const MOST = 50;

function Row(props: {
  readonly dataset: DatasetId;
  readonly now: PastPublication;
  readonly before: PastPublication | undefined;
  readonly shown: boolean;
}) {
  const { dataset, now, before, shown } = props;
  const short = now.revision.slice(0, 12);
  return (
    <tr>
      <td className={prose.narrow}>{dayInWords(now.time.slice(0, 10))}</td>
      <td className={prose.narrow}>
        <a href={sitePath(`/${dataset}?r=${short}`)}>
          <code>{short}</code>
        </a>
        {shown && ' (this page)'}
      </td>
      <td className={prose.narrow}>{formatNumber(now.incidents)}</td>
      <td>
        {before ? (
          <a href={sitePath(`/${dataset}/changes?since=${before.revision.slice(0, 12)}&until=${short}`)}>
            What it changed<span className="visually-hidden"> ({short})</span>
          </a>
        ) : (
          'The first that is kept'
        )}
      </td>
    </tr>
  );
}

/** What was published of the series, the newest first, each with what it changed. `history` is oldest first. */
export function RevisionSection(props: {
  readonly dataset: DatasetId;
  readonly shown: string;
  readonly history: readonly PastPublication[];
  /** What the incidents of a revision are called. */
  readonly noun: Noun;
}) {
  const { dataset, shown, history } = props;
  const rows = history.map((now, at) => ({ now, before: history[at - 1] })).reverse();
  return (
    <Section id="revisions" title="Revisions">
      <p>
        Every state of the series is kept under the hash of its content, so that a link to it goes on showing
        the same numbers. <a href={sitePath(`/${dataset}/changes`)}>Compare any two</a>.
      </p>
      <table aria-label="Revisions">
        <thead>
          <tr>
            <th scope="col">Published</th>
            <th scope="col">Revision</th>
            <th scope="col">{capitalised(props.noun.many)}</th>
            <th scope="col">Changes</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map(({ now, before }) => (
            <Row
              key={`${now.time} ${now.revision}`}
              dataset={dataset}
              now={now}
              before={before}
              shown={now.revision === shown}
            />
          ))}
        </tbody>
      </table>
      {rows.length > MOST && <p>and {formatNumber(rows.length - MOST)} older ones.</p>}
      <p>
        A revision goes only when whoever runs this copy removes it on purpose, from the command line and with
        a reason (<code>npm run annals -- remove {dataset} --revision … --reason …</code>). Links to it then
        say when and why.
      </p>
    </Section>
  );
}
