import { ISO_DATES } from '../../../dates/date-rule';
import type { Layout, LayoutColumns } from '../layout';
import { actorIn, figure, listIn, published } from '../parts';

/** The town, where the export has any: those that are made anonymous have none, and some tables have no such column. */
function placeIn({ all, name, names }: LayoutColumns): string | null {
  const isFilled = (one: string) => (all.find((column) => column.name === one)?.filled ?? 0) > 0;
  const places = names('City', 'District');
  return places.find(isFilled) ?? places[0] ?? name('Location');
}

/**
 * The Aid Worker Security Database. `Total killed` and `Total wounded` are aid workers, nationals and internationals
 * together; `Location` says what kind of place it was (a road, an office), not where.
 */
export const AWSD: Layout = {
  id: 'awsd',
  name: 'the Aid Worker Security Database',
  fits: (columns) =>
    columns.has(
      'Incident ID',
      'Year',
      'Nationals killed',
      'Internationals killed',
      'Total killed',
      'Means of attack',
    ),
  map(columns) {
    const { name } = columns;
    return {
      date: {
        kind: 'parts',
        year: name('Year') ?? '',
        month: name('Month'),
        day: name('Day'),
        text: null,
        rule: ISO_DATES,
      },
      id: name('Incident ID'),
      actors: actorIn(name('Actor name'), 'attributed'),
      type: name('Means of attack'),
      subtypes: columns.names('Attack context'),
      regions: columns.names('Region'),
      place: placeIn(columns),
      country: name('Country'),
      lat: name('Latitude'),
      lon: name('Longitude'),
      fatalities: figure(name('Total killed')),
      injured: figure(name('Total wounded')),
      sources: listIn(columns.names('Source')),
      notes: columns.names('Details'),
      meta: published({
        description: 'Aid Worker Security Database (AWSD), Humanitarian Outcomes, aidworkersecurity.org.',
        publisher: 'Humanitarian Outcomes',
        licence: null,
        noun: null,
        killed: 'The killed are aid workers.',
      }),
    };
  },
};
