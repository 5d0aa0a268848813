'use client';

import { useEffect, useRef } from 'react';
import { useDashboard, useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewQuote } from '@/components/quote/view-quote';
import { ViewLink } from '@/components/ui/view-link';
import { searchedIn } from '@/lib/query/coverage/searched';
import type { Count, Mark } from '@/lib/query/result';
import { onlyGroupView, zoomedView } from '@/lib/render/activity/selection';
import { comparisonOf } from '@/lib/render/comparison/offers';
import { selectedMarks } from '@/lib/render/timeline/selection';
import { changeView } from '@/lib/view/change';
import { resolveWindow } from '@/lib/view/resolve';
import type { Selection, View } from '@/lib/view/view';
import { exactCount, formatNumber, formatRange, wholeQuantity } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline/headline';
import { figureSentence, quotedView, searchedSentences } from '@/lib/words/headline/quote';
import { capitalised } from '@/lib/words/labels';
import { selectionInWords } from '@/lib/words/view';
import styles from './selection-card.module.css';
import { useCardFocus } from './use-card-focus';
import { usePlace } from './use-place';

/** Ends the selection where Escape is pressed and nothing else is there to be closed. */
function useEscape(): void {
  const { go, viewNow } = useDashboard();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { select, incident } = viewNow();
      const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
      // The focus may be in no dialog that is open, as after a click on a text.
      const beneath = document.querySelector('dialog[open]') !== null;
      if (event.key !== 'Escape' || event.defaultPrevented || typing || beneath) return;
      if (select === null || incident !== null) return;
      go((now) => changeView(now, { select: null }));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [go, viewNow]);
}

/** How many incidents the selection holds. */
function useCount(): Count {
  return useSettled().answers.selected?.incidents ?? { low: 0, best: 0, high: 0 };
}

/** What the selection holds: `5 attacks (4–6)`. */
function useFigure(): string {
  const { info, view } = useSettled();
  const { many, one } = nounOf(view, info.guide.meta);
  const count = useCount();
  return `${exactCount(count)} ${formatNumber(count.best) === '1' && count.low === count.high ? one : many}`;
}

/** So many incidents are named in the card; more are in the table. */
const FEW = 3;

/** The incidents that are selected, where they are few and the timeline knows them one by one. */
function useFew(select: Selection): readonly Mark[] {
  const { answers, window } = useSettled();
  const found = selectedMarks(answers.marks.marks, select, window);
  const isWhole = found.length === answers.selected?.matched;
  return isWhole && found.length <= FEW ? found : [];
}

function Actions({ view, select }: { readonly view: View; readonly select: Selection }) {
  const { coverage } = useSettled().info.guide.meta;
  const only = onlyGroupView(view, select);
  const compare = comparisonOf(view, select);
  const few = useFew(select);
  return (
    <div className={styles.actions}>
      {few.map(({ id, title }) => (
        <ViewLink
          key={id}
          className="control"
          view={(now) => changeView(now, { incident: id })}
          title={title}
        >
          <span className={styles.title}>Open “{title}”</span>
        </ViewLink>
      ))}
      <a className="control" href="#incidents">
        In the table
      </a>
      {select.span !== null && (
        <ViewLink className="control" view={(now) => zoomedView(now, select, coverage)}>
          Zoom here
        </ViewLink>
      )}
      {only !== null && (
        <ViewLink className="control" view={only}>
          Only this group
        </ViewLink>
      )}
      {compare !== null && (
        <ViewLink className="control" view={(now) => changeView(now, { compare })}>
          Compare
        </ViewLink>
      )}
      <ViewLink className="control" view={(now) => changeView(now, { select: null })}>
        Clear
      </ViewLink>
    </div>
  );
}

function Card({ view, select }: { readonly view: View; readonly select: Selection }) {
  const { info, window } = useSettled();
  const figure = useFigure();
  const { low, best, high } = useCount();
  const { coverage } = info.guide.meta;
  const card = useRef<HTMLElement>(null);
  const place = usePlace(card, select);
  useCardFocus(card, select);
  const span = select.span === null ? window : resolveWindow({ ...view, ...select.span }, coverage);
  const ranged = low === high ? '' : ` (${formatRange(low, high)}, the range of the sources)`;
  const said = figureSentence({
    what: quotedView(changeView(view, { select: null }), info),
    says: `${selectionInWords(view, info.guide)}, ${wholeQuantity(best, nounOf(view, info.guide.meta))}${ranged}`,
    notes: searchedSentences(searchedIn(span, view, info.guide), span, info.guide),
  });
  return (
    <section
      ref={card}
      className={styles.card}
      aria-label="Selected"
      data-selection=""
      data-beneath-strip=""
      data-place={place}
    >
      <p className={styles.words}>
        <b>{capitalised(selectionInWords(view, info.guide))}:</b> {figure}{' '}
        <ViewQuote said={said} view={view} of="what is selected" />
      </p>
      <Actions view={view} select={select} />
    </section>
  );
}

/** What is selected of the charts, in sight wherever the page is scrolled to, with what can be done with it; also told to those who cannot see it. */
export function SelectionCard() {
  const { info, view } = useSettled();
  const { select } = view;
  const figure = useFigure();
  useEscape();
  const spoken = `Selected: ${selectionInWords(view, info.guide)}, ${figure}. The table shows them. Escape ends the selection.`;
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {select === null ? '' : spoken}
      </p>
      {select !== null && <Card view={view} select={select} />}
    </>
  );
}
