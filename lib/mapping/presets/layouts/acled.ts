import { ISO_DATES } from '../../../dates/date-rule';
import type { Layout } from '../layout';
import { actorIn, districtsIn, figure, listIn, published, ruleBy, titleOf } from '../parts';

/**
 * Armed Conflict Location & Event Data, old (upper case, INTERACTION) and new (31 columns) exports alike. The order of
 * actor 1 and 2 implies nothing (ACLED codebook), so both are `involved`.
 */
export const ACLED: Layout = {
  id: 'acled',
  name: 'ACLED',
  fits: (columns) =>
    columns.has('event_date', 'event_type', 'actor1') &&
    columns.name('event_id_cnty', 'event_id_no_cnty', 'data_id') !== null,
  map(columns) {
    const { name } = columns;
    const actor = (column: string) => actorIn(name(column));
    const associated = (column: string) => actorIn(name(column), 'involved', ';');
    return {
      date: {
        kind: 'one',
        column: name('event_date') ?? '',
        rule: ISO_DATES,
        precision: ruleBy(name('time_precision'), { '1': 'day', '2': 'week', '3': 'month' }, 'as-written'),
      },
      id: name('event_id_cnty', 'data_id', 'event_id_no_cnty'),
      title: titleOf(
        (type, place) => `${type} in ${place}`,
        name('sub_event_type', 'event_type'),
        name('location'),
      ),
      actors: [
        ...actor('actor1'),
        ...associated('assoc_actor_1'),
        ...actor('actor2'),
        ...associated('assoc_actor_2'),
      ],
      targets: listIn(columns.names('civilian_targeting')),
      type: name('event_type'),
      subtypes: columns.names('sub_event_type'),
      regions: columns.names('admin1'),
      districts: districtsIn(columns, 'admin2', 'admin3'),
      place: name('location'),
      country: name('country'),
      lat: name('latitude'),
      lon: name('longitude'),
      geoPrecision: ruleBy(name('geo_precision'), { '1': 'exact', '2': 'town', '3': 'region' }, null),
      fatalities: figure(name('fatalities')),
      sources: listIn(columns.names('source'), ';'),
      notes: columns.names('notes'),
      meta: published({
        description:
          'Armed Conflict Location & Event Data (ACLED), acleddata.com. Its terms of use do not allow its rows to be passed on.',
        publisher: 'Armed Conflict Location & Event Data (ACLED)',
        licence: {
          name: 'ACLED terms of use: rows may not be passed on',
          url: 'https://acleddata.com/terms-and-conditions',
          closed: 'The terms of use of ACLED do not allow its rows to be passed on.',
        },
        noun: { one: 'event', many: 'events' },
      }),
    };
  },
};
