import type { PackageCode } from '../../lib/importers/datapackage/package-codes';
import type { TinyPackage } from './tiny-package';

/** A sound incidents table. */
export const ONE = 'id,date,title\na,2020-01-01,A\n';
/** A field of a schema. */
export const field = (name: string, type: string, constraints?: object) => ({
  name,
  type,
  ...(constraints && { constraints }),
});

/** Incidents with one more column, whose cell in row 3 is at fault; row 2 is sound where the cell is empty. */
export const oneMore = (name: string, cell: string, type = 'string', constraints?: object): TinyPackage => ({
  tables: { incidents: `id,date,title,${name}\ngood,2020-01-01,G,\nbad,2020-01-02,B,${cell}\n` },
  schemas: {
    incidents: {
      fields: [
        field('id', 'string'),
        field('date', 'string'),
        field('title', 'string'),
        field(name, type, constraints),
      ],
    },
  },
});
/** A sound incidents table and one more table. */
export const withTable = (name: string, text: string): TinyPackage => ({
  tables: { incidents: ONE, [name]: text },
});

/** What a problem must say of where it stands. */
export type Place = { file: string; row: number | null; column: string | null; value?: string | null };
/** A code, a package that produces it and nothing else, and the place to be named. */
export type BrokenCase = readonly [code: PackageCode, tiny: TinyPackage, place: Place];
export const INCIDENTS = 'incidents.csv';
export const JSON_FILE = 'datapackage.json';
