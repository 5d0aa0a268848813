'use client';

import { type ReactNode, useEffect, useMemo } from 'react';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { servedEngine } from '@/lib/client/served/served-engine';

/** Gives a dashboard what answers it: the server that drew it, and later its own columns. */
export function EngineRoot(props: {
  readonly dataset: string;
  readonly revision: string;
  readonly children: ReactNode;
}) {
  const { dataset, revision, children } = props;
  const { engine, columns } = useMemo(() => servedEngine(dataset, revision), [dataset, revision]);
  useEffect(() => columns.close, [columns]);
  return <EngineProvider {...{ engine, columns }}>{children}</EngineProvider>;
}
