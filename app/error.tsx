'use client';

import { NoticePage } from '@/components/notices/notice-page';
import { sitePath } from '@/lib/text/site-path';

/** For what should not happen. The error itself is in the log of the server, not on the page. */
export default function ErrorPage() {
  return (
    <NoticePage title="Something broke" ways={[{ label: 'All datasets', href: sitePath('/') }]}>
      <p>The page could not be made. The log of the server says more. Loading it again does no harm.</p>
    </NoticePage>
  );
}
