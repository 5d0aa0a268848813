import { createHash } from 'node:crypto';
import { ancestorsIn } from '../../query/ancestors';
import { METHODS } from '../../query/info/methods-version';
import { linkViews } from '../../query/links';
import { RECORD_COLUMNS } from '../../store/incidents/parquet/shapes';
import { sampleSeries } from '../stored/sample-series';
import type { TableColumn } from './columns';
import { incidentColumns } from './incident-table';
import { linkColumns } from './link-table';

function described<T>(columns: readonly TableColumn<T>[], rows: readonly T[]): unknown {
  return columns.map(({ name, type, value }) => [name, String(type), rows.map((row) => value(row))]);
}

/**
 * Names the code by which the tables of an index are filled: a hash of what it makes of a small series that has one of
 * everything. Where it makes something else, the name is another, so that no old index answers for newer code.
 */
export function tablesFingerprint(dates?: readonly string[]): string {
  const { incidents, ...rest } = sampleSeries(dates);
  const numbered = incidents.map((incident, n) => ({ n, incident }));
  const links = numbered.flatMap(({ n, incident }) =>
    linkViews(incident).map((link) => ({ n, incident, link })),
  );
  const series = { ...rest, incidents: [] };
  const made = [
    described(incidentColumns(series), numbered as never),
    described(linkColumns(ancestorsIn(series)), links as never),
    RECORD_COLUMNS,
    METHODS,
  ];
  return createHash('sha256').update(JSON.stringify(made)).digest('hex');
}
