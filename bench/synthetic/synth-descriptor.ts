const LISTS = ['subtypes', 'regions', 'disputed_by'];
const FLAGS = ['in_scope', 'nature_disputed'];
const COUNTS = ['killed', 'injured'].flatMap((stem) =>
  ['low', 'best', 'high'].map((end) => `${stem}_${end}`),
);

/** The columns of an invented package, table by table. */
export const COLUMNS = {
  incidents: [
    ...['id', 'date', 'title', 'type', 'subtypes', 'regions', 'in_scope', 'initiator', 'nature_disputed'],
    ...COUNTS,
    'notes',
  ],
  links: ['incident', 'actor', 'relation', 'certainty', 'claimant', 'disputed_by'],
  actors: ['id', 'name', 'short_name'],
  actor_relations: ['child', 'parent', 'kind', 'from', 'to'],
  types: ['id', 'label'],
  regions: ['id', 'label'],
} as const;

export type SynthTable = keyof typeof COLUMNS;

function fieldOf(name: string) {
  if (LISTS.includes(name)) return { name, type: 'list', delimiter: '|' };
  if (FLAGS.includes(name)) return { name, type: 'boolean' };
  if (COUNTS.includes(name)) return { name, type: 'integer', constraints: { minimum: 0 } };
  return { name, type: 'string' };
}

/** The descriptor of an invented package. */
export function synthDescriptor(title: string) {
  return {
    name: 'synthetic',
    title,
    description: 'Invented by bench/synth.ts; nothing in it happened.',
    licenses: [{ name: 'CC0-1.0' }],
    annals: {
      format: 1,
      publisher: 'Annals',
      coverage: { from: '1997-01-01', to: '2024-12-31', places: 'Nowhere; invented' },
    },
    resources: Object.entries(COLUMNS).map(([name, columns]) => ({
      name,
      path: `${name}.csv`,
      schema: { fields: columns.map(fieldOf) },
    })),
  };
}
