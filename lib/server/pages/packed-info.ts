import { pageInfo } from '../../query/info/page-info';
import type { SeriesInfo } from '../../query/info/series-info';
import { pack } from '../../text/packed';

const TEXTS = new WeakMap<SeriesInfo, string>();

/** What a dashboard needs to know of a revision, packed; kept for as long as the revision is open. */
export function packedInfo(info: SeriesInfo): string {
  const known = TEXTS.get(info);
  if (known !== undefined) return known;
  const text = pack(pageInfo(info));
  TEXTS.set(info, text);
  return text;
}
