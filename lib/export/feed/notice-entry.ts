import type { SeriesInfo } from '../../query/info/series-info';
import type { Watch, WatchNotice } from '../../query/watch/watch';
import { showable } from '../../text/fold';
import { addDays, formatDay } from '../../time/day';
import { viewHref } from '../../view/serialize';
import { noticeInWords, noticeNotes, sliceName } from '../../words/chance/watch';
import type { FeedEntry } from './entry';

/** A notice as an entry of a feed. Its time is the day after its last one: then it could be noticed first. */
export function noticeEntry(
  notice: WatchNotice,
  watch: Watch,
  { guide }: Pick<SeriesInfo, 'guide'>,
  origin: string,
): FeedEntry {
  const what = notice.direction === 'surge' ? 'More than usual' : 'Less than usual';
  return {
    id: `urn:annals:${guide.meta.id}:watch:${encodeURIComponent(showable(notice.key))}`,
    title: `${what}: ${sliceName(guide, notice.slice)}`,
    summary: noticeInWords(notice, guide),
    lines: [noticeInWords(notice, guide), ...noticeNotes(notice, watch)],
    url: origin + viewHref(notice.view),
    updated: `${formatDay(addDays(notice.to, 1))}T00:00:00.000Z`,
  };
}
