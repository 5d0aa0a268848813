'use client';

import { type ReactNode, useMemo } from 'react';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { browserEngine } from '@/lib/client/local/browser-engine';

/** Gives a dashboard the engine that asks the server which drew it. */
export function EngineRoot(props: {
  readonly dataset: string;
  readonly revision: string;
  readonly children: ReactNode;
}) {
  const { dataset, revision, children } = props;
  const engine = useMemo(() => browserEngine(dataset, revision), [dataset, revision]);
  return <EngineProvider engine={engine}>{children}</EngineProvider>;
}
