import { MOST_SAVED } from '@/lib/export/html/most-saved';
import { servedTwinHref } from '@/lib/view/addresses/addresses';
import { defaultView } from '@/lib/view/keys';
import type { View } from '@/lib/view/view';
import { formatNumber } from '@/lib/words/figures';
import styles from './share.module.css';

const FILES = [
  ['incidents.csv', 'CSV'],
  ['incidents.xlsx', 'Excel'],
  ['incidents.ndjson', 'NDJSON'],
  ['incidents.geojson', 'GeoJSON'],
  ['incidents.parquet', 'Parquet'],
  ['view.json', 'Figures (JSON)'],
  ['view.html', 'One file (HTML)'],
] as const;

/** Why rows do not leave, and what still does. */
export function ClosedFiles({ view, closed }: { readonly view: View; readonly closed: string }) {
  return (
    <>
      <p className={styles.sentence}>The rows of this series may not be passed on. {closed}</p>
      <ul className={styles.files}>
        <li>
          <a className="control" href={servedTwinHref(view, 'view.json')}>
            Figures (JSON)
          </a>
        </li>
      </ul>
    </>
  );
}

/** What “One file” can hold, where a series has more. */
function mostInOneFile(incidents: number): string {
  const most = `it holds ${formatNumber(MOST_SAVED)} incidents at most: narrow a view of more first`;
  return incidents > MOST_SAVED ? `; ${most}` : '';
}

/** All rows of a view, in every format; `incidents` are those of the whole series. */
export function FilePart({ view, incidents }: { readonly view: View; readonly incidents: number }) {
  return (
    <>
      <ul className={styles.files}>
        {FILES.map(([file, label]) => (
          <li key={file}>
            <a className="control" href={servedTwinHref(view, file)}>
              {label}
            </a>
          </li>
        ))}
        <li>
          <a
            className="control"
            href={servedTwinHref(
              { ...defaultView(view.dataset, view.standard), revision: view.revision },
              'package.zip',
            )}
          >
            Whole series (Data Package)
          </a>
        </li>
      </ul>
      <p className={styles.sentence}>
        The incidents of this view with all their claims and sources. “One file” opens without a network
        {mostInOneFile(incidents)}.
      </p>
    </>
  );
}

/** What becomes of the rows of a view. */
export function FeedPart({ view }: { readonly view: View }) {
  return (
    <>
      <ul className={styles.files}>
        <li>
          <a className="control" href={servedTwinHref(view, 'feed.atom')}>
            Atom
          </a>
        </li>
        <li>
          <a className="control" href={servedTwinHref(view, 'feed.json')}>
            JSON Feed
          </a>
        </li>
      </ul>
      <p className={styles.sentence}>
        Tells of each incident of this view that is added, corrected, re-attributed or removed.
      </p>
    </>
  );
}
