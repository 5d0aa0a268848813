'use client';

import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useNavigation } from '@/components/dashboard/state/dashboard-context';
import type { NextView } from '@/components/dashboard/state/use-view';
import { viewHref } from '@/lib/view/serialize';
import { useLateAddress } from './later/late-address';

type Anchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>;

/** Whether a click is a plain one, which the page may handle; others open tabs and windows. */
export function isPlainClick(event: MouseEvent): boolean {
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
  return !event.defaultPrevented && button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}

function jumpTo(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
}

/**
 * A link to another view of this dashboard: an address that works without scripts, and a step without a page load
 * with them. A function is applied to the view in the address once it is clicked, so that the step builds on what was
 * clicked before; what stands in the link follows a little later (`useLateAddress`). `jump` is the id of the part of the page to go to, `onGone` runs after the step.
 */
export function ViewLink(
  props: Anchor & { readonly view: NextView; readonly jump?: string; readonly onGone?: () => void },
) {
  const { view, jump, onGone, onClick, ...rest } = props;
  const { go, viewNow } = useNavigation();
  const { ref, href } = useLateAddress(() => {
    const target = typeof view === 'function' ? view(viewNow()) : view;
    return `${viewHref(target)}${jump === undefined ? '' : `#${jump}`}`;
  });
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go(view);
    if (jump !== undefined) jumpTo(jump);
    onGone?.();
  };
  return <a {...rest} ref={ref} href={href} onClick={follow} />;
}
