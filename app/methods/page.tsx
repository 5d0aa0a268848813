import type { Metadata } from 'next';
import { Document } from '@/components/page/document';
import { SiteHeader } from '@/components/page/site-header';
import { methodsText } from '@/lib/server/pages/methods-page';

export const metadata: Metadata = {
  title: 'Methods · Annals',
  description: 'What every figure, mark and word on a dashboard means.',
};

/** /methods: docs/methods.md as a page. */
export default async function MethodsPage() {
  const markdown = await methodsText();
  return (
    <>
      <SiteHeader trail={[{ label: 'Methods', href: null }]} />
      <Document markdown={markdown} />
    </>
  );
}
