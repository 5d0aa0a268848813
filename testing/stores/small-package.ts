import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const field = (name: string) => ({ name, type: 'string' });

/** The files of the smallest package: a table of incidents, each an id, a date and a title. */
export function smallPackage(id: string, incidents: string): ReadonlyMap<string, string> {
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
  return new Map([
    ['datapackage.json', JSON.stringify(descriptor)],
    ['incidents.csv', `id,date,title\n${incidents}`],
  ]);
}

/** Writes it into a folder of packages. */
export async function writePackage(dir: string, id: string, incidents: string): Promise<void> {
  await mkdir(join(dir, id), { recursive: true });
  for (const [name, text] of smallPackage(id, incidents)) await writeFile(join(dir, id, name), text);
}
