import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { collectSeries, openQuestions } from '../../testing/files/collect-series';
import { textSource } from '../../testing/files/text-source';
import { type ByteSource, blobSource } from '../formats/source/byte-source';
import type { DatasetId, Estimate } from '../series/model';
import { examine } from './run/import-file';

type Row = Readonly<Record<string, string>>;

/** Rows under the columns of a layout; a cell that is not given is empty. */
const cellsOf = (names: readonly string[], rows: readonly Row[]) =>
  rows.map((row) => names.map((name) => row[name] ?? ''));
const asCsv = (names: readonly string[], rows: readonly Row[]) =>
  textSource(stringify([names, ...cellsOf(names, rows)]), 'rows.csv');
const asJson = (json: unknown) => textSource(JSON.stringify(json), 'rows.json');

async function asWorkbook(names: readonly string[], rows: readonly Row[]): Promise<ByteSource> {
  const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
  const cell = (text: string) => {
    if (text === '') return null;
    return isNumber(text) ? { value: Number(text), type: Number } : { value: text, type: String };
  };
  const sheet = [names, ...cellsOf(names, rows)].map((row) => row.map(cell));
  const write = writeXlsxFile as unknown as (data: unknown) => {
    toBuffer(): Promise<Uint8Array<ArrayBuffer>>;
  };
  return blobSource(new Blob([await write(sheet).toBuffer()]), 'rows.xlsx');
}

const figures = ({ low, best, high }: Estimate) => [low, best, high].map((one) => one ?? '-').join(' ');

/** What an import makes of a file, as a person would write it down. */
async function imported(source: ByteSource) {
  const found = await examine(source);
  if (found.kind !== 'table') throw new Error(JSON.stringify(found));
  expect(openQuestions(found)).toEqual([]);
  const { series, problems, counts } = await collectSeries(found, null, {
    id: 'mine' as DatasetId,
    title: 'Mine',
  });
  expect(counts.read).toBe(counts.incidents + counts.problems + counts.skipped);
  const labels = new Map(
    [...series.types, ...series.regions].map(({ id, label }) => [id as string, label] as const),
  );
  const actors = new Map(series.actors.map(({ id, name }) => [id, name]));
  const publishers = new Map(series.sources.map(({ id, publisher }) => [id, publisher]));
  const incidents = series.incidents.map((one) => ({
    id: one.id,
    date: one.date.edtf,
    title: one.title,
    type: [one.type, ...one.subtypes].map((id) => labels.get(id ?? '') ?? '-').join(' > '),
    where: [one.place.name, ...one.regions.map((id) => labels.get(id)), one.place.country].join(' / '),
    point: `${one.place.lat} ${one.place.lon} ${one.place.precision}`,
    who: one.links.map((link) => `${actors.get(link.actor)}: ${link.relation}, ${link.certainty}`).sort(),
    killed: figures(one.fatalities),
    sources: one.sources.map((id) => publishers.get(id)),
  }));
  const codes = problems.map(({ row, code }) => `${row} ${code}`);
  return { layout: found.proposal.mapping?.layout, incidents, codes, counts, series };
}

const ACLED =
  `event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1
  inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude
  longitude geo_precision source source_scale notes fatalities tags timestamp`.split(/\s+/);

const clash: Row = {
  event_id_cnty: 'KEN101',
  event_date: '22 March 2024',
  year: '2024',
  time_precision: '1',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Al Shabaab',
  actor2: 'Police Forces of Kenya (2022-)',
  assoc_actor_2: 'General Service Unit; Civilians (Kenya)',
  country: 'Kenya',
  admin1: 'Mandera',
  location: 'Elwak',
  latitude: '2.8019',
  longitude: '40.9331',
  geo_precision: '1',
  source: 'Daily Nation; Radio Ergo',
  fatalities: '3',
};

const clashMade = {
  id: 'KEN101',
  date: '2024-03-22',
  title: 'Armed clash in Elwak',
  type: 'Battles > Armed clash',
  where: 'Elwak / Mandera / Kenya',
  point: '2.8019 40.9331 exact',
  who: [
    'Al Shabaab: involved, certain',
    'Civilians (Kenya): involved, certain',
    'General Service Unit: involved, certain',
    'Police Forces of Kenya (2022-): involved, certain',
  ],
  killed: '3 3 3',
  sources: ['Daily Nation', 'Radio Ergo'],
};

describe('ACLED', () => {
  it('of today becomes incidents with the precision, actors and sources that its codes give', async () => {
    const made = await imported(
      asCsv(ACLED, [
        clash,
        {
          ...clash,
          event_id_cnty: 'KEN102',
          event_date: '23 March 2024',
          time_precision: '2',
          geo_precision: '2',
        },
        {
          ...clash,
          event_id_cnty: 'KEN103',
          event_date: '1 February 2024',
          time_precision: '3',
          geo_precision: '3',
        },
        clash,
        { ...clash, event_id_cnty: 'KEN102', fatalities: '4' },
        { ...clash, event_id_cnty: 'KEN104', event_date: 'soon' },
      ]),
    );
    expect(made.layout).toBe('acled');
    expect(made.incidents).toEqual([
      clashMade,
      {
        ...clashMade,
        id: 'KEN102',
        date: '[2024-03-20..2024-03-26]',
        point: '2.8019 40.9331 town',
      },
      { ...clashMade, id: 'KEN103', date: '2024-02', point: '2.8019 40.9331 region' },
    ]);
    expect(made.codes).toEqual(['5 repeated-row', '6 conflicting-row', '7 date-not-understood']);
    expect(made.counts).toEqual({ read: 6, incidents: 3, problems: 2, skipped: 1, cells: 0, warnings: 0 });
  });

  it.each([
    ['with the days of an API', (row: Row) => ({ ...row, event_date: '2024-03-22T00:00:00Z' })],
    ['with ISO days', (row: Row) => ({ ...row, event_date: '2024-03-22' })],
  ])('%s is the same', async (_, change) => {
    expect((await imported(asCsv(ACLED, [change(clash)]))).incidents).toEqual([clashMade]);
  });

  it('of old, in upper case and with the day first, is the same', async () => {
    const old = ACLED.filter((name) => !/^(disorder|civilian|tags|timestamp)/.test(name));
    const rows = [clash, { ...clash, event_id_cnty: 'KEN090', event_date: '5/03/2024' }].map((row) =>
      Object.fromEntries(
        Object.entries({ ...row, event_date: row.event_date!.replace('22 March 2024', '22/03/2024') }).map(
          ([name, cell]) => [name.toUpperCase(), cell],
        ),
      ),
    );
    const made = await imported(
      asCsv(
        old.map((name) => name.toUpperCase()),
        rows,
      ),
    );
    expect(made.layout).toBe('acled');
    expect(made.incidents).toEqual([clashMade, { ...clashMade, id: 'KEN090', date: '2024-03-05' }]);
  });
});

const GTD =
  `eventid iyear imonth iday approxdate extended resolution country country_txt region region_txt provstate city
  latitude longitude specificity vicinity location summary crit1 crit2 crit3 doubtterr alternative alternative_txt multiple success
  suicide attacktype1 attacktype1_txt attacktype2 attacktype2_txt targtype1 targtype1_txt corp1 target1 gname gsubname gname2
  gname3 motive guncertain1 guncertain2 guncertain3 claimed claimmode_txt claim2 claim3 compclaim nkill nkillter nwound
  scite1 scite2 scite3 dbsource`.split(/\s+/);

const bombing: Row = {
  eventid: '202103010001',
  iyear: '2021',
  imonth: '3',
  iday: '14',
  country_txt: 'Iraq',
  provstate: 'Diyala',
  city: 'Baqubah',
  latitude: '33.7459',
  longitude: '44.6434',
  specificity: '1',
  doubtterr: '0',
  attacktype1_txt: 'Bombing/Explosion',
  gname: 'Islamic State',
  guncertain1: '0',
  claimed: '1',
  nkill: '2',
  nwound: '7',
  scite1: '"A headline," A Newspaper, March 15, 2021.',
};

const bombingMade = {
  id: '202103010001',
  date: '2021-03-14',
  title: 'Bombing/Explosion in Baqubah',
  type: 'Bombing/Explosion',
  where: 'Baqubah / Diyala / Iraq',
  point: '33.7459 44.6434 town',
  who: ['Islamic State: claimed, certain'],
  killed: '2 2 2',
  sources: ['"A headline," A Newspaper, March 15, 2021.'],
};

describe.each([
  ['CSV', async (rows: readonly Row[]) => asCsv(GTD, rows)],
  ['XLSX', (rows: readonly Row[]) => asWorkbook(GTD, rows)],
])('the Global Terrorism Database as %s', (_, asFile) => {
  it('becomes attacks, with claims, doubt, and no figure for −9 and −99', async () => {
    const made = await imported(
      await asFile([
        bombing,
        {
          ...bombing,
          eventid: '202103010002',
          iday: '0',
          approxdate: 'March 1-3, 2021',
          gname: 'Unknown',
          claimed: '-9',
          nkill: '-99',
          doubtterr: '1',
        },
        {
          ...bombing,
          eventid: '202103010003',
          imonth: '0',
          iday: '0',
          gname: 'Taliban',
          claimed: '0',
          gname2: 'Haqqani Network',
          claim2: '',
          guncertain2: '1',
          specificity: '4',
        },
        {
          ...bombing,
          eventid: '199308000001',
          iyear: '1993',
          imonth: '8',
          iday: '0',
          approxdate: 'August/September 1993',
        },
      ]),
    );
    expect(made.layout).toBe('gtd');
    expect(made.incidents).toEqual([
      bombingMade,
      { ...bombingMade, id: '202103010002', date: '2021-03-01/2021-03-03', who: [], killed: '- - -' },
      {
        ...bombingMade,
        id: '202103010003',
        date: '2021',
        point: '33.7459 44.6434 region',
        who: ['Haqqani Network: attributed, possible', 'Taliban: attributed, certain'],
      },
      { ...bombingMade, id: '199308000001', date: '[1993-08..1993-09]' },
    ]);
    expect(made.series.incidents.map(({ natureDisputed }) => natureDisputed)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(made.series.incidents.map(({ injured }) => injured.best)).toEqual([7, 7, 7, 7]);
    expect(new Set(made.series.incidents.map(({ initiator }) => initiator))).toEqual(new Set(['non-state']));
    expect(made.codes).toEqual([]);
  });
});

/** Places of the columns from 0, by the codebooks of GDELT 1.0 and 2.0. */
const GDELT_1 = { width: 58, type: 49, name: 50, country: 51, lat: 53, lon: 54, url: 57 };
const GDELT_2 = { width: 61, type: 51, name: 52, country: 53, lat: 56, lon: 57, url: 60 };

function gdeltLine(places: typeof GDELT_1, id: string, root: string): string {
  const cells = Array.from({ length: places.width }, () => '');
  const put: readonly (readonly [number, string])[] = [
    [0, id],
    [1, '20240322'],
    [2, '202403'],
    [3, '2024'],
    [4, '2024.2219'],
    [6, 'POLICE'],
    [16, 'MOSCOW'],
    [26, `${root}0`],
    [28, root],
    [places.type, '4'],
    [places.name, 'Moscow, Moskva, Russia'],
    [places.country, 'RS'],
    [places.lat, '55.7522'],
    [places.lon, '37.6156'],
    [places.url, 'https://www.example.org/news/a'],
  ];
  for (const [at, text] of put) cells[at] = text;
  return `${cells.join('\t')}\n`;
}

describe('GDELT, which has no header', () => {
  it.each([
    ['58', GDELT_1],
    ['61', GDELT_2],
  ])('of %s columns becomes mentions with actors, place and address', async (_, places) => {
    const lines = ['19', '14'].map((root, at) => gdeltLine(places, `116300000${at}`, root));
    const made = await imported(textSource(lines.join(''), '20240322.export.CSV'));
    expect(made.layout).toBe('gdelt');
    const fight = {
      id: '1163000000',
      date: '2024-03-22',
      title: 'fight: POLICE / MOSCOW, Moscow, Moskva, Russia',
      type: 'fight > 190',
      where: 'Moscow, Moskva, Russia / RS',
      point: '55.7522 37.6156 town',
      who: ['MOSCOW: involved, certain', 'POLICE: involved, certain'],
      killed: '- - -',
      sources: ['example.org'],
    };
    expect(made.incidents).toEqual([
      fight,
      {
        ...fight,
        id: '1163000001',
        title: 'protest: POLICE / MOSCOW, Moscow, Moskva, Russia',
        type: 'protest > 140',
      },
    ]);
  });
});

const GED = {
  id: 244657,
  type_of_violence: 1,
  dyad_name: 'Government of A - B',
  side_a: 'Government of A',
  side_b: 'B',
  where_prec: 1,
  where_coordinates: 'X town',
  adm_1: 'North province',
  country: 'A',
  latitude: 10.5,
  longitude: 20.25,
  date_prec: 1,
  date_start: '2017-07-31T00:00:00',
  date_end: '2017-07-31T00:00:00',
  source_article: 'Reuters,2017-08-01,Clash;BBC,2017-08-02,Clash',
  best: 4,
  high: 6,
  low: 2,
};

describe('UCDP GED as its API gives it', () => {
  it('becomes events with three figures, and doubt where the day is not known', async () => {
    const unsure = { ...GED, id: 244658, date_prec: 4, date_end: '2017-08-15T00:00:00', where_prec: 4 };
    const made = await imported(asJson({ TotalCount: 2, TotalPages: 1, Result: [GED, unsure] }));
    expect(made.layout).toBe('ucdp-ged');
    expect(made.series.meta.codebook).toContainEqual({
      field: 'best',
      meaning: expect.stringMatching(/best figure\. The killed are combatants of both sides and civilians/),
    });
    const event = {
      id: '244657',
      date: '2017-07-31',
      title: 'Government of A - B',
      type: 'state-based conflict',
      where: 'X town / North province / A',
      point: '10.5 20.25 exact',
      who: ['B: involved, certain', 'Government of A: involved, certain'],
      killed: '2 4 6',
      sources: ['Reuters,2017-08-01,Clash', 'BBC,2017-08-02,Clash'],
    };
    expect(made.incidents).toEqual([
      event,
      { ...event, id: '244658', date: '[2017-07-31..2017-08-15]', point: '10.5 20.25 region' },
    ]);
  });
});

const timeline = (id: string, date: string, title: string) => ({
  ...{ id, date, title, type: 'Attacks', where: ' / ', point: 'null null null', who: [], killed: '- - -' },
  sources: ['example.org'],
});

describe('timelines', () => {
  it('of TimelineJS become incidents, from the sheet and from JSON', async () => {
    const names = `Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background`;
    const sheet = [
      names,
      '2021,3,4,,,,,,,First,It began,https://example.org/1.jpg,,,,,Attacks,',
      '2022,,,,,,,,,Later,It went on,https://example.org/2.jpg,,,,,Attacks,',
    ].join('\n');
    const event = (year: string, more: object, headline: string, url: string) => ({
      start_date: { year, ...more },
      text: { headline, text: 'It is' },
      media: { url },
      group: 'Attacks',
    });
    const json = {
      events: [
        event('2021', { month: '3', day: '4' }, 'First', 'https://example.org/1.jpg'),
        event('2022', {}, 'Later', 'https://example.org/2.jpg'),
      ],
    };
    for (const source of [textSource(sheet, 'timeline.csv'), asJson(json)]) {
      const made = await imported(source);
      expect(made.layout).toBe('timelinejs');
      const [first, later] = made.incidents;
      expect(made.incidents).toEqual([
        timeline(first?.id ?? '', '2021-03-04', 'First'),
        timeline(later?.id ?? '', '2022', 'Later'),
      ]);
      expect(made.series.incidents.every(({ notes }) => notes !== null)).toBe(true);
    }
  });

  it('of TimeMap become incidents, with all of their sources', async () => {
    const strike = {
      ...{
        id: 'e1',
        date: '2021-03-14',
        time: '12:00',
        description: 'A strike on a market.',
        location: 'Kabul',
      },
      ...{ latitude: '34.53', longitude: '69.17', sources: ['s1', 's2'], associations: ['Strikes'] },
    };
    const made = await imported(asJson([strike, { ...strike, id: 'e2', date: '2021-03-15', sources: [] }]));
    expect(made.layout).toBe('timemap');
    expect(
      made.incidents.map(({ id, date, where, point, sources }) => [id, date, where, point, sources]),
    ).toEqual([
      ['e1', '2021-03-14', 'Kabul / ', '34.53 69.17 null', ['s1', 's2']],
      ['e2', '2021-03-15', 'Kabul / ', '34.53 69.17 null', []],
    ]);
  });
});
