import { sitePath } from '@/lib/text/site-path';
import { dayInWords } from '@/lib/time/format';
import { changeView } from '@/lib/view/change';
import { viewHref } from '@/lib/view/serialize';
import type { View, ViewIssue } from '@/lib/view/view';
import { NoticePage } from './notice-page';

/** Says that a link names a revision that is not kept here, or was removed and why, and offers the same view of the current one. */
export function UnknownRevision(props: {
  readonly title: string;
  readonly view: View;
  readonly issues: readonly ViewIssue[];
  readonly current: { readonly revision: string; readonly published: string };
  /** What follows the dataset in the address, such as `/incidents/<id>`. */
  readonly path?: string;
}) {
  const { title, view, issues, current, path } = props;
  const removed = issues.some(({ code }) => code === 'revision-removed');
  const ways = [
    { label: 'Open the current revision', href: viewHref(changeView(view, { revision: null }), path) },
    { label: 'All datasets', href: sitePath('/') },
  ];
  return (
    <NoticePage title={removed ? 'This revision was removed' : 'This revision is not here'} ways={ways}>
      <p>{title}</p>
      {issues
        .filter(({ key }) => key === 'r')
        .map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
      <p>
        Nothing else is shown in its place, for the figures may differ. The current revision is{' '}
        <code>{current.revision.slice(0, 12)}</code> of {dayInWords(current.published)}; it can show the same
        view.
      </p>
    </NoticePage>
  );
}
