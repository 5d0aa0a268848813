import type { IncidentRow } from './incident-row';

/** Lines of incidents.ndjson: one row of incidents.json on each. */
export function ndjsonLines(rows: readonly IncidentRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
