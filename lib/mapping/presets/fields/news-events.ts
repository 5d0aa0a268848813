import type { KnownField, LayoutFields } from './known-field';

const INTENSITY: KnownField = {
  names: ['Intensity'],
  label: 'Intensity',
  kind: 'number',
  aggregate: 'mean',
  description: 'How hostile (below zero) or cooperative (above) this kind of event is, −10 to +10.',
};

const list = (name: string, label: string, separator: string): KnownField => ({
  ...{ names: [name], label, kind: 'category', separator },
});
const category = (name: string, label: string): KnownField => ({ names: [name], label, kind: 'category' });

/** ICEWS coded events beside what the mapping reads. */
export const ICEWS_FIELDS: LayoutFields = {
  fields: [
    INTENSITY,
    category('CAMEO Code', 'CAMEO code'),
    category('Source Country', 'Country of the source actor'),
    category('Target Country', 'Country of the target'),
    list('Source Sectors', 'Sectors of the source actor', ','),
    list('Target Sectors', 'Sectors of the target', ','),
    category('District', 'District'),
  ],
  repeats: [],
  last: ['Event ID', 'Story ID', 'Sentence Number'],
};

/** POLECAT events beside what the mapping reads. */
export const POLECAT_FIELDS: LayoutFields = {
  fields: [
    INTENSITY,
    category('Quad Code', 'Class of event'),
    list('Contexts', 'Contexts', ';'),
    list('Actor Country', 'Country of the actor', ';'),
    list('Recipient Country', 'Country of the recipient', ';'),
    list('Actor Name Sectors', 'Sectors of the actor', ';'),
    list('Primary Actor Sector', 'Main sector of the actor', ';'),
    list('Primary Recipient Sector', 'Main sector of the recipient', ';'),
    category('Language', 'Language'),
    category('District', 'District'),
  ],
  repeats: [],
  last: ['Event ID', 'Story People', 'Story Organizations', 'Story Locations', 'Version', 'Feature Type'],
};
