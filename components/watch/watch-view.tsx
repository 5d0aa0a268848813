import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { Watch } from '@/lib/query/watch/watch';
import { sitePath } from '@/lib/text/site-path';
import type { View } from '@/lib/view/view';
import { watchInWords } from '@/lib/words/chance/watch';
import { formatNumber } from '@/lib/words/figures';
import { NoticeList } from './notice-list';
import { RepeatLink } from './repeat-link';

/** Notices that the page lists; all stand in its data. */
const MOST_LISTED = 30;

/** What stands out in a view against its own past: what is new, and what was noticed within a year before. */
export function WatchView(props: {
  readonly info: Pick<SeriesInfo, 'guide' | 'revision'>;
  readonly view: View;
  readonly watch: Watch;
  readonly json: string;
  readonly feed: string;
}) {
  const { info, view, watch, json, feed } = props;
  const fresh = watch.notices.filter(({ isNew }) => isNew);
  const older = watch.notices.filter(({ isNew }) => !isNew);
  const shown = older.slice(0, Math.max(0, MOST_LISTED - fresh.length));
  const left = watch.notices.length - Math.min(fresh.length, MOST_LISTED) - shown.length;
  return (
    <>
      <p>{watchInWords(watch, info.guide).join(' ')}</p>
      <p>
        <a href={sitePath('/methods#what-stands-out')}>How this is found</a> · <a href={json}>As data</a> ·{' '}
        <a href={feed}>As a feed</a> · <RepeatLink view={view} info={info} path="/watch" />
      </p>
      {fresh.length > 0 && (
        <NoticeList notices={fresh.slice(0, MOST_LISTED)} watch={watch} guide={info.guide} />
      )}
      {shown.length > 0 && (
        <>
          <h2>Noticed earlier within a year</h2>
          <NoticeList notices={shown} watch={watch} guide={info.guide} />
        </>
      )}
      {left > 0 && (
        <p>
          {formatNumber(left)} more are in the <a href={json}>data</a>.
        </p>
      )}
    </>
  );
}
