import type { KnownField, LayoutFields } from './known-field';

const sum = (names: readonly string[], label: string): KnownField => ({
  ...{ names, label, kind: 'number', aggregate: 'sum' },
});
const category = (names: readonly string[], label: string): KnownField => ({
  names,
  label,
  kind: 'category',
});

/** The Gun Violence Archive beside what its mapping reads. */
export const GUN_VIOLENCE_FIELDS: LayoutFields = {
  fields: [
    sum(['Suspects Injured'], 'Suspects injured'),
    sum(['Suspects Arrested'], 'Suspects arrested'),
    sum(['n_guns_involved'], 'Guns involved'),
    { names: ['gun_type'], label: 'Guns', kind: 'text' },
    { names: ['gun_stolen'], label: 'Guns stolen', kind: 'text' },
    { names: ['Address'], label: 'Address', kind: 'text' },
    { names: ['location_description'], label: 'Location in detail', kind: 'text' },
    category(['congressional_district'], 'Congressional district'),
    category(['state_house_district'], 'State house district'),
    category(['state_senate_district'], 'State senate district'),
  ],
  repeats: [],
  last: [
    ...['participant_age', 'participant_age_group', 'participant_gender', 'participant_name'],
    ...['participant_relationship', 'participant_status', 'participant_type', 'incident_url', 'source_url'],
    ...['incident_url_fields_missing', 'Operations'],
  ],
};
