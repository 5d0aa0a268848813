import type { Incident } from '../series/model';
import { incidentLine } from './incident-line';
import { withSortedLinks } from './row-order';

/** An incident as the store keeps it, and its line of JSON for the file. */
export interface StoredIncident {
  readonly incident: Incident;
  readonly line: string;
}

/** `JSON.stringify` writes half of a surrogate pair as an escape that begins so. */
const HALF = '\\ud';

function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value).toString() : value;
}

/**
 * An incident with its links in order, and with U+FFFD for each half of a surrogate pair, which is no character and
 * which no file could hold.
 */
export function storedIncident(incident: Incident): StoredIncident {
  const sorted = withSortedLinks(incident);
  const line = incidentLine(sorted);
  if (!line.includes(HALF)) return { incident: sorted, line };
  const mended = JSON.parse(JSON.stringify(sorted), wellFormed) as Incident;
  return { incident: mended, line: incidentLine(mended) };
}
