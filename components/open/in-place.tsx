'use client';

import type { MouseEvent, ReactNode } from 'react';
import { useServedSearch, useView } from '@/components/dashboard/state/use-view';
import { isPlainClick } from '@/components/ui/view-link';
import { sitePath } from '@/lib/text/site-path';
import { LOCAL } from '@/lib/view/addresses/local';
import { parseView } from '@/lib/view/parse';
import type { Standard } from '@/lib/view/view';

function showPart(id: string): boolean {
  const target = document.getElementById(id);
  if (!target) return false;
  for (
    let around = target.closest('details');
    around;
    around = around.parentElement?.closest('details') ?? null
  ) {
    around.open = true;
  }
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
  return true;
}

/**
 * Follows the links of a local series in place. What stands behind `#` in its address is the view, so a jump within the
 * page must leave the address alone; and loading the page anew would lose the file.
 */
export function InPlace(props: { readonly standard: Standard; readonly children: ReactNode }) {
  const { standard, children } = props;
  const { go } = useView(LOCAL, standard, useServedSearch());
  const follow = (event: MouseEvent<HTMLElement>) => {
    const link = (event.target as Element).closest('a');
    if (!link || !isPlainClick(event)) return;
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) {
      if (showPart(decodeURIComponent(href.slice(1)))) event.preventDefault();
      return;
    }
    const { origin, pathname, hash } = new URL(href, window.location.href);
    if (origin !== window.location.origin || pathname !== sitePath(`/${LOCAL}`)) return;
    event.preventDefault();
    go(parseView(LOCAL, new URLSearchParams(hash.slice(1)), { standard }).view);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: listens to the links inside, whose Enter is a click
    <div onClick={follow}>{children}</div>
  );
}
