import { type Settled, useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewQuote } from '@/components/quote/view-quote';
import { useAtRest } from '@/components/ui/use-at-rest';
import { searchedIn } from '@/lib/query/coverage/searched';
import type { View } from '@/lib/view/view';
import { omissionSentence, omissionsOf } from '@/lib/words/headline/left-out';
import { figureSentence, quotedView, searchedSentences } from '@/lib/words/headline/quote';

const SAID = new WeakMap<Settled, { readonly what: string; readonly notes: readonly string[] }>();

/** What all figures of a view are of, how it was searched and what it leaves out; worked out once for all of them. */
function saidOf(settled: Settled) {
  const known = SAID.get(settled);
  if (known !== undefined) return known;
  const { view, info, window } = settled;
  const left = omissionSentence(omissionsOf(settled));
  const searched = searchedSentences(searchedIn(window, view, info.guide), window, info.guide);
  const said = { what: quotedView(view, info), notes: [...searched, ...(left === null ? [] : [left])] };
  SAID.set(settled, said);
  return said;
}

/** What a headline figure says where it is quoted, as the rest of a sentence that begins with the title of the view, and what must be known of it alone. */
export interface FigureSaid {
  readonly says: string;
  readonly notes: readonly string[];
}

/** Copies a headline figure as sentences: of what, with its range, how the days were searched and what the view leaves out. */
export function FigureQuote(props: {
  readonly label: string;
  readonly quote: FigureSaid;
  readonly opens: View | null;
}) {
  const { label, quote, opens } = props;
  const settled = useSettled();
  const said = useAtRest(() => {
    const { what, notes } = saidOf(settled);
    return figureSentence({ what, says: quote.says, notes: [...quote.notes, ...notes] });
  });
  return <ViewQuote said={said} view={opens ?? settled.view} of={label} />;
}
