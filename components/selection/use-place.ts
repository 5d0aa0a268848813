'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { Selection } from '@/lib/view/view';

/** At which edge of the screen a card stands: beneath what stays in sight at the top, or at the foot. */
export type Place = 'above' | 'below';

/** Between the card and the edge of the screen. */
const MARGIN = 8;
/** Beneath the chart of a narrow screen the card of a bar may hang this far, in pixels. */
const HANGING = 160;
const NARROW = 640;

interface Reach {
  readonly top: number;
  readonly bottom: number;
}

/** How much of their height two boxes share, in pixels. */
function shared(a: Reach, b: Reach): number {
  return Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}

/**
 * The edge at which a card of a height covers least of the charts, first of all of `charts` themselves and then of what hangs beneath them; the
 * one where it is, if both are alike.
 */
export function freePlace(
  now: Place,
  charts: readonly Reach[],
  screen: {
    readonly height: number;
    readonly stuck: number;
    readonly card: number;
    readonly hanging: number;
  },
): Place {
  const { height, stuck, card, hanging } = screen;
  const above = { top: stuck + MARGIN, bottom: stuck + MARGIN + card };
  const below = { top: height - MARGIN - card, bottom: height - MARGIN };
  const covered = (box: Reach) =>
    charts.reduce(
      (sum, chart) =>
        sum + 10 * shared(box, chart) + shared(box, { ...chart, bottom: chart.bottom + hanging }),
      0,
    );
  const [up, down] = [covered(above), covered(below)];
  if (up === down) return now;
  return up < down ? 'above' : 'below';
}

const CHARTS = '[role="application"], [aria-roledescription="timeline"]';

/** The chart that has the focus, in which something was just selected; else those that show what is selected. */
function chartsNow(): readonly Element[] {
  const focused = document.activeElement?.closest(CHARTS);
  if (focused) return [focused];
  return [...document.querySelectorAll('[data-selected]')].flatMap((drawn) => drawn.closest(CHARTS) ?? []);
}

/** Where the card should stand as the page is now, where it stood at `now`. */
function placeNow(now: Place, card: HTMLElement | null): Place {
  const stuck = getComputedStyle(document.documentElement).getPropertyValue('--stuck');
  return freePlace(
    now,
    chartsNow().map((chart) => chart.getBoundingClientRect()),
    {
      height: window.innerHeight,
      stuck: Number.parseFloat(stuck) || 0,
      card: card?.offsetHeight ?? 0,
      hanging: window.innerWidth <= NARROW ? HANGING : 0,
    },
  );
}

/** The place of the card of a selection, so that it does not cover the chart in which something was selected, as the page scrolls too. */
export function usePlace(card: RefObject<HTMLElement | null>, select: Selection): Place {
  const [place, setPlace] = useState<Place>('below');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another selection is drawn in other charts
  useEffect(() => {
    let asked = 0;
    const settle = () => {
      asked = 0;
      setPlace((now) => placeNow(now, card.current));
    };
    const onScroll = () => {
      asked ||= requestAnimationFrame(settle);
    };
    settle();
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      window.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(asked);
    };
  }, [card, select]);
  return place;
}
