import type { KnownField, LayoutFields } from './known-field';

const category = (name: string, label: string = name): KnownField => ({
  names: [name],
  label,
  kind: 'category',
});
const people = (names: readonly string[], label: string): KnownField => ({
  ...{ names, label, kind: 'number', aggregate: 'sum' },
});
const money = (names: readonly string[], label: string): KnownField => ({
  ...{ names, label, kind: 'number', unit: 'thousand USD', aggregate: 'sum' },
});
const flag = (names: readonly string[], label: string): KnownField => ({ names, label, kind: 'flag' });

/** EM-DAT beside what its mapping reads; not yet held against its documentation. */
export const EM_DAT_FIELDS: LayoutFields = {
  fields: [
    people(['Total Affected'], 'People affected'),
    people(['No Affected'], 'Affected, not injured or homeless'),
    people(['No Homeless'], 'Made homeless'),
    money(
      ["Total Damage, Adjusted ('000 US$)", "Total Damages, Adjusted ('000 US$)"],
      'Damage at prices of today',
    ),
    money(["Total Damage ('000 US$)", "Total Damages ('000 US$)"], 'Damage'),
    money(["Insured Damage ('000 US$)", "Insured Damages ('000 US$)"], 'Insured damage'),
    money(["Reconstruction Costs ('000 US$)"], 'Cost of reconstruction'),
    money(["AID Contribution ('000 US$)"], 'Aid contributed'),
    category('Disaster Group'),
    category('Disaster Subgroup'),
    category('Region', 'World region'),
    category('Subregion', 'World subregion'),
    {
      names: ['Magnitude', 'Dis Mag Value'],
      label: 'Magnitude',
      kind: 'number',
      description: 'In the scale that its own column names: other kinds of disasters have others.',
    },
    { names: ['Magnitude Scale', 'Dis Mag Scale'], label: 'Scale of the magnitude', kind: 'category' },
    flag(['OFDA/BHA Response', 'OFDA Response'], 'Response of OFDA or BHA'),
    flag(['Appeal'], 'Appeal for help'),
    flag(['Declaration'], 'State of emergency declared'),
    category('River Basin'),
  ],
  repeats: [],
  last: [
    ...['Historic', 'Classification Key', 'External IDs', 'ISO', 'Seq', 'CPI', 'Admin Units', 'Entry Date'],
    ...['Last Update', 'GADM Admin Units', 'Adm Level', 'Admin1 Code', 'Admin2 Code', 'Geo Locations'],
  ],
};
