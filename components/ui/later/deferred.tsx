'use client';

import {
  type ComponentType,
  memo,
  type RefObject,
  startTransition,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { SettledContext } from '@/components/dashboard/state/dashboard-context';
import { usePrinting } from '../use-browser-state';
import { FirstWidth } from '../use-width';
import { atLeisure } from './at-leisure';
import { focusKeeper } from './focus-keeper';
import { NEAR } from './use-in-sight';

/** A component whose script comes after the page: drawn on the server, and by its script once a reader is near it. */
export interface Deferred {
  readonly Component: ComponentType;
  /** Settled once the component answers, or is out of sight with its script here: then it answers as soon as a hand is on it. */
  readonly whenReady: () => Promise<void>;
  /** Has it drawn by its script wherever it is. Whether any of it was still as the server drew it. */
  readonly wake: () => boolean;
}

/** A promise, and the way to keep it. */
function promised() {
  let keep: () => void = () => {};
  const promise = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
}

let last: Promise<void> = Promise.resolve();

/** Draws one panel after the other, with a pause for the browser between, so that none holds up a reader for as long as all of them would. */
function inTurn(draw: () => Promise<void>): void {
  const next = () => draw().then(() => new Promise<void>((resolve) => setTimeout(resolve)));
  last = last.then(next, next);
}

interface Seen {
  /** It is on the screen, or so near that a hand may scroll to it next, or nothing of it is drawn yet. */
  readonly near: (width?: number) => void;
  readonly far: () => void;
  /** A pointer or the focus is on it. */
  readonly touched: () => void;
}

const TOUCHES = ['pointerover', 'focusin'] as const;

/** Tells where a part of the page is, and when a hand comes to it; gives the way to stop that. Marks it until then. */
function watch(box: HTMLElement, { near, far, touched }: Seen): () => void {
  // By hand, for hydration leaves attributes as the server has written them.
  box.dataset.waits = '';
  if (typeof IntersectionObserver === 'undefined' || box.childElementCount === 0) {
    near();
    return () => {};
  }
  const observer = new IntersectionObserver(
    (entries) => {
      const seen = entries.at(-1);
      if (seen?.isIntersecting) near(seen.boundingClientRect?.width);
      else far();
    },
    { rootMargin: NEAR },
  );
  observer.observe(box);
  for (const touch of TOUCHES) box.addEventListener(touch, touched);
  return () => {
    observer.disconnect();
    for (const touch of TOUCHES) box.removeEventListener(touch, touched);
  };
}

interface Live {
  readonly Panel: ComponentType;
  /** How wide the panel is where the server has drawn it, in whole pixels; null where that is not known. */
  readonly width: number | null;
}

function liveIn(box: RefObject<HTMLElement | null>, Panel: ComponentType, seen: number | null): Live {
  const width = Math.floor(seen ?? box.current?.getBoundingClientRect().width ?? 0);
  return { Panel, width: width > 0 ? width : null };
}

/**
 * Keeps a component's script out of the first load, and its drawing out of it where nobody looks. The server draws `served` (null in the browser, where the bundler
 * drops the branch that names it), so that the page is whole without scripts; the browser leaves that markup as it is
 * until `load` has brought the component and it is needed: the panel is on the screen or near, a pointer or the focus comes to it, what it shows is no longer what is settled, or the page is
 * printed. Then it is drawn in the same place. `served` is one `div`, as what is drawn here. What lies over the page, wherever in it it stands, is needed `at once`.
 *
 * React has no lazy hydration that works without scripts: a Suspense boundary may be streamed as a hidden part that a
 * script has to move. So the markup is kept by `dangerouslySetInnerHTML`, which hydration never compares with what the
 * server sent (https://react.dev/reference/react-dom/components/common#dangerouslysetting-the-inner-html). Its text is
 * empty: nothing is ever set from here.
 */
export function deferred(
  served: ComponentType | null,
  load: () => Promise<ComponentType>,
  when: 'near' | 'at once' = 'near',
): Deferred {
  let script: ComponentType | null = null;
  const loaded = () =>
    load().then((Panel) => {
      script = Panel;
      return Panel;
    });
  let ready = promised();
  let inPage = 0;
  /** Those that are as the server drew them. */
  const asleep = new Set<() => void>();

  function Component() {
    const [shown, setShown] = useState<Live | null>(null);
    const [wanted, setWanted] = useState(false);
    const settled = useContext(SettledContext);
    const [first] = useState(settled);
    const printing = usePrinting();
    const box = useRef<HTMLDivElement>(null);
    const drawn = useRef<() => void>(() => {});
    const refocus = useRef<() => void>(() => {});
    // As wide as it was when it came near: to ask now would have all of the page laid out.
    const seen = useRef<number | null>(null);
    // Paper shows all that there is, and does not wait.
    if (printing && shown === null && script !== null) setShown({ Panel: script, width: null });

    useEffect(() => {
      const place = box.current;
      if (place === null) return;
      inPage += 1;
      const wakeUp = () => setWanted(true);
      asleep.add(wakeUp);
      if (when === 'at once') setWanted(true);
      const stop = watch(place, {
        near: (width) => {
          seen.current = width ?? null;
          setWanted(true);
        },
        far: () => void atLeisure(loaded).then(() => ready.keep()),
        touched: () => {
          const Panel = script;
          setWanted(true);
          if (Panel === null) return;
          refocus.current = focusKeeper(place);
          // Before the press that follows, which would be on what is about to go.
          flushSync(() => setShown((now) => now ?? liveIn(box, Panel, seen.current)));
        },
      });
      return () => {
        stop();
        asleep.delete(wakeUp);
        inPage -= 1;
        ready.keep();
        ready = promised();
      };
    }, []);

    const asked = wanted || settled !== first;
    useEffect(() => {
      if (!asked) return;
      let gone = false;
      const draw = (Panel: ComponentType) => () => {
        if (gone) return Promise.resolve();
        const { promise, keep } = promised();
        drawn.current = keep;
        if (box.current !== null) refocus.current = focusKeeper(box.current);
        // In slices, between which the page answers.
        startTransition(() => setShown((now) => now ?? liveIn(box, Panel, seen.current)));
        return promise;
      };
      void loaded().then((Panel) => inTurn(draw(Panel)));
      return () => {
        gone = true;
        drawn.current();
      };
    }, [asked]);

    useEffect(() => {
      if (shown === null) return;
      asleep.clear();
      drawn.current();
      refocus.current();
      ready.keep();
    }, [shown]);

    if (served !== null) {
      const Served = served;
      return <Served />;
    }
    if (shown) {
      return (
        <FirstWidth value={shown.width}>
          <div>
            <shown.Panel />
          </div>
        </FirstWidth>
      );
    }
    return (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: empty; keeps the markup of the server, see above
      <div ref={box} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
    );
  }
  const whenReady = () => (inPage > 0 ? ready.promise : loaded().then(() => undefined));
  const wake = () => {
    const sleepers = [...asleep];
    for (const wakeUp of sleepers) wakeUp();
    asleep.clear();
    return sleepers.length > 0;
  };
  return { Component: memo(Component), whenReady, wake };
}
