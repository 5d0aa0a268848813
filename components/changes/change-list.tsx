import { Fragment } from 'react';
import type { IncidentChange } from '@/lib/query/changes/compare-views';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { Noun } from '@/lib/series/measures';
import { changedWords, type Piece } from '@/lib/text/changed-words';
import { formatEventDate } from '@/lib/time/format';
import { incidentHref } from '@/lib/view/addresses/addresses';
import type { View } from '@/lib/view/view';
import { changeInWords, KIND_LABELS } from '@/lib/words/changes';
import { capitalised, inNoun } from '@/lib/words/labels';
import styles from './changes.module.css';

interface Sides {
  readonly before: SeriesInfo;
  readonly after: SeriesInfo;
  readonly view: View;
}

/** A value with the words marked that the other one does not have. */
function Marked({ pieces, as: Mark }: { readonly pieces: readonly Piece[]; readonly as: 'del' | 'ins' }) {
  return pieces.map(({ text, changed }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text hold no state
    changed ? <Mark key={at}>{text}</Mark> : <Fragment key={at}>{text}</Fragment>,
  );
}

function Fields({ change, before, after }: Sides & { readonly change: IncidentChange }) {
  if (change.fields.length === 0) return null;
  return (
    <table className={styles.fields} aria-label="What changed">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {change.fields.map((field) => {
          const words = changeInWords(field, before.guide, after.guide);
          const pieces = changedWords(words.before, words.after);
          return (
            <tr key={field.field}>
              <th scope="row">{words.label}</th>
              <td data-label="Before">
                <Marked pieces={pieces.before} as="del" />
              </td>
              <td data-label="Now">
                <Marked pieces={pieces.after} as="ins" />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function noteOf({ kind, fields }: IncidentChange, noun: Noun): string | null {
  if (fields.length > 0 || kind === 'added' || kind === 'removed' || kind === 'changed') return null;
  return inNoun('The incident is as it was; what changed is how its actors belong together.', noun);
}

/** Every incident that is not what it was, field by field. Removed ones lead to the older revision. */
export function ChangeList(props: Sides & { readonly changes: readonly IncidentChange[] }) {
  const { changes, before, after, view } = props;
  return (
    <ul className={styles.list}>
      {changes.map((change) => {
        const incident = change.after ?? change.before;
        const { noun } = after.guide.meta;
        const side = change.after === null ? before : after;
        const shown = { ...view, revision: side.revision.slice(0, 12) };
        return (
          <li key={change.id} className={styles.change} id={`change-${change.id}`}>
            <h2>
              <span className={styles.kind}>{KIND_LABELS[change.kind]}:</span>{' '}
              <a href={incidentHref(shown, change.id)}>
                {incident ? capitalised(incident.title) : change.id}
              </a>
              {incident && <span className={styles.kind}> · {formatEventDate(incident.date)}</span>}
            </h2>
            {noteOf(change, noun) && <p>{noteOf(change, noun)}</p>}
            <Fields change={change} {...props} />
          </li>
        );
      })}
    </ul>
  );
}
