import { ISO_DATES } from '../../../dates/date-rule';
import type { Certainty, Relation } from '../../../series/model';
import type { ValueRule } from '../../mapping';
import type { Layout, LayoutColumns } from '../layout';
import { actorIn, figure, listIn, published, ruleBy, titleOf } from '../parts';

/**
 * A group and its columns: what is claimed (claimed, claim2, claim3 = 1) is a claim, all else is attributed; where the
 * coders say that the attribution is suspected (guncertain = 1), the link is possible only.
 */
function group(columns: LayoutColumns, gname: string, claim: string, uncertain: string) {
  const relation: ValueRule<Relation> = ruleBy<Relation>(
    columns.name(claim),
    { '1': 'claimed' },
    'attributed',
  );
  const certainty: ValueRule<Certainty> = ruleBy<Certainty>(
    columns.name(uncertain),
    { '1': 'possible' },
    'certain',
  );
  return actorIn(columns.name(gname), relation, null, certainty);
}

/**
 * Global Terrorism Database, 135 columns (codebook of 2021). Zeros in month and day and −9 and −99 stand for unknown.
 * doubtterr = 1 says that it may not have been terrorism at all. A specificity over 1 is the middle of an area.
 */
export const GTD: Layout = {
  id: 'gtd',
  name: 'the Global Terrorism Database',
  fits: (columns) => columns.has('eventid', 'iyear', 'imonth', 'iday', 'gname'),
  map(columns) {
    const { name } = columns;
    return {
      date: {
        kind: 'parts',
        year: name('iyear') ?? '',
        month: name('imonth'),
        day: name('iday'),
        text: name('approxdate'),
        rule: ISO_DATES,
      },
      id: name('eventid'),
      title: titleOf((type, city) => `${type} in ${city}`, name('attacktype1_txt'), name('city')),
      actors: [
        ...group(columns, 'gname', 'claimed', 'guncertain1'),
        ...group(columns, 'gname2', 'claim2', 'guncertain2'),
        ...group(columns, 'gname3', 'claim3', 'guncertain3'),
      ],
      targets: listIn(columns.names('targtype1_txt', 'corp1', 'target1')),
      type: name('attacktype1_txt', 'attacktype1'),
      subtypes: columns.names('attacktype2_txt', 'attacktype3_txt'),
      regions: columns.names('provstate'),
      place: name('city'),
      country: name('country_txt'),
      lat: name('latitude'),
      lon: name('longitude'),
      geoPrecision: ruleBy(
        name('specificity'),
        { '1': 'town', '2': 'district', '3': 'district', '4': 'region', '5': 'country' },
        null,
      ),
      fatalities: figure(name('nkill')),
      injured: figure(name('nwound')),
      perpetratorsKilled: figure(name('nkillter')),
      unknownNumbers: ['-9', '-99'],
      sources: listIn(columns.names('scite1', 'scite2', 'scite3')),
      notes: columns.names('summary', 'addnotes'),
      initiator: { fixed: 'non-state' },
      natureDisputed: ruleBy(name('doubtterr'), { '1': true }, false),
      meta: published({
        description:
          'Global Terrorism Database (GTD), National Consortium for the Study of Terrorism and Responses to Terrorism (START), University of Maryland. Its end user licence does not allow its rows to be passed on.',
        publisher: 'START, University of Maryland',
        licence: {
          name: 'GTD end user licence: rows may not be passed on',
          url: 'https://www.start.umd.edu/gtd/end-user-agreement/',
          closed: 'The end user licence of the GTD does not allow its rows to be passed on.',
        },
        noun: { one: 'attack', many: 'attacks' },
      }),
    };
  },
};
