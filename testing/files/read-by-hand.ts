const one = (column: string) => ({ kind: 'one', column });
const parts = (year: string, month: string, day: string) => ({ kind: 'parts', year, month, day });
const span = (start: string, end: string) => ({ kind: 'span', start, end });

const GED = {
  layout: 'ucdp-ged',
  date: span('date_start', 'date_end'),
  id: 'id',
  actors: ['side_a', 'side_b'],
};

/** What a person says who looks at a real file of a publisher: its date, its ids, its actors, and some more. */
export const READ_BY_HAND = [
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
    { date: one('date'), id: 'id', actors: [], title: '{name}', place: 'city', links: 45 },
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
