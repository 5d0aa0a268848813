import { ISO_DATES } from '../../../dates/date-rule';
import type { Layout } from '../layout';
import { actorIn, listIn, published } from '../parts';

/**
 * POLECAT (PLOVER scheme), 39 to 40 columns. `Actor Name` acts, `Recipient Name` is acted upon; several in a cell are parted
 * by semicolons. Rows are codings of news by a machine, not incidents.
 */
export const POLECAT: Layout = {
  id: 'polecat',
  name: 'POLECAT',
  fits: (columns) => columns.has('Event Date', 'Event Type', 'Event Mode', 'Actor Name', 'Recipient Name'),
  map(columns) {
    const { name } = columns;
    return {
      date: { kind: 'one', column: name('Event Date') ?? '', rule: ISO_DATES, precision: null },
      id: name('Event ID'),
      actors: actorIn(name('Actor Name'), 'involved', ';'),
      targets: listIn(columns.names('Recipient Name'), ';'),
      type: name('Event Type'),
      subtypes: columns.names('Event Mode'),
      regions: columns.names('Province'),
      place: name('City', 'Placename', 'Raw Placename'),
      country: name('Country'),
      lat: name('Latitude'),
      lon: name('Longitude'),
      sources: listIn(columns.names('Source')),
      notes: columns.names('Headline'),
      meta: published({
        description:
          'POLECAT event data. Each row is a mention in the news as a machine coded it; one incident may have many rows, and some rows are none.',
        publisher: 'POLECAT, Harvard Dataverse',
        licence: null,
        noun: { one: 'coded mention', many: 'coded mentions' },
      }),
    };
  },
};
