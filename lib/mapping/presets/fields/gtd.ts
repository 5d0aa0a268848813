import type { KnownField, LayoutFields } from './known-field';

/** −9 and −99 are not known, in flags and numbers alike. */
const UNKNOWN = ['-9', '-99', '-9.0', '-99.0'];

const category = (name: string, label: string, description?: string): KnownField => ({
  ...{ names: [name], label, kind: 'category' },
  ...(description === undefined ? {} : { description }),
});
const flag = (name: string, label: string, description?: string): KnownField => ({
  ...{ names: [name], label, kind: 'flag', unknown: UNKNOWN },
  ...(description === undefined ? {} : { description }),
});
const number = (
  name: string,
  label: string,
  aggregate: 'sum' | 'mean',
  unit: string | null = null,
): KnownField => ({
  ...{ names: [name], label, kind: 'number', aggregate, unknown: UNKNOWN },
  ...(unit === null ? {} : { unit }),
});
const text = (name: string, label: string): KnownField => ({ names: [name], label, kind: 'text' });

/** Whether perpetrators and target are of different nations, in one sense or another. */
const international = (name: string, sense: string): KnownField => ({
  names: [name],
  label: `International (${sense})`,
  kind: 'category',
  labels: { '0': 'domestic', '1': 'international' },
  unknown: UNKNOWN,
});

/** Columns that stand once as a code and once, with `_txt` behind the name, in words. */
const CODED = [
  ...['country', 'region', 'alternative', 'attacktype1', 'attacktype2', 'attacktype3', 'targtype1'],
  ...[
    'targsubtype1',
    'natlty1',
    'targtype2',
    'targsubtype2',
    'natlty2',
    'targtype3',
    'targsubtype3',
    'natlty3',
  ],
  ...['claimmode', 'claimmode2', 'claimmode3', 'weaptype1', 'weapsubtype1', 'weaptype2', 'weapsubtype2'],
  ...['weaptype3', 'weapsubtype3', 'weaptype4', 'weapsubtype4', 'propextent', 'hostkidoutcome'],
];

/** The Global Terrorism Database beside what its mapping reads; not yet held against its codebook. */
export const GTD_FIELDS: LayoutFields = {
  fields: [
    category('targtype1_txt', 'Target type'),
    category('targsubtype1_txt', 'Target subtype'),
    category('weaptype1_txt', 'Weapon type'),
    category('weapsubtype1_txt', 'Weapon subtype'),
    flag(
      'success',
      'Success',
      'Whether the attack took place as its type defines it, not whether it reached its aims.',
    ),
    flag('suicide', 'Suicide attack'),
    flag('ishostkid', 'Hostages or kidnapping'),
    number('nhostkid', 'Hostages or kidnapped', 'sum'),
    category('hostkidoutcome_txt', 'Outcome for hostages'),
    number('nreleased', 'Hostages released', 'sum'),
    number('nhours', 'Hours of captivity', 'mean', 'h'),
    number('ndays', 'Days of captivity', 'mean', 'days'),
    flag('property', 'Property damage'),
    category('propextent_txt', 'Extent of property damage'),
    number('propvalue', 'Value of property damage', 'sum', 'USD'),
    flag('ransom', 'Ransom demanded'),
    number('ransomamt', 'Ransom demanded, amount', 'sum', 'USD'),
    number('ransompaid', 'Ransom paid', 'sum', 'USD'),
    category('region_txt', 'World region'),
    category('natlty1_txt', 'Nationality of the target'),
    category('targtype2_txt', 'Second target type'),
    category('targtype3_txt', 'Third target type'),
    category('weaptype2_txt', 'Second weapon type'),
    category('weaptype3_txt', 'Third weapon type'),
    number('nperps', 'Perpetrators', 'sum'),
    number('nperpcap', 'Perpetrators captured', 'sum'),
    number('nwoundte', 'Perpetrators injured', 'sum'),
    number('nkillus', 'US citizens killed', 'sum'),
    number('nwoundus', 'US citizens injured', 'sum'),
    number('nhostkidus', 'US hostages or kidnapped', 'sum'),
    category('claimmode_txt', 'Mode of the claim'),
    flag('compclaim', 'Competing claims'),
    flag('individual', 'Unaffiliated individuals'),
    flag('multiple', 'Part of several attacks'),
    flag('extended', 'Lasted over 24 hours'),
    flag('crit1', 'Criterion 1: political, economic, religious or social goal'),
    flag('crit2', 'Criterion 2: meant to coerce, intimidate or publicise'),
    flag('crit3', 'Criterion 3: outside the precepts of humanitarian law'),
    category('alternative_txt', 'If not terrorism'),
    flag('vicinity', 'In the vicinity of the city'),
    international('INT_ANY', 'any sense'),
    international('INT_LOG', 'logistics'),
    international('INT_IDEO', 'ideology'),
    international('INT_MISC', 'place and target'),
    category('gsubname', 'Subgroup'),
    text('target1', 'Target'),
    text('corp1', 'Target’s organisation'),
    text('motive', 'Motive'),
    text('weapdetail', 'Weapon in detail'),
    text('propcomment', 'Property damage in detail'),
    text('ransomnote', 'Ransom in detail'),
    text('location', 'Location in detail'),
    category('dbsource', 'Collected by'),
  ],
  repeats: CODED.map((code) => [code, `${code}_txt`] as const),
  last: ['eventid', 'iyear', 'imonth', 'iday', 'related', 'resolution'],
};
