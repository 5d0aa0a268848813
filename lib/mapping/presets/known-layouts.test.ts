import { describe, expect, it } from 'vitest';
import { linesTable, proposalOf, propose } from '../../../testing/files/proposal-sample';
import type { Mapping } from '../mapping';
import type { Proposal } from '../proposal';
import { GDELT_1, GDELT_2 } from './layouts/gdelt';

/** A table of made-up rows: names by blanks, and for each row the cells that are not empty, by name. */
function madeUp(names: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = rows.map((row) => names.map((name) => row[name] ?? '').join('|'));
  return [names.join('|'), ...lines].join('\n');
}

async function settled(text: string): Promise<Proposal & { readonly mapping: Mapping }> {
  const proposal = await proposalOf(text);
  if (!proposal.mapping) throw new Error(proposal.refusal?.reason);
  return { ...proposal, mapping: proposal.mapping };
}

/** The 31 columns of an ACLED export of today. */
const ACLED_NEW =
  `event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1
  inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude
  longitude geo_precision source source_scale notes fatalities tags timestamp`.split(/\s+/);

const ACLED_OLD =
  `ISO EVENT_ID_CNTY EVENT_ID_NO_CNTY EVENT_DATE YEAR TIME_PRECISION EVENT_TYPE SUB_EVENT_TYPE ACTOR1
  ASSOC_ACTOR_1 INTER1 ACTOR2 ASSOC_ACTOR_2 INTER2 INTERACTION REGION COUNTRY ADMIN1 ADMIN2 ADMIN3 LOCATION LATITUDE LONGITUDE
  GEO_PRECISION SOURCE SOURCE_SCALE NOTES FATALITIES`.split(/\s+/);

const acledRow = {
  event_id_cnty: 'KEN101',
  event_date: '22 March 2024',
  time_precision: '2',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Unidentified Armed Group (Kenya)',
  actor2: 'Police Forces of Kenya (2022-)',
  admin1: 'Mandera',
  admin2: 'Mandera East',
  admin3: 'Township',
  location: 'Mandera',
  latitude: '3.93',
  longitude: '41.86',
  geo_precision: '2',
  source: 'Daily Nation; Undisclosed Source',
  fatalities: '3',
};

describe('ACLED', () => {
  it('of today, 31 columns', async () => {
    const { mapping, questions, placeholders, groups } = await settled(
      madeUp(ACLED_NEW, [acledRow, { ...acledRow, event_id_cnty: 'KEN102', actor1: 'Al Shabaab' }]),
    );
    expect(ACLED_NEW).toHaveLength(31);
    expect(questions).toEqual([]);
    expect(placeholders).toEqual([]);
    expect(groups).toEqual([]);
    expect(mapping).toMatchObject({
      layout: 'acled',
      date: {
        kind: 'one',
        column: 'event_date',
        rule: { language: 'en' },
        precision: { column: 'time_precision', values: { '1': 'day', '2': 'week', '3': 'month' } },
      },
      id: 'event_id_cnty',
      title: '{sub_event_type} in {location}',
      type: 'event_type',
      subtypes: ['sub_event_type'],
      regions: ['admin1'],
      districts: ['admin2', 'admin3'],
      geoPrecision: { values: { '1': 'exact', '2': 'town', '3': 'region' } },
      fatalities: { low: null, best: 'fatalities', high: null },
      sources: { columns: ['source'], separator: ';' },
      initiator: { fixed: 'unclear' },
    });
    expect(mapping.actors.map(({ column, separator, relation }) => [column, separator, relation])).toEqual([
      ['actor1', null, { fixed: 'involved' }],
      ['assoc_actor_1', ';', { fixed: 'involved' }],
      ['actor2', null, { fixed: 'involved' }],
      ['assoc_actor_2', ';', { fixed: 'involved' }],
    ]);
    expect(mapping.meta.licence?.name).toContain('may not be passed on');
  });

  it('of old, in upper case and with days first', async () => {
    const row = Object.fromEntries(
      Object.entries(acledRow).map(([key, value]) => [key.toUpperCase(), value]),
    );
    const { mapping, questions } = await settled(madeUp(ACLED_OLD, [{ ...row, EVENT_DATE: '22/03/2014' }]));
    expect(questions).toEqual([]);
    expect(mapping).toMatchObject({
      layout: 'acled',
      date: { column: 'EVENT_DATE', rule: { order: 'day-first' } },
      id: 'EVENT_ID_CNTY',
      targets: null,
    });
  });

  it('is asked about where no day is over 12', async () => {
    const { questions } = await settled(
      madeUp(ACLED_NEW, [
        { ...acledRow, event_date: '02/03/2024' },
        { ...acledRow, event_date: '05/04/2024' },
      ]),
    );
    expect(questions.map(({ id }) => id)).toEqual(['date-order']);
  });
});

/** Columns of the GTD codebook; those that are of no matter to Annals are few here, for their places do not count. */
const GTD_NAMES =
  `eventid iyear imonth iday approxdate extended resolution country country_txt region region_txt provstate city
  latitude longitude specificity vicinity location summary crit1 crit2 crit3 doubtterr alternative alternative_txt multiple success
  suicide attacktype1 attacktype1_txt attacktype2 attacktype2_txt attacktype3 attacktype3_txt targtype1 targtype1_txt targsubtype1
  targsubtype1_txt corp1 target1 natlty1 natlty1_txt gname gsubname gname2 gsubname2 gname3 gsubname3 motive guncertain1 guncertain2
  guncertain3 individual nperps nperpcap claimed claimmode claimmode_txt claim2 claimmode2 claim3 compclaim weaptype1 weaptype1_txt
  nkill nkillus nkillter nwound nwoundus nwoundte property addnotes scite1 scite2 scite3 dbsource`.split(
    /\s+/,
  );

const gtdRow = {
  eventid: '202103010001',
  iyear: '2021',
  imonth: '3',
  iday: '0',
  approxdate: 'March 1-3, 2021',
  country_txt: 'Iraq',
  provstate: 'Diyala',
  city: 'Baqubah',
  attacktype1_txt: 'Bombing/Explosion',
  gname: 'Unknown',
  guncertain1: '0',
  claimed: '-9',
  nkill: '-99',
};

describe('the Global Terrorism Database', () => {
  it('reads dates in parts, claims, doubt and codes for unknown', async () => {
    const { mapping, questions, placeholders } = await settled(
      madeUp(GTD_NAMES, [
        gtdRow,
        { ...gtdRow, eventid: '202103010002', gname: 'Islamic State', claimed: '1' },
      ]),
    );
    expect(questions).toEqual([]);
    expect(mapping).toMatchObject({
      layout: 'gtd',
      date: { kind: 'parts', year: 'iyear', month: 'imonth', day: 'iday', text: 'approxdate' },
      id: 'eventid',
      type: 'attacktype1_txt',
      subtypes: ['attacktype2_txt', 'attacktype3_txt'],
      targets: { columns: ['targtype1_txt', 'corp1', 'target1'] },
      regions: ['provstate'],
      place: 'city',
      country: 'country_txt',
      fatalities: { best: 'nkill' },
      injured: { best: 'nwound' },
      perpetratorsKilled: { best: 'nkillter' },
      unknownNumbers: ['-9', '-99'],
      natureDisputed: { column: 'doubtterr', values: { '1': true }, otherwise: false },
      sources: { columns: ['scite1', 'scite2', 'scite3'] },
    });
    expect(mapping.actors).toEqual(
      [
        ['gname', 'claimed', 'guncertain1'],
        ['gname2', 'claim2', 'guncertain2'],
        ['gname3', 'claim3', 'guncertain3'],
      ].map(([column, claim, uncertain]) => ({
        column,
        separator: null,
        relation: { column: claim, values: { '1': 'claimed' }, otherwise: 'attributed' },
        certainty: { column: uncertain, values: { '1': 'possible' }, otherwise: 'certain' },
      })),
    );
    expect(placeholders).toEqual([{ text: 'Unknown', count: 1 }]);
  });
});

const GED =
  `id relid year active_year code_status type_of_violence conflict_new_id conflict_name dyad_new_id dyad_name side_a side_b
  number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates
  where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start
  date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low`.split(/\s+/);

const gedRow = {
  id: '1',
  type_of_violence: '3',
  dyad_name: 'IS - Civilians',
  adm_1: 'Raqqa',
  adm_2: 'Thawra',
  side_a: 'IS',
  side_b: 'Civilians',
  date_prec: '5',
  date_start: '2016-01-01 00:00:00.000',
  date_end: '2016-12-31 00:00:00.000',
  low: '1',
  best: '2',
  high: '3',
};

describe('UCDP GED', () => {
  const expected = {
    layout: 'ucdp-ged',
    id: 'id',
    title: '{dyad_name}',
    type: 'type_of_violence',
    typeLabels: { '1': 'state-based conflict', '2': 'non-state conflict', '3': 'one-sided violence' },
    regions: ['adm_1'],
    districts: ['adm_2'],
    place: 'where_coordinates',
    fatalities: { low: 'low', best: 'best', high: 'high' },
    targets: null,
    meta: { licence: { name: 'CC BY 4.0' } },
  };

  it('takes a span whose day is not known for doubt', async () => {
    const { mapping, questions } = await settled(madeUp(GED, [gedRow]));
    expect(questions).toEqual([]);
    expect(mapping).toMatchObject(expected);
    expect(mapping.date).toMatchObject({
      kind: 'span',
      start: 'date_start',
      end: 'date_end',
      meaning: { column: 'date_prec', values: { '1': 'lasting' }, otherwise: 'doubt' },
    });
  });

  it.each([
    ['offices', { source_office: 'Reuters;BBC' }, 'source_office', 'source_article'],
    ['articles, where few offices are filled in', { source_office: '' }, 'source_article', 'source_headline'],
  ])('names as its sources the %s', async (_, cells, source, note) => {
    const row = {
      ...gedRow,
      source_article: '"Reuters,2016-02-01,Raid";"BBC,2016-02-01,Raid; two held"',
      ...cells,
    };
    const { mapping } = await settled(madeUp(GED, [row]));
    expect(mapping.sources).toEqual({ columns: [source], separator: ';' });
    expect(mapping.notes).toEqual([note, 'where_description', 'conflict_name']);
  });

  it('of an edition without precision lasts', async () => {
    const { mapping } = await settled(
      madeUp(
        GED.filter((name) => !/prec$/.test(name)),
        [gedRow],
      ),
    );
    expect(mapping).toMatchObject({ ...expected, geoPrecision: { fixed: null } });
    expect(mapping.date).toMatchObject({ meaning: { fixed: 'lasting' } });
  });
});

describe('GDELT, which has no header', () => {
  const row = {
    GlobalEventID: '1163',
    SQLDATE: '20240322',
    MonthYear: '202403',
    Year: '2024',
    FractionDate: '2024.2219',
    Actor1Name: 'POLICE',
    Actor2Name: 'MOSCOW',
    EventCode: '190',
    EventRootCode: '19',
    ActionGeo_Type: '4',
    ActionGeo_FullName: 'Moscow, Moskva, Russia',
    ActionGeo_Lat: '55.7522',
    ActionGeo_Long: '37.6156',
    SOURCEURL: 'https://example.org/a',
  };

  it.each([
    ['61 columns', GDELT_2, 61, 53, 60],
    ['58 columns', GDELT_1, 58, 51, 57],
  ])('%s', async (_, names, count, place, url) => {
    expect(names).toHaveLength(count);
    const places = names.map((_name, at) => `column ${at + 1}`);
    const byName = madeUp(names, [row, { ...row, GlobalEventID: '1164' }])
      .split('\n')
      .slice(1);
    const { mapping, questions } = await settled([places.join('|'), ...byName].join('\n'));
    expect(questions).toEqual([]);
    expect(mapping).toMatchObject({
      layout: 'gdelt',
      date: { kind: 'one', column: 'column 2', rule: { numbers: 'compact' } },
      id: 'column 1',
      type: 'column 29',
      subtypes: ['column 27'],
      place: `column ${place}`,
      lat: `column ${place + (count === 61 ? 4 : 3)}`,
      sources: { columns: [`column ${count}`] },
    });
    expect(url).toBe(count - 1);
    expect(mapping.actors.map(({ column }) => column)).toEqual(['column 7', 'column 17']);
    expect(mapping.typeLabels['19']).toBe('fight');
  });

  it('is not seen in any table of 58 columns', async () => {
    const places = Array.from({ length: 58 }, (_, at) => `column ${at + 1}`).join('|');
    const { mapping } = await proposalOf(`${places}\nA|2024-03-22|x\nB|2024-03-23|y`);
    expect(mapping?.layout).toBeNull();
  });
});

describe('timelines', () => {
  it('knows the sheet of TimelineJS', async () => {
    const { mapping } = await settled(
      `Year|Month|Day|Time|End Year|End Month|End Day|End Time|Display Date|Headline|Text|Media|Media Credit|Media Caption|Media Thumbnail|Type|Group|Background
       2021|3|4||||||| First | It began | https://x.org/1.jpg ||||| Attacks|
       2021|||||||||Later|It went on||||||Attacks|`,
    );
    expect(mapping).toMatchObject({
      layout: 'timelinejs',
      date: { kind: 'parts', year: 'Year', month: 'Month', day: 'Day' },
      title: '{Headline}',
      type: 'Group',
      sources: { columns: ['Media'] },
      notes: ['Text'],
    });
  });

  it('knows the JSON of TimelineJS', async () => {
    const { mapping } = await settled(
      'start_date.year|start_date.month|start_date.day|text.headline|text.text|media.url\n2021|3|4|First|It began|https://x.org/1.jpg',
    );
    expect(mapping).toMatchObject({
      layout: 'timelinejs',
      date: { kind: 'parts', year: 'start_date.year', month: 'start_date.month', day: 'start_date.day' },
      title: '{text.headline}',
    });
  });

  it('knows the events of TimeMap', async () => {
    const { mapping } = await settled(
      'id|date|time|description|location|latitude|longitude|sources\n1|2021-03-14|12:00|A strike|Kabul|34.5|69.2|s1|s2',
    );
    expect(mapping).toMatchObject({
      layout: 'timemap',
      date: { kind: 'one', column: 'date' },
      id: 'id',
      notes: ['description'],
      place: 'location',
    });
  });
});

it('gives a reason for every column that a layout uses', async () => {
  const { reasons } = await propose(linesTable(madeUp(GED, [gedRow])));
  expect(reasons.every(({ certainty, columns }) => certainty === 'certain' && columns.length > 0)).toBe(true);
  expect(reasons.find(({ field }) => field === 'fatalities')?.columns).toEqual(['low', 'best', 'high']);
});
