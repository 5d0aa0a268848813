import { ISO_DATES } from '../../../dates/date-rule';
import type { Layout, LayoutColumns, LayoutMapping } from '../layout';
import { actorIn, districtsIn, figure, listIn, published, ruleBy, titleOf } from '../parts';

/**
 * Who published on an event, where that is known of most: a million events name some thousand offices. Else the articles,
 * of which nearly every event has its own, and whose headlines may hold the separator. An article names office, date and
 * headline, so that the notes lose nothing by it.
 */
function sourcing(columns: LayoutColumns): Pick<LayoutMapping, 'sources' | 'notes'> {
  const filled = (name: string | null) => columns.all.find((column) => column.name === name)?.filled ?? 0;
  const [office, article] = [columns.name('source_office'), columns.name('source_article')];
  const isKnown = filled(office) > 0 && filled(office) * 2 > filled(article);
  const original = listIn(columns.names('source_original'));
  if (isKnown) {
    const told = article === null ? 'source_headline' : 'source_article';
    return {
      sources: listIn(columns.names('source_office'), ';'),
      notes: columns.names(told, 'where_description', 'conflict_name'),
    };
  }
  return {
    sources: article === null ? original : listIn([article], ';'),
    notes: columns.names('source_headline', 'where_description', 'conflict_name'),
  };
}

/**
 * UCDP Georeferenced Event Dataset, from its CSV, the API, GeoJSON or HDX. A date_prec over 1 says that the day is not
 * known but lies between start and end: doubt, not an event that lasted. where_prec: 1 exact, 2 within 25 km, 3 and more
 * a district or a larger area (GED codebook 23.1).
 */
export const UCDP_GED: Layout = {
  id: 'ucdp-ged',
  name: 'UCDP GED',
  fits: (columns) => columns.has('id', 'type_of_violence', 'side_a', 'side_b', 'date_start', 'date_end'),
  map(columns) {
    const { name } = columns;
    return {
      date: {
        kind: 'span',
        start: name('date_start') ?? '',
        end: name('date_end') ?? '',
        rule: ISO_DATES,
        meaning: ruleBy(name('date_prec'), { '1': 'lasting' }, 'doubt', 'lasting'),
      },
      id: name('id'),
      title: titleOf((dyad) => dyad, name('dyad_name', 'conflict_name')),
      actors: [...actorIn(name('side_a')), ...actorIn(name('side_b'))],
      type: name('type_of_violence'),
      typeLabels: {
        '1': 'state-based conflict',
        '2': 'non-state conflict',
        '3': 'one-sided violence',
      },
      regions: columns.names('adm_1'),
      districts: districtsIn(columns, 'adm_2'),
      place: name('where_coordinates', 'where_description'),
      country: name('country'),
      lat: name('latitude'),
      lon: name('longitude'),
      geoPrecision: ruleBy(
        name('where_prec'),
        {
          '1': 'exact',
          '2': 'town',
          '3': 'district',
          '4': 'region',
          '5': 'region',
          '6': 'country',
          '7': 'region',
        },
        null,
      ),
      fatalities: figure(name('best', 'best_est'), name('low', 'low_est'), name('high', 'high_est')),
      ...sourcing(columns),
      meta: published({
        description:
          'UCDP Georeferenced Event Dataset (GED). Cite: Sundberg, Ralph, and Erik Melander, 2013, “Introducing the UCDP Georeferenced Event Dataset”, Journal of Peace Research 50 (4).',
        publisher: 'Uppsala Conflict Data Program (UCDP)',
        licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/', closed: null },
        noun: { one: 'event', many: 'events' },
        killed:
          'The killed are combatants of both sides and civilians alike (UCDP: deaths_a, deaths_b, deaths_civilians and deaths_unknown together).',
      }),
    };
  },
};
