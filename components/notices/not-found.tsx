'use client';

import { sitePath } from '@/lib/text/site-path';
import { NoticePage } from './notice-page';

/** What an address that names nothing leads to. A script of its own: Next writes what is none into each page beside its HTML. */
export function NotFoundNotice() {
  return (
    <NoticePage
      title="There is nothing at this address"
      ways={[{ label: 'All datasets', href: sitePath('/') }]}
    >
      <p>No dataset, incident or page has the name in this address. It may be misspelt.</p>
    </NoticePage>
  );
}
