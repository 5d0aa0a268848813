import type { KnownField, LayoutFields } from './known-field';

/** Kinds of actors, by the codes of exports before 2024; later ones write the words. */
const INTER: Readonly<Record<string, string>> = {
  '1': 'State forces',
  '2': 'Rebel group',
  '3': 'Political militia',
  '4': 'Identity militia',
  '5': 'Rioters',
  '6': 'Protesters',
  '7': 'Civilians',
  '8': 'External/Other forces',
};

/** Two kinds of actors as one code, the smaller digit first; a zero behind it says that there is no second. */
const INTERACTION: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(INTER).flatMap(([a, first]) => [
    [`${a}0`, `${first} only`],
    ...Object.entries(INTER)
      .filter(([b]) => a <= b)
      .map(([b, second]) => [`${a}${b}`, `${first}-${second}`]),
  ]),
);

const category = (names: readonly string[], label: string, more: Partial<KnownField> = {}): KnownField => ({
  names,
  label,
  kind: 'category',
  ...more,
});

/** ACLED beside what its mapping reads; not yet held against its codebook. */
export const ACLED_FIELDS: LayoutFields = {
  fields: [
    category(['disorder_type'], 'Disorder type', {
      separator: ';',
      description:
        'Political violence, demonstrations or strategic developments, as ACLED groups its event types.',
    }),
    category(['civilian_targeting'], 'Civilian targeting', {
      description: 'Says where civilians were the main or only target of the event.',
    }),
    category(['inter1'], 'Kind of actor 1', { labels: INTER }),
    category(['inter2'], 'Kind of actor 2', { labels: { ...INTER, '0': 'no second actor' } }),
    category(['interaction'], 'Kinds of actors', {
      labels: INTERACTION,
      description: 'The kinds of actor 1 and actor 2 together. Their order says nothing.',
    }),
    category(['tags'], 'Tags', {
      separator: ';',
      description: 'Further facts, such as the size of a crowd.',
    }),
    category(['region'], 'World region'),
    category(['admin2'], 'Admin 2'),
    category(['admin3'], 'Admin 3'),
    category(['source_scale'], 'Scale of the source', {
      separator: '-',
      description: 'Whether local, national, international or other sources reported the event.',
    }),
  ],
  repeats: [],
  last: ['event_id_no_cnty', 'event_id_cnty', 'data_id', 'iso', 'iso3', 'year', 'timestamp'],
};
