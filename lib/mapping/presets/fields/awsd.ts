import type { KnownField, LayoutFields } from './known-field';

const sum = (name: string, label: string = name): KnownField => ({
  ...{ names: [name], label, kind: 'number', aggregate: 'sum' },
});
const category = (name: string, label: string = name): KnownField => ({
  names: [name],
  label,
  kind: 'category',
});

/** The Aid Worker Security Database beside what its mapping reads. Its numbers are aid workers. */
export const AWSD_FIELDS: LayoutFields = {
  fields: [
    sum('Total kidnapped', 'Kidnapped'),
    sum('Total affected', 'Affected'),
    sum('Total nationals', 'Nationals affected'),
    sum('Total internationals', 'Internationals affected'),
    sum('Nationals killed'),
    sum('Internationals killed'),
    sum('Nationals wounded'),
    sum('Internationals wounded'),
    sum('Nationals kidnapped'),
    sum('Internationals kidnapped'),
    category('Actor type', 'Kind of perpetrator'),
    category('Motive'),
    category('Location', 'Kind of place'),
    sum('UN', 'Staff of the UN affected'),
    sum('INGO', 'Staff of international NGOs affected'),
    sum('NNGO', 'Staff of national NGOs affected'),
    sum('LNGO and NRCS', 'Staff of local NGOs and Red Cross societies affected'),
    sum('ICRC', 'Staff of the ICRC affected'),
    sum('NRCS and IFRC', 'Staff of Red Cross societies affected'),
    sum('Gender Male', 'Men affected'),
    sum('Gender Female', 'Women affected'),
    sum('Gender Unknown', 'Affected of unknown gender'),
    category('Verified'),
  ],
  repeats: [],
  last: ['Country Code'],
};
