import { useEffect, useState } from 'react';
import { copyQuotation } from '@/components/quote/quote-button';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { ActivityData } from '@/lib/render/activity/data';
import type { ActivityGroup } from '@/lib/render/activity/groups';
import { meanAt } from '@/lib/render/activity/modes/rolling-mean';
import { markSelection } from '@/lib/render/activity/selection';
import { isLocal } from '@/lib/view/addresses/local';
import { changeView } from '@/lib/view/change';
import { freezeView } from '@/lib/view/resolve';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { binNotes, meanWords } from '@/lib/words/chart';
import { fractionWords, sumWords } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline/headline';
import {
  figureSays,
  figureSentence,
  type Quotation,
  quotation,
  quotedView,
  sourceSentence,
} from '@/lib/words/headline/quote';
import { selectionInWords } from '@/lib/words/view';
import type { ChartCursor } from './use-chart-cursor';

/** The rolling mean that is drawn at a bin: of one group, or of all together. */
function meanNote(data: ActivityData, index: number, group: ActivityGroup | null): readonly string[] {
  const words = meanWords(data, meanAt(data, index, group));
  return words === null ? [] : [words];
}

/**
 * What is said of the bar under the cursor, and of the rows that are in no count, with a link that freezes it; null where it has no figure of its own.
 */
export function barQuotation(
  data: ActivityData,
  view: View,
  info: SeriesInfo,
  { index, group }: ChartCursor,
  leftOut: readonly string[],
): Quotation | null {
  const bin = data.bins[index];
  const one = group === null ? null : (data.groups[group] ?? null);
  const figure = one === null ? data.totals[index] : one.values[index];
  if (bin === undefined || figure == null || figure.basis?.matched === 0 || isLocal(view.dataset))
    return null;
  const selected = changeView(view, { select: markSelection(view, data, bin, one) });
  // Incidents are called as the series calls them, as in the headline; shares and indexes are no counts of them.
  const counted = data.measure === 'incidents' && data.mode !== 'share' && data.mode !== 'index';
  const noun = counted ? nounOf(view, info.guide.meta) : data.words.measure.noun;
  const until = data.mode === 'cumulative' ? 'up to ' : '';
  const said = figureSentence({
    what: quotedView(changeView(view, { select: null }), info),
    says: `${until}${selectionInWords(selected, info.guide)}, ${figureSays(data.fractions ? fractionWords(figure) : sumWords(figure), noun)}`,
    notes: [
      ...meanNote(data, index, one),
      ...(bin.covered ? [] : ['Nobody looked on these days: it is what is known all the same']),
      ...binNotes(data, index, group).filter((_, at) => bin.covered || at > 0),
      ...leftOut,
    ],
  });
  const frozen = freezeView(selected, info.guide.meta.coverage, info.revision);
  return quotation(said, sourceSentence(info), window.location.origin + viewHref(frozen));
}

/** How copying stands, and how a button copies. */
export interface BarQuote {
  /** True for the moment after it was copied. */
  readonly copied: boolean;
  readonly copyNow: () => void;
}

/**
 * Lets the browser's own copying take the sentence of the bar under the cursor, where no text is marked.
 * A bar need not be selected for it.
 */
export function useBarQuote(quote: () => Quotation | null, cursor: ChartCursor | null): BarQuote {
  const [copied, setCopied] = useState<ChartCursor | null>(null);
  useEffect(() => {
    if (cursor === null) return;
    const onCopy = (event: ClipboardEvent) => {
      const marked = window.getSelection()?.isCollapsed === false;
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select');
      const found = marked || typing ? null : quote();
      if (found === null || event.clipboardData === null) return;
      event.clipboardData.setData('text/plain', found.text);
      event.clipboardData.setData('text/html', found.html);
      event.preventDefault();
      setCopied(cursor);
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [quote, cursor]);
  const copyNow = () => {
    const found = quote();
    if (found !== null) copyQuotation(found).then(() => setCopied(cursor));
  };
  return { copied: copied !== null && copied === cursor, copyNow };
}
