import { useEffect, useState } from 'react';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { ActivityData } from '@/lib/render/activity/data';
import { markSelection } from '@/lib/render/activity/selection';
import { isLocal } from '@/lib/view/addresses/local';
import { changeView } from '@/lib/view/change';
import { freezeView } from '@/lib/view/resolve';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { binNotes } from '@/lib/words/chart';
import { sumWords } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline/headline';
import {
  figureSentence,
  type Quotation,
  quotation,
  quotedView,
  sourceSentence,
} from '@/lib/words/headline/quote';
import { capitalised } from '@/lib/words/labels';
import { selectionInWords } from '@/lib/words/view';
import type { ChartCursor } from './use-chart-cursor';

/** What is said of the bar under the cursor, with a link that freezes it; null where it has no figure of its own. */
export function barQuotation(
  data: ActivityData,
  view: View,
  info: SeriesInfo,
  { index, group }: ChartCursor,
): Quotation | null {
  const bin = data.bins[index];
  const one = group === null ? null : (data.groups[group] ?? null);
  const figure = one === null ? data.totals[index] : one.values[index];
  if (bin === undefined || figure == null || isLocal(view.dataset)) return null;
  const selected = changeView(view, { select: markSelection(view, data, bin, one) });
  const { value, range } = sumWords(figure);
  // Incidents are called as the series calls them, as in the headline.
  const noun = data.measure === 'incidents' ? nounOf(view, info.guide.meta) : data.words.measure.noun;
  const said = figureSentence({
    what: quotedView(changeView(view, { select: null }), info),
    label: capitalised(selectionInWords(selected, info.guide)),
    value: `${value} ${value === '1' ? noun.one : noun.many}`,
    range,
    notes: binNotes(data, index, group),
  });
  const frozen = freezeView(selected, info.guide.meta.coverage, info.revision);
  return quotation(said, sourceSentence(info), window.location.origin + viewHref(frozen));
}

/**
 * Lets the browser's own copying take the sentence of the bar under the cursor, where no text is marked; true for the moment
 * after it did. A bar need not be selected for it.
 */
export function useBarQuote(quote: () => Quotation | null, cursor: ChartCursor | null): boolean {
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
  return copied !== null && copied === cursor;
}
