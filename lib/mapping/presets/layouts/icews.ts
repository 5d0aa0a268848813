import { ISO_DATES } from '../../../dates/date-rule';
import { uniqueness } from '../../guess/columns/content';
import type { Layout, LayoutColumns } from '../layout';
import { actorIn, listIn, published } from '../parts';

/** Event ids of ICEWS come again in some years; then the content of a row names it. */
function ownId({ all, name }: LayoutColumns): string | null {
  const id = all.find((column) => column.name === name('Event ID'));
  return id && id.distinct !== null && uniqueness(id) === 1 ? id.name : null;
}

/**
 * ICEWS coded event data of the Harvard Dataverse. `Source Name` is who acts and `Target Name` who is acted upon; `Publisher`
 * is who reported it. Rows are codings of news by a machine, not incidents.
 */
export const ICEWS: Layout = {
  id: 'icews',
  name: 'ICEWS',
  fits: (columns) => columns.has('Event Date', 'Source Name', 'Target Name', 'Event Text'),
  map(columns) {
    const { name } = columns;
    return {
      date: { kind: 'one', column: name('Event Date') ?? '', rule: ISO_DATES, precision: null },
      id: ownId(columns),
      actors: actorIn(name('Source Name')),
      targets: listIn(columns.names('Target Name')),
      type: name('Event Text'),
      regions: columns.names('Province'),
      place: name('City'),
      country: name('Country'),
      lat: name('Latitude'),
      lon: name('Longitude'),
      sources: listIn(columns.names('Publisher')),
      meta: published({
        description:
          'Integrated Crisis Early Warning System (ICEWS) event data. Each row is a mention in the news as a machine coded it; one incident may have many rows, and some rows are none.',
        publisher: 'ICEWS, Harvard Dataverse',
        licence: null,
        noun: { one: 'coded mention', many: 'coded mentions' },
      }),
    };
  },
};
