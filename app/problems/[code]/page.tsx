import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NoticePage } from '@/components/notices/notice-page';
import { isProblemCode, PROBLEM_KINDS } from '@/lib/export/documents/problem-codes';
import { sitePath } from '@/lib/text/site-path';

type Props = PageProps<'/problems/[code]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  return { title: isProblemCode(code) ? `${code} · Annals` : 'Annals' };
}

/** Explains one problem code, as the `type` of a problem document promises. */
export default async function ProblemPage({ params }: Props) {
  const { code } = await params;
  if (!isProblemCode(code)) return notFound();
  const { title, status, meaning } = PROBLEM_KINDS[code];
  return (
    <NoticePage title={title} ways={[{ label: 'All datasets', href: sitePath('/') }]}>
      <p>
        Code <code>{code}</code>, HTTP status {status}.
      </p>
      <p>{meaning}</p>
    </NoticePage>
  );
}
