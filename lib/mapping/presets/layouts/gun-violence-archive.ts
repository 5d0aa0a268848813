import { ISO_DATES } from '../../../dates/date-rule';
import type { Layout, LayoutColumns } from '../layout';
import { figure, listIn, published } from '../parts';

/** Older exports count everybody who was killed; those since 2022 count victims and suspects apart. */
function whoIsKilled({ name }: LayoutColumns): string {
  return name('Victims Killed') === null
    ? 'The killed include suspects.'
    : 'The killed are victims; suspects who were killed are counted apart.';
}

/** Gun Violence Archive: its own exports, old and new, and the file of 2013 to 2018 that is passed around. */
export const GUN_VIOLENCE_ARCHIVE: Layout = {
  id: 'gun-violence-archive',
  name: 'the Gun Violence Archive',
  fits: (columns) =>
    columns.has('City Or County', 'State') &&
    columns.name('Incident ID') !== null &&
    columns.name('Incident Date', 'date') !== null &&
    columns.name('Victims Killed', '# Killed', 'n_killed') !== null,
  map(columns) {
    const { name } = columns;
    return {
      date: {
        kind: 'one',
        column: name('Incident Date', 'date') ?? '',
        rule: ISO_DATES,
        precision: null,
      },
      id: name('Incident ID'),
      regions: columns.names('State'),
      place: name('City Or County'),
      lat: name('Latitude'),
      lon: name('Longitude'),
      fatalities: figure(name('Victims Killed', '# Killed', 'n_killed')),
      injured: figure(name('Victims Injured', '# Injured', 'n_injured')),
      perpetratorsKilled: figure(name('Suspects Killed')),
      sources: listIn(columns.names('sources', 'source_url', 'incident_url'), '||'),
      notes: columns.names('incident_characteristics', 'notes'),
      meta: published({
        description:
          'Gun Violence Archive, gunviolencearchive.org: incidents of gun violence in the United States.',
        publisher: 'Gun Violence Archive',
        licence: null,
        noun: null,
        killed: whoIsKilled(columns),
      }),
    };
  },
};
