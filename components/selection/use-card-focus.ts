import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Selection } from '@/lib/view/view';

function controlsOf(card: HTMLElement): readonly HTMLElement[] {
  return [...card.querySelectorAll<HTMLElement>('a[href], button')];
}

/**
 * By keyboard the card comes right after what was selected in, wherever it stands in the page: Tab leads from there into
 * it and, behind its last control, on to what follows the chart. A card that goes gives the focus back.
 */
export function useCardFocus(card: RefObject<HTMLElement | null>, select: Selection): void {
  const origin = useRef<HTMLElement | SVGElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each selection may come from another chart
  useLayoutEffect(() => {
    const held = document.activeElement;
    if (!(held instanceof HTMLElement || held instanceof SVGElement)) return;
    if (held !== document.body && !card.current?.contains(held)) origin.current = held;
  }, [card, select]);
  useLayoutEffect(() => {
    const own = card.current;
    return () => {
      if (own?.contains(document.activeElement)) origin.current?.focus({ preventScroll: true });
    };
  }, [card]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const from = origin.current;
      if (event.key !== 'Tab' || event.defaultPrevented || !from?.isConnected || !card.current) return;
      const controls = controlsOf(card.current);
      const at = document.activeElement;
      const enters = at === from && !event.shiftKey;
      const returns = at === controls[0] && event.shiftKey;
      if (enters || returns) {
        event.preventDefault();
        (enters ? controls[0] : from)?.focus({ preventScroll: true });
      } else if (at === controls.at(-1) && !event.shiftKey) {
        // The browser goes on from here to what comes next.
        from.focus({ preventScroll: true });
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [card]);
}
