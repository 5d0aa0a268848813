import type { DatasetId } from '../../series/model';

/**
 * The id of a series that a page holds itself, opened from a reader's file at /open. It is the name of a route, so no
 * dataset of a store can have it.
 */
export const LOCAL = 'open' as DatasetId;

/** Whether a series is held by the page alone. */
export function isLocal(dataset: DatasetId): boolean {
  return dataset === LOCAL;
}
