import { SceneSvg } from '@/components/ui/scene-svg';
import type { Watch, WatchNotice } from '@/lib/query/watch/watch';
import { noticeChart } from '@/lib/render/watch/notice-chart';
import type { SeriesGuide } from '@/lib/series/model';
import { formatSpan } from '@/lib/time/format';
import { viewHref } from '@/lib/view/serialize';
import { noticeInWords, noticeNotes, sliceName } from '@/lib/words/chance/watch';
import { formatNumber } from '@/lib/words/figures';
import styles from './watch.module.css';

/** More notices than this, of those that tell of much the same, are counted and not named. */
const MOST_ALSO = 6;

function Also({ notice, guide }: { readonly notice: WatchNotice; readonly guide: SeriesGuide }) {
  const { also } = notice;
  if (also.length === 0) return null;
  const shown = also.slice(0, MOST_ALSO);
  return (
    <p className={styles.also}>
      In the same stretch:{' '}
      {shown.map((one, place) => (
        <span key={one.key}>
          {place > 0 && ', '}
          <a href={viewHref(one.view)}>{sliceName(guide, one.slice)}</a>
        </span>
      ))}
      {also.length > shown.length && ` and ${formatNumber(also.length - shown.length)} more`}.
    </p>
  );
}

/** Notices one beneath the other: a sentence, the counts around it, and what to know about it. */
export function NoticeList(props: {
  readonly notices: readonly WatchNotice[];
  readonly watch: Watch;
  readonly guide: SeriesGuide;
}) {
  const { notices, watch, guide } = props;
  return (
    <ul className={styles.list}>
      {notices.map((notice) => {
        const words = noticeInWords(notice, guide);
        const span = formatSpan(notice.chart.starts[0]!, watch.span!.to);
        return (
          <li key={notice.key} className={styles.notice}>
            <div className={styles.chart}>
              <SceneSvg scene={noticeChart(notice.chart, `Counts by ${watch.bin}, ${span}. ${words}`)} />
              <span>{span}</span>
            </div>
            <div>
              <p className={styles.words}>{words}</p>
              <p className={styles.notes}>{noticeNotes(notice, watch).join(' ')}</p>
              <Also notice={notice} guide={guide} />
              <p>
                <a href={viewHref(notice.view)}>
                  Open {notice.window.count < 1e-6 ? 'these days' : `its ${guide.meta.noun.many}`}
                </a>
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
