import { createContext, useContext } from 'react';

/** What the import of the series left out of every count, in sentences; none where it left nothing out. */
export const LeftOutRows = createContext<readonly string[]>([]);

/** What a quotation of a count must say of the rows that are in none. */
export function useLeftOutRows(): readonly string[] {
  return useContext(LeftOutRows);
}
