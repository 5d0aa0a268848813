'use client';

import { type AnchorHTMLAttributes, type MouseEvent, useRef } from 'react';
import { useFollow, useNavigation, useSettled } from '@/components/dashboard/state/dashboard-context';
import type { NextView } from '@/components/dashboard/state/use-view';
import { viewHref } from '@/lib/view/serialize';

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
 * The address of a link. While a hand moves the window nobody follows a link, so that it is written when the hand has let go: a page has some
 * hundreds of them, which would take more of each frame than all that is seen to move.
 */
function useAddress(view: NextView, jump: string | undefined): string {
  const settled = useSettled();
  const { isFollowing } = useFollow();
  const held = useRef<string | null>(null);
  if (!isFollowing || held.current === null) {
    const target = typeof view === 'function' ? view(settled.view) : view;
    held.current = `${viewHref(target)}${jump === undefined ? '' : `#${jump}`}`;
  }
  return held.current;
}

/**
 * A link to another view of this dashboard: an address that works without scripts, and a step without a page load
 * with them. A function is applied to the view in the address once it is clicked, so that the step builds on what was
 * clicked before. `jump` is the id of the part of the page to go to, `onGone` runs after the step.
 */
export function ViewLink(
  props: Anchor & { readonly view: NextView; readonly jump?: string; readonly onGone?: () => void },
) {
  const { view, jump, onGone, onClick, ...rest } = props;
  const { go } = useNavigation();
  const href = useAddress(view, jump);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go(view);
    if (jump !== undefined) jumpTo(jump);
    onGone?.();
  };
  return <a {...rest} href={href} onClick={follow} />;
}
