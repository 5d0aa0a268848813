import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const field = (name: string) => ({ name, type: 'string' });

/** Writes the smallest package, a table of incidents, into a folder of packages. */
export async function writePackage(dir: string, id: string, incidents: string): Promise<void> {
  const descriptor = {
    title: `Series ${id}`,
    licenses: [{ name: 'CC0' }],
    resources: [
      {
        name: 'incidents',
        path: 'incidents.csv',
        schema: { fields: [field('id'), field('date'), field('title')] },
      },
    ],
    annals: {
      format: 1,
      publisher: 'Somebody',
      coverage: { from: '2020-01-01', to: '2020-12-31', places: 'Everywhere' },
    },
  };
  await mkdir(join(dir, id), { recursive: true });
  await writeFile(join(dir, id, 'datapackage.json'), JSON.stringify(descriptor));
  await writeFile(join(dir, id, 'incidents.csv'), `id,date,title\n${incidents}`);
}
