import type { Metadata } from 'next';
import { NoticePage } from '@/components/notices/notice-page';
import { sitePath } from '@/lib/text/site-path';

export const metadata: Metadata = { title: 'Not found · Annals' };

/** For every address that names nothing. */
export default function NotFound() {
  return (
    <NoticePage
      title="There is nothing at this address"
      ways={[{ label: 'All datasets', href: sitePath('/') }]}
    >
      <p>No dataset, incident or page has the name in this address. It may be misspelt.</p>
    </NoticePage>
  );
}
