'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { LaidItem } from '@/lib/render/timeline/layout';
import { type CardPlace, placeCard } from './mark-card';

/** Time in which a pointer can cross from a mark to its card. */
const CROSSING = 140;

export interface ShownCard {
  readonly key: string;
  readonly place: CardPlace;
}

export interface CardState {
  readonly card: ShownCard | null;
  readonly show: (item: LaidItem) => void;
  /** Keeps a card that was about to close. */
  readonly keep: () => void;
  readonly hide: () => void;
  /** Closes it unless the pointer gets to it first. */
  readonly hideSoon: () => void;
}

/** Which item's card is open. `root` holds the card, `drawing` is the picture whose pixels the layout counts. */
export function useCard(
  root: RefObject<HTMLElement | null>,
  drawing: RefObject<SVGSVGElement | null>,
): CardState {
  const [card, setCard] = useState<ShownCard | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const keep = useCallback(() => clearTimeout(timer.current), []);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setCard(null);
  }, []);
  const hideSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCard(null), CROSSING);
  }, []);
  const show = useCallback(
    (item: LaidItem) => {
      clearTimeout(timer.current);
      const [outer, inner] = [
        root.current?.getBoundingClientRect(),
        drawing.current?.getBoundingClientRect(),
      ];
      if (!outer || !inner) return;
      const room = { top: inner.top - outer.top, height: outer.height, width: outer.width, above: inner.top };
      setCard((old) => (old?.key === item.key ? old : { key: item.key, place: placeCard(item, room) }));
    },
    [root, drawing],
  );
  return { card, show, keep, hide, hideSoon };
}
