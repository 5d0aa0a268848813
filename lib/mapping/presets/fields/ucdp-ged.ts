import type { KnownField, LayoutFields } from './known-field';

const deaths = (name: string, label: string, description: string): KnownField => ({
  names: [name],
  label,
  kind: 'number',
  aggregate: 'sum',
  description: `${description} Part of UCDP’s best estimate.`,
});

/** UCDP GED beside what its mapping reads; not yet held against its codebook. */
export const UCDP_GED_FIELDS: LayoutFields = {
  fields: [
    deaths('deaths_civilians', 'Civilian deaths', 'Civilians who were killed.'),
    deaths('deaths_a', 'Deaths of side A', 'Combatants of side A who were killed.'),
    deaths('deaths_b', 'Deaths of side B', 'Combatants of side B who were killed.'),
    deaths('deaths_unknown', 'Deaths of unknown status', 'Killed of whom it is not known what they were.'),
    {
      names: ['conflict_name'],
      label: 'Conflict',
      kind: 'category',
      description: 'The conflict of which the event is a part.',
    },
    { names: ['dyad_name'], label: 'Dyad', kind: 'category', description: 'The two sides of the event.' },
    {
      names: ['event_clarity'],
      label: 'Event clarity',
      kind: 'category',
      labels: { '1': 'clear', '2': 'less clear' },
      description:
        'Clear: the reports identify the event in full. Less clear: they tell of it in part or together with others.',
    },
    {
      names: ['number_of_sources'],
      label: 'Number of sources',
      kind: 'number',
      aggregate: 'mean',
      unknown: ['-1'],
      description: 'Reports that the event is coded from; not known for events coded before 2013.',
    },
    { names: ['adm_2'], label: 'Admin 2', kind: 'category' },
    { names: ['region'], label: 'World region', kind: 'category' },
    {
      names: ['active_year'],
      label: 'Active year',
      kind: 'flag',
      description: 'Whether the dyad counts 25 deaths or more in the year of the event.',
    },
    { names: ['code_status'], label: 'Code status', kind: 'category' },
    { names: ['source_original'], label: 'Original source', kind: 'text' },
    { names: ['source_headline'], label: 'Headlines', kind: 'text' },
    { names: ['source_date'], label: 'Dates of the sources', kind: 'text' },
  ],
  repeats: [],
  last: [
    ...['relid', 'year', 'start_year', 'end_year', 'conflict_new_id', 'conflict_dset_id', 'dyad_new_id'],
    ...[
      'dyad_dset_id',
      'side_a_new_id',
      'side_a_dset_id',
      'side_b_new_id',
      'side_b_dset_id',
      'gwnoa',
      'gwnob',
    ],
    ...['country_id', 'iso3', 'geom_wkt', 'priogrid_gid'],
  ],
};
