'use client';

import {
  createContext,
  memo,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { renewAddresses } from '@/components/ui/later/late-address';
import { heldGuide } from '@/lib/query/coverage/searched';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { Answers } from '@/lib/query/plan/answers';
import { onPage } from '@/lib/query/plan/drawn-groups';
import type { FacetResult } from '@/lib/query/result';
import type { ResolvedWindow } from '@/lib/view/resolve';
import { useAnswersItself } from './engine-context';
import type { Answered } from './plan-session';
import { type Settling, useSettling } from './use-settling';
import { type Navigation, type UrlView, useServedSearch, useView } from './use-view';

/** What belongs together: a view, what it asked for, and the answers to that. A panel draws nothing else. */
export interface Settled extends Answered {
  /** The series with those notes on its coverage that concern the view, and with the colours of its page. */
  readonly info: SeriesInfo;
}

/**
 * A dashboard. Controls show and change `view`, the one in the address, so that a second click builds on the first;
 * panels draw `settled`, the last view whose answers have come.
 */
export interface Dashboard extends UrlView {
  readonly info: SeriesInfo;
  /** The window of `view`. */
  readonly window: ResolvedWindow;
  readonly settled: Settled;
  /** What is in sight is of the view in the address. */
  readonly isDrawn: boolean;
  /** The answers for `view` are on their way. */
  readonly busy: boolean;
  /** A sentence for the reader where they could not be had. */
  readonly error: string | null;
  readonly retry: () => void;
}

/** What a panel draws: its figures, and its controls. */
export interface Drawn {
  readonly settled: Settled;
  readonly dashboard: Dashboard;
}

/** What panels draw that draw something of what waits. */
export interface Whole {
  /** What is settled with what waited in it; null until that has come. */
  readonly now: Drawn | null;
  /** What was whole last. */
  readonly last: RefObject<Drawn | null>;
}

/** What {@link useDashboard} reads. */
export const DashboardContext = createContext<Dashboard | null>(null);
/** What {@link useSettled} reads. */
export const SettledContext = createContext<Settled | null>(null);
/** What {@link useNavigation} reads. */
export const NavigationContext = createContext<Navigation | null>(null);
/** What {@link useWhole} reads. */
export const WholeContext = createContext<Whole | null>(null);
/** What {@link useFollow} reads. */
export const FollowingContext = createContext<FollowingHand | null>(null);

/** How the page follows a hand that moves the window; see {@link Settling}. */
export type FollowingHand = Pick<Settling, 'follow' | 'endFollowing' | 'isFollowing' | 'see'>;

/** Changes the view, and asks for its answers at once: by the time the page is drawn for it they are on their way. */
function useNavigationAhead(
  { go, viewNow, asRead }: Navigation,
  askAhead: Settling['askAhead'],
  answersItself: () => boolean,
): Navigation {
  return useMemo(
    () => ({
      viewNow,
      asRead,
      go: (next, step = 'push') => {
        const view = typeof next === 'function' ? next(viewNow()) : next;
        // Steps within a gesture are not asked ahead, for most are over before an answer could come.
        if (step === 'replace') return go(view, step);
        const answered = askAhead(asRead(view));
        // Who draws the answers says what went wrong with them.
        answered.catch(() => undefined);
        go(view, step, answersItself() ? answered : undefined);
      },
    }),
    [go, viewNow, asRead, askAhead, answersItself],
  );
}

/** The series with the coverage notes that concern the view; the same as long as those are. */
function useHeld(info: SeriesInfo, types: FacetResult): SeriesInfo {
  const notes = heldGuide(info.guide, types)
    .coverageNotes.map(({ id }) => id)
    .join();
  return useMemo(() => {
    const kept = new Set(notes.split(','));
    const coverageNotes = info.guide.coverageNotes.filter(({ id }) => kept.has(id));
    return { ...info, guide: { ...info.guide, coverageNotes } };
  }, [info, notes]);
}

interface Provided {
  readonly info: SeriesInfo;
  readonly initial: Answers;
  readonly children: ReactNode;
}

/** Holds the view of the address and its answers for the panels below. */
export function DashboardProvider(props: Provided) {
  return <Provider {...props} served={useServedSearch()} />;
}

const Provider = memo(function Provider(props: Provided & { readonly served: string }) {
  const { info, initial, served, children } = props;
  const url = useView(info.guide.meta.id, info.standard, served);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each view has other addresses
  useEffect(renewAddresses, [url.view]);
  const settling = useSettling(url.view, info, initial);
  const { answered, whole, window, isDrawn, busy, error, retry } = settling;
  const { askAhead, follow, endFollowing, isFollowing, see } = settling;
  const navigation = useNavigationAhead(url, askAhead, useAnswersItself(info.guide.meta.id));
  const following = useMemo(
    () => ({ follow, endFollowing, isFollowing, see }),
    [follow, endFollowing, isFollowing, see],
  );
  const held = useHeld(info, answered.answers.typesAnyTime);
  const { split } = answered.view;
  const { lanes, around } = answered.answers;
  // The same for as long as its groups are, so that a selection draws no chart anew.
  const shown = useMemo(() => onPage(held, split, lanes, around), [held, split, lanes, around]);
  const settled = useMemo(() => ({ ...answered, info: shown }), [answered, shown]);
  const dashboard = useMemo(
    () => ({
      ...{ ...url, ...navigation, info, window, settled, isDrawn, busy, error, retry },
      // Controls, too, show the view that a hand has moved to.
      view: isFollowing ? settled.view : url.view,
    }),
    [url, navigation, info, window, settled, isDrawn, busy, error, retry, isFollowing],
  );
  const last = useRef<Drawn | null>(null);
  const rest = useMemo((): Whole => {
    const settled = whole && { ...whole, info: shown };
    return { now: settled && { settled, dashboard: { ...dashboard, settled } }, last };
  }, [whole, shown, dashboard]);
  if (settled.waiting.size === 0) last.current = { settled, dashboard };
  else if (rest.now !== null) last.current = rest.now;
  return (
    <NavigationContext value={navigation}>
      <DashboardContext value={dashboard}>
        <FollowingContext value={following}>
          <WholeContext value={rest}>
            <SettledContext value={settled}>{children}</SettledContext>
          </WholeContext>
        </FollowingContext>
      </DashboardContext>
    </NavigationContext>
  );
});

function required<T>(value: T | null, hook: string): T {
  if (value === null) throw new Error(`${hook} stands outside a DashboardProvider.`);
  return value;
}

/** The dashboard that this component is part of, as it is now. For controls; drawn anew with every step. */
export function useDashboard(): Dashboard {
  return required(useContext(DashboardContext), 'useDashboard');
}

/** What a panel of the dashboard draws. */
export function useSettled(): Settled {
  return required(useContext(SettledContext), 'useSettled');
}

/** The same with what waited in it, for panels that draw some of that. Whoever draws nothing of it is not drawn anew for it. */
export function useWhole(): Whole {
  return required(useContext(WholeContext), 'useWhole');
}

/** The way to other views, for what need not be drawn anew with every step. */
export function useNavigation(): Navigation {
  return required(useContext(NavigationContext), 'useNavigation');
}

/** How the page follows a hand that moves the window. */
export function useFollow(): FollowingHand {
  return required(useContext(FollowingContext), 'useFollow');
}
