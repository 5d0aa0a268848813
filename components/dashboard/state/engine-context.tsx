'use client';

import { createContext, type ReactNode, useCallback, useContext } from 'react';
import type { ColumnsSource } from '@/lib/client/served/columns-state';
import type { Engine } from '@/lib/query/engine';
import type { DatasetId } from '@/lib/series/model';
import { isLocal } from '@/lib/view/addresses/local';

const EngineContext = createContext<Engine | null>(null);
const ColumnsContext = createContext<ColumnsSource | null>(null);

/** Gives the components below it an engine, and the columns that it may come to answer from; which ones, only the route knows. */
export function EngineProvider(props: {
  readonly engine: Engine;
  readonly columns?: ColumnsSource;
  readonly children: ReactNode;
}) {
  const { engine, columns = null, children } = props;
  return (
    <EngineContext value={engine}>
      <ColumnsContext value={columns}>{children}</ColumnsContext>
    </EngineContext>
  );
}

/** The columns of this page; null where it has none to fetch. */
export function useColumns(): ColumnsSource | null {
  return useContext(ColumnsContext);
}

/** Whether the page answers by itself at this moment, so that answers are near. */
export function useAnswersItself(dataset: DatasetId): () => boolean {
  const columns = useColumns();
  return useCallback(() => isLocal(dataset) || columns?.state().kind === 'here', [columns, dataset]);
}

/** The engine of this page. */
export function useEngine(): Engine {
  const engine = useContext(EngineContext);
  if (!engine) throw new Error('useEngine stands outside an EngineProvider.');
  return engine;
}
