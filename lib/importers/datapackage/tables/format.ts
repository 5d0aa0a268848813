/**
 * The tables of an Annals package, the fields each must have, and whether the table must be there. Every other field
 * of a known table is optional; a field the format does not know is data only and stays in the package.
 */
export const FORMAT = {
  incidents: { required: true, fields: ['id', 'date', 'title'] },
  links: { required: false, fields: ['incident', 'actor', 'relation', 'certainty'] },
  actors: { required: false, fields: ['id', 'name'] },
  actor_relations: { required: false, fields: ['child', 'parent', 'kind'] },
  types: { required: false, fields: ['id', 'label'] },
  regions: { required: false, fields: ['id', 'label'] },
  sources: { required: false, fields: ['id', 'publisher', 'title'] },
  coverage: { required: false, fields: ['id', 'kind', 'from', 'to', 'text'] },
  annotations: { required: false, fields: ['id', 'date', 'label', 'text'] },
  reference_counts: {
    required: false,
    fields: ['id', 'who', 'value', 'basis', 'scope', 'from', 'to', 'note'],
  },
  areas: { required: false, fields: ['region', 'geometry'] },
  denominators: { required: false, fields: ['date', 'people'] },
  named_views: { required: false, fields: ['id', 'label', 'query'] },
} as const satisfies Record<string, { required: boolean; fields: readonly string[] }>;

export type TableName = keyof typeof FORMAT;

/** Whether the format knows a table of this name. */
export function isTableName(name: string): name is TableName {
  return Object.hasOwn(FORMAT, name);
}
