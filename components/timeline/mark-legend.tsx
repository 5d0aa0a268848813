'use client';

import { SceneSvg } from '@/components/ui/scene-svg';
import type { Band } from '@/lib/render/axis/coverage-bands';
import { cssPaint } from '@/lib/render/scene/paint';
import type { TimelineLayout } from '@/lib/render/timeline/layout';
import { legendOf } from '@/lib/render/timeline/marks/mark-legend';
import { formatDayText } from '@/lib/time/format';
import { BAND_WORDS } from '@/lib/words/coverage';
import styles from './timeline.module.css';

/** "How to read the marks": only what occurs, and the coverage notes in words. */
export function MarkLegend(props: {
  readonly layout: TimelineLayout;
  readonly bands: readonly Band[];
  readonly id: string;
}) {
  const entries = legendOf(props.layout, props.bands, props.id, cssPaint);
  const notes = props.bands.filter(({ kind }) => kind !== 'outside');
  return (
    <div className={styles.legend}>
      {entries.length > 0 && (
        <>
          <h3 className={styles.legendTitle}>How to read the marks</h3>
          <ul className={styles.entries}>
            {entries.map(({ key, words, picture }) => (
              <li key={key}>
                <SceneSvg scene={picture} />
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <details className={styles.notes}>
          <summary>
            {notes.length === 1 ? 'A coverage note concerns' : `${notes.length} coverage notes concern`} this
            view
          </summary>
          <ul>
            {notes.map((note) => (
              <li key={`${note.from}${note.text}`}>
                {formatDayText(note.from)} to {formatDayText(note.to)}, {BAND_WORDS[note.kind].toLowerCase()}:{' '}
                {note.text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
