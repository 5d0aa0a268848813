'use client';

import {
  type ReactNode,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
} from 'react';
import { useInSight } from '@/components/ui/later/use-in-sight';
import { useKeptRoom } from '@/components/ui/room/use-kept-room';
import { usePrinting } from '@/components/ui/use-browser-state';
import type { Part } from '@/lib/query/plan/in-sight';
import {
  DashboardContext,
  type Drawn,
  SettledContext,
  useDashboard,
  useFollow,
  useSettled,
  useWhole,
} from './dashboard-context';

/** So long, in milliseconds, a view stands before panels that nobody sees are drawn for it. */
const REST = 200;

const ALWAYS_ASKED: readonly Part[] = [];

/** Says that parts of the plan are in sight, for as long as they are. */
export function useSeen(parts: readonly Part[], inSight: boolean): void {
  const { see } = useFollow();
  const key = parts.join();
  // Before the browser paints: where a hand moves, what has come into sight is asked for at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the parts
  useLayoutEffect(() => (inSight ? see(parts) : undefined), [see, key, inSight]);
}

/** What a panel holds. */
interface Held {
  /** What it draws; null where nothing has been whole yet. */
  readonly held: Drawn | null;
  /** The view has moved on. */
  readonly waits: boolean;
}

/**
 * What a panel draws: in sight what all draw, out of sight what it drew last, until the view has stood for a while. Controls of a
 * panel wait with it, for each drawing of them has its price. A panel never draws parts of the plan that are of another view.
 */
function useHeld(inSight: boolean, draws: readonly Part[]): Held {
  const [settled, dashboard, whole] = [useSettled(), useDashboard(), useWhole()];
  const now = useMemo((): Drawn => ({ settled, dashboard }), [settled, dashboard]);
  const next = draws.some((part) => settled.waiting.has(part)) ? whole.now : now;
  const held = useRef(next ?? whole.last.current);
  const [, catchUp] = useReducer((times: number) => times + 1, 0);
  const { isFollowing } = useFollow();
  useSeen(draws, inSight);
  useEffect(() => {
    if (held.current === next || next === null) return;
    if (inSight) {
      held.current = next;
      return;
    }
    if (isFollowing) return;
    const timer = setTimeout(() => {
      held.current = next;
      startTransition(catchUp);
    }, REST);
    return () => clearTimeout(timer);
  }, [inSight, isFollowing, next]);
  const drawn = inSight && next !== null ? next : held.current;
  return { held: drawn, waits: next === null || drawn !== next };
}

/** What a panel holds, for all that it consists of. */
function Holding({ held, children }: { readonly held: Drawn | null; readonly children: ReactNode }) {
  return (
    <DashboardContext value={held?.dashboard ?? null}>
      <SettledContext value={held?.settled ?? null}>{children}</SettledContext>
    </DashboardContext>
  );
}

/** Draws what is in sight at once, and what nobody sees once the view rests, controls and figures alike. `draws` are parts of the plan that nothing else draws. */
export function DrawnInSight({
  draws,
  children,
}: {
  readonly draws?: readonly Part[];
  readonly children: ReactNode;
}) {
  const { ref, inSight } = useInSight<HTMLDivElement>();
  const { held, waits } = useHeld(inSight, draws ?? ALWAYS_ASKED);
  return (
    <Holding held={held}>
      <div ref={ref} aria-busy={waits || undefined}>
        {held !== null && children}
      </div>
    </Holding>
  );
}

/**
 * Draws a panel as {@link DrawnInSight} draws a part of one, and all of it for paper. While a hand moves the window what is in sight is drawn with all else. It
 * keeps the room that it takes in sight.
 */
export function DrawnPanel(props: {
  /** It asks a server for what it draws, which must not be asked at every step of a hand. */
  readonly asksItself?: true;
  /** Parts of the plan that it draws and nothing else on the page. */
  readonly draws?: readonly Part[];
  readonly children: ReactNode;
}) {
  const { asksItself = false, draws = ALWAYS_ASKED, children } = props;
  const { isFollowing } = useFollow();
  const { ref, inSight } = useInSight<HTMLDivElement>();
  useKeptRoom(ref);
  // Paper shows all of a page.
  const printing = usePrinting();
  const { held, waits } = useHeld(printing || (inSight && !(asksItself && isFollowing)), draws);
  const isBusy = waits && (!inSight || !asksItself);
  return (
    <Holding held={held}>
      <div
        ref={ref}
        data-room=""
        data-older={printing && isBusy ? '' : undefined}
        aria-busy={isBusy || undefined}
      >
        {held !== null && children}
      </div>
    </Holding>
  );
}
