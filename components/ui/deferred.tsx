'use client';

import { type ComponentType, memo, useEffect, useState } from 'react';

/** A component whose script comes after the page: drawn on the server, answering once its script is here. */
export interface Deferred {
  readonly Component: ComponentType;
  /** Loads the script; settled once the component can be drawn. */
  readonly load: () => Promise<ComponentType>;
}

/**
 * Keeps a component's script out of the first load. The server draws `served` (null in the browser, where the bundler
 * drops the branch that names it), so that the page is whole without scripts; the browser leaves that markup as it is
 * until `load` has brought the component, and then draws it in the same place.
 *
 * React has no lazy hydration that works without scripts: a Suspense boundary may be streamed as a hidden part that a
 * script has to move. So the markup is kept by `dangerouslySetInnerHTML`, which hydration never compares with what the
 * server sent (https://react.dev/reference/react-dom/components/common#dangerouslysetting-the-inner-html). Its text is
 * empty: nothing is ever set from here.
 */
export function deferred(served: ComponentType | null, load: () => Promise<ComponentType>): Deferred {
  function Component() {
    const [Live, setLive] = useState<ComponentType | null>(() => served);
    useEffect(() => {
      let gone = false;
      void load().then((loaded) => {
        if (!gone) setLive(() => loaded);
      });
      return () => {
        gone = true;
      };
    }, []);
    if (Live) {
      return (
        <div>
          <Live />
        </div>
      );
    }
    // biome-ignore lint/security/noDangerouslySetInnerHtml: empty; keeps the markup of the server, see above
    return <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />;
  }
  return { Component: memo(Component), load };
}
