'use client';

import { type ReactNode, startTransition, useEffect, useMemo, useReducer, useRef } from 'react';
import { useInSight } from '@/components/ui/later/use-in-sight';
import { useKeptRoom } from '@/components/ui/room/use-kept-room';
import { usePrinting } from '@/components/ui/use-browser-state';
import {
  type Dashboard,
  DashboardContext,
  type Settled,
  SettledContext,
  useDashboard,
  useFollow,
  useSettled,
} from './dashboard-context';

/** So long, in milliseconds, a view stands before panels that nobody sees are drawn for it. */
const REST = 200;

/** What a panel draws: its figures, and its controls. */
interface Drawn {
  readonly settled: Settled;
  readonly dashboard: Dashboard;
}

/**
 * What a panel draws: in sight what all draw, out of sight what it drew last, until the view has stood for a while. Controls of a
 * panel wait with it, for each drawing of them has its price.
 */
function useHeld(inSight: boolean): Drawn {
  const [settled, dashboard] = [useSettled(), useDashboard()];
  const now = useMemo((): Drawn => ({ settled, dashboard }), [settled, dashboard]);
  const held = useRef(now);
  const [, catchUp] = useReducer((times: number) => times + 1, 0);
  const { isFollowing } = useFollow();
  useEffect(() => {
    if (held.current === now) return;
    if (inSight) {
      held.current = now;
      return;
    }
    if (isFollowing) return;
    const timer = setTimeout(() => {
      held.current = now;
      startTransition(catchUp);
    }, REST);
    return () => clearTimeout(timer);
  }, [inSight, isFollowing, now]);
  return inSight ? now : held.current;
}

/** Draws what is in sight at once, and what nobody sees once the view rests, controls and figures alike. */
export function DrawnInSight({ children }: { readonly children: ReactNode }) {
  const { ref, inSight } = useInSight<HTMLDivElement>();
  const now = useDashboard();
  const { dashboard, settled } = useHeld(inSight);
  return (
    <DashboardContext value={dashboard}>
      <SettledContext value={settled}>
        <div ref={ref} aria-busy={dashboard !== now || undefined}>
          {children}
        </div>
      </SettledContext>
    </DashboardContext>
  );
}

/**
 * Draws a panel as {@link DrawnInSight} draws a part of one, and all of it for paper. While a hand moves the window what is in sight is drawn with all else. It
 * keeps the room that it takes in sight.
 */
export function DrawnPanel(props: {
  /** It asks a server for what it draws, which must not be asked at every step of a hand. */
  readonly asksItself?: true;
  readonly children: ReactNode;
}) {
  const { asksItself = false, children } = props;
  const settled = useSettled();
  const { isFollowing } = useFollow();
  const { ref, inSight } = useInSight<HTMLDivElement>();
  useKeptRoom(ref);
  // Paper shows all of a page.
  const printing = usePrinting();
  const held = useHeld(printing || (inSight && !(asksItself && isFollowing)));
  return (
    <DashboardContext value={held.dashboard}>
      <SettledContext value={held.settled}>
        <div ref={ref} data-room="" aria-busy={(!inSight && held.settled !== settled) || undefined}>
          {children}
        </div>
      </SettledContext>
    </DashboardContext>
  );
}
