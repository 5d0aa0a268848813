import { ISO_DATES } from '../../../dates/date-rule';
import type { Layout } from '../layout';
import { actorIn, figure, listIn, published } from '../parts';

/**
 * The Worldwide Atrocities Dataset of the Political Instability Task Force. Its days stand in columns of their own; a day or
 * month that is blank is not known. Campaigns, which run over months, are rows like incidents and told by their type.
 */
export const PITF: Layout = {
  id: 'pitf',
  name: 'the PITF Worldwide Atrocities Dataset',
  fits: (columns) => columns.has('Event Type', 'Start Year', 'Start Month', 'Country', 'Deaths Number'),
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
      actors: [
        ...actorIn(name('Perpetrator', 'Perp', 'Perpetrator Name'), 'attributed'),
        ...actorIn(name('Perpetrator State', 'Perp State'), 'attributed'),
      ],
      targets: listIn(columns.names('Victim', 'Victims', 'Victim Identity')),
      type: name('Event Type'),
      place: name('Location', 'Place', 'Location Name', 'City'),
      country: name('Country'),
      lat: name('Latitude'),
      lon: name('Longitude'),
      fatalities: figure(name('Deaths Number')),
      injured: figure(name('Injured Number', 'Injuries Number')),
      sources: listIn(columns.names('Source', 'Reporting Source', 'Source 1', 'Source 2')),
      notes: columns.names('Description', 'Comments'),
      meta: published({
        description:
          'Political Instability Task Force (PITF) Worldwide Atrocities Dataset: reports of the deliberate killing of non-combatants.',
        publisher: 'Political Instability Task Force',
        licence: null,
        noun: { one: 'atrocity', many: 'atrocities' },
        killed: 'The killed are non-combatants.',
      }),
    };
  },
};
