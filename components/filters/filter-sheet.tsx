'use client';

import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useDashboard, useSettled } from '@/components/dashboard/state/dashboard-context';
import { useMedia } from '@/components/ui/use-browser-state';
import { isPlainClick } from '@/components/ui/view-link';
import { uncountable } from '@/lib/query/coverage/searched';
import { wholeQuantity } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline/headline';
import { ClearAll, FacetList, filtersOn } from './facets/facets';
import styles from './filter-sheet.module.css';

/** Narrower than this there is no room for the filters beside the page; as in the style sheets. */
const NARROW = '(max-width: 1023px)';

/** The id of the filters in the page. */
export const FILTERS = 'filters';

/** Closes the sheet, and says what stands behind it: it counts on as filters are set. */
function ShowButton({ onClick }: { readonly onClick: () => void }) {
  const { busy } = useDashboard();
  const { info, view, window, answers } = useSettled();
  const { matched, incidents } = answers.total;
  const counted = uncountable(view, window, info.guide, matched) === null;
  const found = wholeQuantity(incidents.best, nounOf(view, info.guide.meta));
  return (
    <button type="button" className="control primary" onClick={onClick} aria-busy={busy}>
      {counted ? `Show ${found}` : 'Nothing is counted: show why'}
    </button>
  );
}

/** The filters over the page: a dialog of the browser's own, so that focus, Escape and what lies beneath are looked after. */
function Sheet({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const page = useRef<HTMLElement>(null);
  // The browser gives the focus back as it closes the dialog, and only to what is shown.
  const showPage = () => page.current?.removeAttribute('data-beneath');
  const close = () => {
    showPage();
    dialog.current?.close();
  };
  useEffect(() => {
    dialog.current?.showModal();
    const main = dialog.current?.closest('main') ?? null;
    page.current = main;
    main?.setAttribute('data-beneath', '');
    return () => main?.removeAttribute('data-beneath');
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; a click beside it is for the pointer alone
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={heading}
      onCancel={showPage}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={styles.head}>
        <h2 ref={title} id={heading} tabIndex={-1}>
          Filters
        </h2>
        <ClearAll heading={title} />
        <button type="button" className="control" onClick={close}>
          Close
        </button>
      </div>
      <div className={styles.body}>
        <FacetList />
      </div>
      <div className={styles.foot}>
        <ShowButton onClick={close} />
      </div>
    </dialog>
  );
}

/** Where there is no room beside the page: opens the filters over it. Without scripts it leads to them, further down. */
export function FilterButton() {
  const { view } = useDashboard();
  const narrow = useMedia(NARROW);
  const [open, setOpen] = useState(false);
  const on = filtersOn(view);
  const onClick = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <a className={`control ${styles.button}`} href={`#${FILTERS}`} aria-haspopup="dialog" onClick={onClick}>
        Filters{on > 0 && ` (${on})`}
      </a>
      {open && narrow && <Sheet onClose={() => setOpen(false)} />}
    </>
  );
}

/** The filters in the page, as long as they have room there; on a narrow screen without scripts they follow the results. */
export function PageFilters({ children }: { readonly children: ReactNode }) {
  const narrow = useMedia(NARROW);
  return narrow ? null : children;
}
