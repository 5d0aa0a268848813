/** A package in memory that tests break on purpose: tables as CSV texts, every field a string unless said otherwise. */
export interface TinyPackage {
  readonly tables: Readonly<Record<string, string>>;
  /** Schemas to merge over those made from the headers. */
  readonly schemas?: Readonly<Record<string, object>>;
  /** Files of tables that are not called after them. */
  readonly paths?: Readonly<Record<string, string>>;
  /** Properties to merge over the descriptor; undefined takes one away. */
  readonly descriptor?: Readonly<Record<string, unknown>>;
}

/** The files of a package whose schema is made from the headers of its tables. */
export function tinyPackage({
  tables,
  schemas = {},
  paths = {},
  descriptor = {},
}: TinyPackage): Map<string, string> {
  const pathOf = (name: string) => paths[name] ?? `${name}.csv`;
  const resources = Object.entries(tables).map(([name, text]) => {
    const header = (text.split('\n')[0] ?? '').split(',');
    const fields = header.map((field) => ({ name: field, type: 'string' }));
    return { name, path: pathOf(name), schema: { fields, ...schemas[name] } };
  });
  const json = {
    title: 'Tiny',
    licenses: [{ name: 'CC0-1.0' }],
    annals: {
      format: 1,
      publisher: 'Nobody',
      coverage: { from: '2020-01-01', to: '2020-12-31', places: 'X' },
    },
    resources,
    ...descriptor,
  };
  const files = Object.entries(tables).map(([name, text]): [string, string] => [pathOf(name), text]);
  return new Map([['datapackage.json', JSON.stringify(json)], ...files]);
}
