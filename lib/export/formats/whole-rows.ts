import type { OwnField } from '../../series/fields';
import type { Incident } from '../../series/model';
import { type RowColumn, rowColumns } from './columns';
import { csvLines } from './csv';
import { type IncidentRow, incidentRow } from './incident-row';

/** What a row is only in a view; without one it has no meaning. */
const OF_A_VIEW: ReadonlySet<string> = new Set(['weight', 'in_low', 'in_best']);

/** The columns of incidents.csv but for those of a view. */
export function wholeColumns(fields: readonly OwnField[]): readonly RowColumn[] {
  return rowColumns(fields).filter(([name]) => !OF_A_VIEW.has(name));
}

function rowOf(incident: Incident): IncidentRow {
  const matched = incident.links.map((_, index) => index);
  return incidentRow({ incident, weight: 1, inLow: true, inBest: true, matched });
}

/** An incident as incidents.json has it, without what it is in a view. */
export function wholeRow(incident: Incident): object {
  const { weight: _, inLow: __, inBest: ___, links, ...rest } = rowOf(incident);
  return { ...rest, links: links.map(({ counted: _counted, ...link }) => link) };
}

/** Incidents as lines of CSV. */
export function wholeLines(incidents: readonly Incident[], columns: readonly RowColumn[]): string {
  return csvLines(incidents.map(rowOf), columns);
}
