import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useAtRest } from '@/components/ui/use-at-rest';
import { isLocal } from '@/lib/view/addresses/local';
import { freezeView } from '@/lib/view/resolve';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { sourceSentence } from '@/lib/words/headline/quote';
import { useLeftOutRows } from './left-out-rows';
import { QuoteButton } from './quote-button';

/**
 * Copies what is said of a view of the dashboard, with a link that freezes it. What is read from a file has no address that
 * others could open, so nothing of it can be quoted.
 */
export function ViewQuote({
  said,
  view,
  of,
}: {
  readonly said: string;
  readonly view: View;
  readonly of: string;
}) {
  const { info } = useSettled();
  const all = [said, ...useLeftOutRows()].join(' ');
  const href = useAtRest(() => viewHref(freezeView(view, info.guide.meta.coverage, info.revision)));
  if (isLocal(view.dataset)) return null;
  return <QuoteButton said={all} source={sourceSentence(info)} href={href} of={of} />;
}
