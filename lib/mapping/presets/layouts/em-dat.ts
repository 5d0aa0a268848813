import { ISO_DATES } from '../../../dates/date-rule';
import type { Layout } from '../layout';
import { figure, published, titleOf } from '../parts';

/** EM-DAT, the International Disaster Database: exports since 2023 (`DisNo.`) and before (`Dis No`). */
export const EM_DAT: Layout = {
  id: 'em-dat',
  name: 'EM-DAT',
  fits: (columns) =>
    columns.has('Disaster Group', 'Disaster Type', 'Start Year', 'Total Deaths') &&
    columns.name('DisNo', 'Dis No') !== null,
  map(columns) {
    const { name } = columns;
    return {
      date: {
        kind: 'parts',
        year: name('Start Year') ?? '',
        month: name('Start Month'),
        day: name('Start Day'),
        text: null,
        rule: ISO_DATES,
      },
      id: name('DisNo', 'Dis No'),
      title: titleOf((type, country) => `${type} in ${country}`, name('Disaster Type'), name('Country')),
      type: name('Disaster Type'),
      subtypes: columns.names('Disaster Subtype'),
      place: name('Location'),
      country: name('Country'),
      lat: name('Latitude'),
      lon: name('Longitude'),
      fatalities: figure(name('Total Deaths')),
      injured: figure(name('No Injured')),
      notes: columns.names('Event Name', 'Origin'),
      meta: published({
        description:
          'EM-DAT, the International Disaster Database, emdat.be. Its terms of use do not allow its rows to be passed on.',
        publisher: 'CRED, UCLouvain',
        licence: {
          name: 'EM-DAT terms of use: rows may not be passed on',
          url: 'https://doc.emdat.be/docs/legal/terms-of-use/',
          closed: 'The terms of use of EM-DAT do not allow its rows to be passed on.',
        },
        noun: { one: 'disaster', many: 'disasters' },
        killed: 'The killed include those who are missing.',
      }),
    };
  },
};
