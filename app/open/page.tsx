import type { Metadata } from 'next';
import { NoScript } from '@/components/open/no-script';
import { SAVE_POLICY } from '@/lib/server/http/save-policy';
import { OpenRoot } from './open-root';

export const metadata: Metadata = {
  title: 'Open a file · Annals',
  description: 'Drop an event file and read it as a dashboard. Nothing leaves your computer.',
};

/** /open: a reader's own file as a dashboard, in the browser alone. */
export default function OpenFilePage() {
  return (
    <>
      <NoScript />
      <OpenRoot savePolicy={SAVE_POLICY} />
    </>
  );
}
