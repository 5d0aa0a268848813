import type { SeriesInfo } from '@/lib/query/info/series-info';
import { isLocal } from '@/lib/view/addresses/local';
import { freezeView } from '@/lib/view/resolve';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';

/**
 * Leads to the same tests on the revision that is shown, so that they give the same again whatever is published later; nothing for what is
 * read from a file, which has no revisions.
 */
export function RepeatLink(props: {
  readonly view: View;
  readonly info: Pick<SeriesInfo, 'revision'> & { readonly guide: Pick<SeriesInfo['guide'], 'meta'> };
  /** The page of the dataset, `/watch`, and what of it: `#rate`. */
  readonly path?: string;
  readonly part?: string;
}) {
  const { view, info, path = '', part = '' } = props;
  if (isLocal(view.dataset)) return null;
  const { meta } = info.guide;
  const href = `${viewHref(freezeView(view, meta.coverage, info.revision), path)}${part}`;
  return <a href={href}>Repeat on revision {info.revision.slice(0, 12)}</a>;
}
