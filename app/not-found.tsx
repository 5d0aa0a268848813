import type { Metadata } from 'next';
import { NotFoundNotice } from '@/components/notices/not-found';

export const metadata: Metadata = { title: 'Not found · Annals' };

/** For every address that names nothing. */
export default function NotFound() {
  return <NotFoundNotice />;
}
