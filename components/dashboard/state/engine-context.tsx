'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Engine } from '@/lib/query/engine';

const EngineContext = createContext<Engine | null>(null);

/** Gives the components below it an engine; which one, only the route knows. */
export function EngineProvider({ engine, children }: { engine: Engine; children: ReactNode }) {
  return <EngineContext value={engine}>{children}</EngineContext>;
}

/** The engine of this page. */
export function useEngine(): Engine {
  const engine = useContext(EngineContext);
  if (!engine) throw new Error('useEngine stands outside an EngineProvider.');
  return engine;
}
