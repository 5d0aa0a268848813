import { ISO_DATES } from '../../../dates/date-rule';
import type { Layout } from '../layout';
import { listIn, titleOf } from '../parts';

/** Events of Forensic Architecture's TimeMap: id, date, time, description, location, coordinates, sources. */
export const TIME_MAP: Layout = {
  id: 'timemap',
  name: 'TimeMap',
  fits: (columns) =>
    columns.has('date', 'time', 'description', 'location', 'latitude', 'longitude') &&
    columns.name('sources', 'source1', 'associations', 'association1') !== null,
  map(columns) {
    const { name } = columns;
    return {
      date: { kind: 'one', column: name('date') ?? '', rule: ISO_DATES, precision: null },
      id: name('id'),
      title: titleOf((title) => title, name('title')),
      type: name('category', 'type', 'association1'),
      place: name('location'),
      lat: name('latitude'),
      lon: name('longitude'),
      sources: listIn(columns.names('sources', 'source1', 'source2', 'source3', 'source4'), '|'),
      notes: columns.names('description'),
    };
  },
};
