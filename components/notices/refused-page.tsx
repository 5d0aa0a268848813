import { notFound } from 'next/navigation';
import type { Problem } from '@/lib/problems/problem';
import { sitePath } from '@/lib/text/site-path';
import { DamagedDataset } from './damaged-dataset';
import { NoticePage } from './notice-page';
import { UnknownRevision } from './unknown-revision';

/** Why a page of a dataset has nothing to show. */
export type Refused =
  | { readonly kind: 'no-dataset'; readonly removed: string | null }
  | { readonly kind: 'damaged'; readonly dataset: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'busy'; readonly title: string; readonly detail: string }
  | ({ readonly kind: 'unknown-revision' } & Parameters<typeof UnknownRevision>[0]);

/** What stands in place of a page that cannot be shown: the reason, and the ways out. */
export function RefusedPage({ refused, path }: { readonly refused: Refused; readonly path?: string }) {
  switch (refused.kind) {
    case 'damaged':
      return <DamagedDataset {...refused} />;
    case 'busy':
      return (
        <NoticePage title={refused.title} ways={[{ label: 'All datasets', href: '/' }]}>
          <p>{refused.detail} Loading it again in a while does no harm.</p>
        </NoticePage>
      );
    case 'unknown-revision':
      return <UnknownRevision {...refused} {...(path === undefined ? {} : { path })} />;
    case 'no-dataset':
      if (refused.removed === null) return notFound();
      return (
        <NoticePage title="This revision was removed" ways={[{ label: 'All datasets', href: sitePath('/') }]}>
          <p>{refused.removed}</p>
        </NoticePage>
      );
  }
}
