import { ViewFields } from '@/components/ui/view-fields';
import { sitePath } from '@/lib/text/site-path';
import { dayInWords } from '@/lib/time/format';
import type { View } from '@/lib/view/view';
import { formatNumber } from '@/lib/words/figures';
import styles from './changes.module.css';

/** A publication as the picker lists it. */
export interface Pickable {
  readonly revision: string;
  readonly published: string;
  readonly time: string;
  readonly incidents: number;
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly many: string;
  readonly history: readonly Pickable[];
}) {
  const { name, label, chosen, many, history } = props;
  return (
    <label>
      {label}
      <select name={name} className="control" defaultValue={chosen.slice(0, 12)}>
        {history.map(({ revision, published, time, incidents }) => (
          <option key={time} value={revision.slice(0, 12)}>
            {revision.slice(0, 12)} of {dayInWords(published)}, {formatNumber(incidents)} {many}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which two revisions to compare, as a form that works without scripts. The filters of the view go with it. */
export function RevisionPicker(props: {
  readonly view: View;
  readonly before: string;
  readonly after: string;
  readonly history: readonly Pickable[];
  /** What the incidents of a revision are called. */
  readonly many: string;
}) {
  const { view, before, after, history, many } = props;
  const newest = [...new Map(history.map((one) => [one.revision, one])).values()].reverse();
  return (
    <form
      method="get"
      className={styles.pick}
      action={sitePath(`/${encodeURIComponent(view.dataset)}/changes`)}
    >
      <ViewFields view={view} />
      <Choice name="since" label="From revision" chosen={before} many={many} history={newest} />
      <Choice name="until" label="To revision" chosen={after} many={many} history={newest} />
      <button type="submit" className="control">
        Compare
      </button>
    </form>
  );
}
