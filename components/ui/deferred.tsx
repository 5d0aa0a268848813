'use client';

import { type ComponentType, memo, startTransition, useEffect, useRef, useState } from 'react';
import { FirstWidth } from './use-width';

/** A component whose script comes after the page: drawn on the server, answering once its script is here. */
export interface Deferred {
  readonly Component: ComponentType;
  /** Settled once the component answers; where it is not in the page, once its script is here. */
  readonly whenLive: () => Promise<void>;
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

/** Draws one panel after the other, so that none holds up a reader for as long as all of them would. */
function inTurn(draw: () => Promise<void>): void {
  last = last.then(draw, draw);
}

interface Live {
  readonly Panel: ComponentType;
  /** How wide the panel is where the server has drawn it, in whole pixels; null where that is not known. */
  readonly width: number | null;
}

/**
 * Keeps a component's script out of the first load. The server draws `served` (null in the browser, where the bundler
 * drops the branch that names it), so that the page is whole without scripts; the browser leaves that markup as it is
 * until `load` has brought the component, and then draws it in the same place. `served` is one `div`, as what is drawn here.
 *
 * React has no lazy hydration that works without scripts: a Suspense boundary may be streamed as a hidden part that a
 * script has to move. So the markup is kept by `dangerouslySetInnerHTML`, which hydration never compares with what the
 * server sent (https://react.dev/reference/react-dom/components/common#dangerouslysetting-the-inner-html). Its text is
 * empty: nothing is ever set from here.
 */
export function deferred(served: ComponentType | null, load: () => Promise<ComponentType>): Deferred {
  let live = promised();
  let inPage = 0;
  function Component() {
    const [shown, setShown] = useState<Live | null>(null);
    const box = useRef<HTMLDivElement>(null);
    const drawn = useRef<() => void>(() => {});
    useEffect(() => {
      let gone = false;
      inPage += 1;
      const draw = (Panel: ComponentType) => () => {
        if (gone) return Promise.resolve();
        const { promise, keep } = promised();
        drawn.current = keep;
        const width = Math.floor(box.current?.getBoundingClientRect().width ?? 0);
        // In slices, between which the page answers.
        startTransition(() => setShown({ Panel, width: width > 0 ? width : null }));
        return promise;
      };
      void load().then((Panel) => inTurn(draw(Panel)));
      return () => {
        gone = true;
        inPage -= 1;
        drawn.current();
        live = promised();
      };
    }, []);
    useEffect(() => {
      if (shown === null) return;
      drawn.current();
      live.keep();
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
    // biome-ignore lint/security/noDangerouslySetInnerHtml: empty; keeps the markup of the server, see above
    return <div ref={box} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />;
  }
  const whenLive = () => (inPage > 0 ? live.promise : load().then(() => undefined));
  return { Component: memo(Component), whenLive };
}
