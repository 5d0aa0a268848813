import { importDataPackage } from '../../lib/importers/datapackage/datapackage';
import type { DatasetId, Series } from '../../lib/series/model';

const field = (name: string) => ({ name, type: 'string' });

/** A series of so many incidents, one after the other through the days of 2020, for tests that need a store with series in it. */
export function plainSeries(id: string, incidents: number): Series {
  const descriptor = {
    title: `Series ${id}`,
    licenses: [{ name: 'CC0' }],
    resources: [
      {
        ...{ name: 'incidents', path: 'incidents.csv' },
        schema: { fields: [field('id'), field('date'), field('title')] },
      },
    ],
    annals: {
      ...{ format: 1, publisher: 'Somebody' },
      coverage: { from: '2020-01-01', to: '2020-12-31', places: 'Everywhere' },
    },
  };
  const rows = Array.from({ length: incidents }, (_, i) => {
    const day = new Date(Date.UTC(2020, 0, 1 + (i % 366))).toISOString().slice(0, 10);
    return `${id}-${i},${day},Incident ${i}\n`;
  });
  const files = new Map([
    ['datapackage.json', JSON.stringify(descriptor)],
    ['incidents.csv', `id,date,title\n${rows.join('')}`],
  ]);
  const { series, problems } = importDataPackage(id as DatasetId, files);
  if (series === null) throw new Error(problems[0]?.reason);
  return series;
}
