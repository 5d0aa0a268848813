import { importDataPackage } from '../../lib/importers/datapackage/datapackage';
import type { DatasetId, Series } from '../../lib/series/model';
import { smallPackage } from './small-package';

/** A series of so many incidents, one after the other through the days of 2020, for tests that need a store with series in it. */
export function plainSeries(id: string, incidents: number): Series {
  const rows = Array.from({ length: incidents }, (_, i) => {
    const day = new Date(Date.UTC(2020, 0, 1 + (i % 366))).toISOString().slice(0, 10);
    return `${id}-${i},${day},Incident ${i}\n`;
  });
  const { series, problems } = importDataPackage(id as DatasetId, smallPackage(id, rows.join('')));
  if (series === null) throw new Error(problems[0]?.reason);
  return series;
}
