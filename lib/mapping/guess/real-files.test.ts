import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../formats/limits';
import { openFile } from '../../formats/open-file';
import { fileSource } from '../../formats/source/file-source';
import { surveyTable } from '../survey/survey-table';
import { proposeMapping } from './propose';

/** Real files of publishers. They stand beside the project, so a clone has them not. */
const FOLDER = fileURLToPath(new URL('../../../../shared/series/', import.meta.url));
const HAS_FILES = existsSync(FOLDER);
if (!HAS_FILES) console.warn('the real event files are absent: the guesses about them are not tested');

async function readProposal(file: string) {
  const opened = await openFile(await fileSource(FOLDER + file), {}, DEFAULT_LIMITS);
  if (opened.kind !== 'table') throw new Error(JSON.stringify(opened));
  const survey = await surveyTable(opened.table);
  return { survey, ...proposeMapping(survey, opened.reading, opened.table.file) };
}

const known = new Map<string, ReturnType<typeof readProposal>>();

/** What is proposed for a file; each is read once. */
function proposalFor(file: string) {
  const proposal = known.get(file) ?? readProposal(file);
  known.set(file, proposal);
  return proposal;
}

const one = (column: string) => ({ kind: 'one', column });
const parts = (year: string, month: string, day: string) => ({ kind: 'parts', year, month, day });
const span = (start: string, end: string) => ({ kind: 'span', start, end });

const GED = {
  layout: 'ucdp-ged',
  date: span('date_start', 'date_end'),
  id: 'id',
  actors: ['side_a', 'side_b'],
};

/** What a person says who looks at the file: its date, its ids, its actors, and some more. */
const EVENTS = [
  ['ucdp_ged_syria_191/ucdp_syria.csv', { ...GED, regions: ['adm_1'], fatalities: 'best' }],
  ['ucdp_ged_car_231/GEDEvent_v23_1.geojson', { ...GED, lat: 'latitude', lon: 'longitude' }],
  ['ucdp_hdx_bgd/ged191_fixture.csv', GED],
  ['ucdp_hdx_bgd/conflict_data_BGD.csv', GED],
  ['ucdp_hdx_ukr/conflict_data_ukr_2025.csv', GED],
  [
    'iraq_geocausal/insurgencies.csv',
    { date: one('date'), id: null, actors: [], type: 'type', lat: 'latitude' },
  ],
  [
    'iraq_geocausal/airstrikes.csv',
    { date: one('date'), id: null, actors: [], type: 'type', lon: 'longitude' },
  ],
  [
    'noaa_signif/signif.txt',
    {
      date: parts('YEAR', 'MONTH', 'DAY'),
      id: 'I_D',
      actors: [],
      fatalities: 'DEATHS',
      country: 'COUNTRY',
      lat: 'LATITUDE',
    },
  ],
  [
    'fivethirtyeight/all_data.csv',
    { date: one('eow'), id: null, actors: ['dept'], type: 'cause', title: '{person}' },
  ],
  [
    'fivethirtyeight/russia-investigation.csv',
    {
      date: span('investigation-start', 'investigation-end'),
      id: null,
      actors: [],
      type: 'type',
      title: '{name}',
    },
  ],
  [
    'fivethirtyeight/police_killings.csv',
    {
      date: parts('year', 'month', 'day'),
      id: null,
      actors: ['lawenforcementagency'],
      place: 'city',
      regions: ['state'],
      title: '{name}',
    },
  ],
  [
    'stanford_msa/Stanford_MSA_Database.csv',
    {
      date: one('Date'),
      id: 'CaseID',
      actors: ['Shooter Name'],
      fatalities: 'Total Number of Fatalities',
      title: '{Title}',
    },
  ],
  [
    'airraid_ukraine/official_data_en.csv',
    { date: span('started_at', 'finished_at'), id: null, actors: [], regions: ['oblast'] },
  ],
  [
    'arvig/arvig.csv',
    {
      date: one('date'),
      id: null,
      actors: [],
      type: 'category_en',
      place: 'location',
      regions: ['state'],
      notes: ['description'],
    },
  ],
  [
    'police_brutality_2020pb/all-locations.csv',
    { date: one('date'), id: 'id', actors: [], title: '{name}', place: 'city' },
  ],
  [
    'police_brutality_2020pb/all-locations-v2.json',
    { date: one('date'), id: 'id', actors: [], title: '{name}' },
  ],
  ['oryx/event_destroyed.csv', { date: one('date_recorded'), id: 'matID', actors: [], country: 'country' }],
  [
    'vega_datasets/birdstrikes.csv',
    { date: one('Flight Date'), id: null, actors: [], regions: ['Origin State'] },
  ],
  [
    'vega_datasets/earthquakes.json',
    {
      date: one('time'),
      id: 'id',
      actors: [],
      title: '{title}',
      place: 'place',
      lat: 'latitude',
      lon: 'longitude',
    },
  ],
] as const;

/** The day on which a loss was recorded may not be that of the loss, so it is asked. */
const ASKED: ReadonlyMap<string, readonly string[]> = new Map([
  ['oryx/event_destroyed.csv', ['date-column']],
]);

const REFUSED = [
  ['ua_losses_json/russia_losses_equipment.json', 'cumulative-series', 'naval ship'],
  ['boundaries_natural_earth/ne_50m_admin1_294.geojson', 'no-date-column', 'name'],
  ['boundaries_natural_earth/ne_50m_admin1_russia.geojson', 'no-date-column', 'name'],
] as const;

describe.skipIf(!HAS_FILES)('guesses about real files', () => {
  it.each(EVENTS)('%s', async (file, { date, actors, ...rest }) => {
    const { mapping, questions, refusal } = await proposalFor(file);
    expect(refusal).toBeNull();
    expect(questions.map(({ id }) => id)).toEqual(ASKED.get(file) ?? []);
    const { fatalities, ...fields } = { fatalities: null, ...rest } as Record<string, unknown>;
    expect(mapping).toMatchObject({ date, ...fields });
    expect(mapping?.actors.map(({ column }) => column)).toEqual(actors);
    if (fatalities) expect(mapping?.fatalities.best).toBe(fatalities);
  });

  it.each(REFUSED)('%s is refused', async (file, code, column) => {
    const { mapping, refusal } = await proposalFor(file);
    expect(mapping).toBeNull();
    expect(refusal?.code).toBe(code);
    expect(refusal?.reason).toContain(`“${column}”`);
  });

  /** Counted with Python's csv module: rows less distinct rows. */
  it.each([
    ['iraq_geocausal/insurgencies.csv', 68_573, 2_095],
    ['arvig/arvig.csv', 6_918, 87],
  ])('%s has its rows and equal rows', async (file, rows, equal) => {
    const { survey } = await proposalFor(file);
    expect(survey.rows).toBe(rows);
    expect(survey.equalRows).toBe(equal);
  });

  it('gathers all links of an incident', async () => {
    const { mapping } = await proposalFor('police_brutality_2020pb/all-locations.csv');
    expect(mapping?.sources?.columns).toHaveLength(45);
  });
});
