import { ACTOR_CODES } from '../layouts/gdelt';
import type { KnownField, LayoutFields } from './known-field';

const number = (name: string, label: string, aggregate: 'sum' | 'mean', description: string): KnownField => ({
  names: [name],
  label,
  kind: 'number',
  aggregate,
  description,
});

const category = (name: string, label: string): KnownField => ({ names: [name], label, kind: 'category' });

/** GDELT events beside what its mapping reads; not yet held against its codebook. The CAMEO root code is the type. */
export const GDELT_FIELDS: LayoutFields = {
  fields: [
    {
      names: ['QuadClass'],
      label: 'Class of event',
      kind: 'category',
      labels: {
        '1': 'verbal cooperation',
        '2': 'material cooperation',
        '3': 'verbal conflict',
        '4': 'material conflict',
      },
    },
    number(
      'GoldsteinScale',
      'Goldstein scale',
      'mean',
      'How the kind of event bears on stability, −10 to +10, by the code alone.',
    ),
    number('NumMentions', 'Mentions', 'sum', 'Mentions in all documents of the first 15 minutes.'),
    number('NumSources', 'Sources', 'sum', 'Publishers that mention it in the first 15 minutes.'),
    number('NumArticles', 'Articles', 'sum', 'Documents that mention it in the first 15 minutes.'),
    number('AvgTone', 'Tone', 'mean', 'The mean tone of these documents, −100 to +100, mostly −10 to +10.'),
    {
      names: ['IsRootEvent'],
      label: 'Root event',
      kind: 'flag',
      description: 'Whether it stands in the first paragraph of a document.',
    },
    category('EventBaseCode', 'CAMEO base code'),
    category('Actor1CountryCode', 'Country of actor 1'),
    category('Actor2CountryCode', 'Country of actor 2'),
    category('Actor1Type1Code', 'Role of actor 1'),
    category('Actor2Type1Code', 'Role of actor 2'),
  ],
  repeats: [],
  last: [
    ...ACTOR_CODES,
    ...['MonthYear', 'Year', 'FractionDate', 'DATEADDED', 'ActionGeo_FeatureID', 'ActionGeo_ADM1Code'],
  ],
};
