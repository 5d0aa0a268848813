'use client';

import { createContext, useContext } from 'react';
import type { View } from '@/lib/view/view';

/** What a page makes itself of the series that it holds, for no server has it. */
export interface LocalFiles {
  /** Saves the rows of a view as a file. */
  readonly saveIncidents: (view: View) => void;
}

const LocalFilesContext = createContext<LocalFiles | null>(null);

/** Stands around the dashboard of a local series. */
export const LocalFilesProvider = LocalFilesContext;

/** Null where a server has the series. */
export function useLocalFiles(): LocalFiles | null {
  return useContext(LocalFilesContext);
}
