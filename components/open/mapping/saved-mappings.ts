import type { ExaminedTable } from '@/lib/client/local/local-connection';
import type { Mapping } from '@/lib/mapping/mapping';

const PREFIX = 'annals:mapping:';

function keyOf(columns: ExaminedTable['columns']): string {
  return PREFIX + columns.map(({ name }) => name).join('\u001f');
}

/** Keeps a mapping in this browser for files with the same columns. Storage that is full or forbidden is no error. */
export function rememberMapping(columns: ExaminedTable['columns'], mapping: Mapping): void {
  try {
    localStorage.setItem(keyOf(columns), JSON.stringify(mapping));
  } catch {
    // The next file is guessed anew.
  }
}

/** The JSON of the mapping kept for these columns; null where there is none. It may be of an older version. */
export function rememberedMapping(columns: ExaminedTable['columns']): unknown {
  try {
    const text = localStorage.getItem(keyOf(columns));
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Forgets the mapping kept for these columns. */
export function forgetMapping(columns: ExaminedTable['columns']): void {
  try {
    localStorage.removeItem(keyOf(columns));
  } catch {
    // Nothing was kept then.
  }
}
