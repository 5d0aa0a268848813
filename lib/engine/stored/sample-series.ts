import { NOT_REPORTED } from '../../series/estimate';
import type { ActorId, Incident, Link, Series } from '../../series/model';
import { UNSAID } from '../../series/unsaid';
import { parseEventDate } from '../../time/edtf';
import type { EventDate } from '../../time/event-date';

/** A date of each kind, so that a change in how any of them is read shows. */
const DATES = [
  ...[
    '2024-03-22',
    '2024-03-02/2024-03-03',
    '2023-05',
    '2017',
    '2023-09~',
    '2022-10-08?',
    '../2016',
    '2020/..',
  ],
  ...[
    '[2017-03-24,2017-03-27]',
    '[2017-03-24..2017-05-02]',
    '201X',
    '2021-21',
    '2019-02-XX',
    '-0044-03-15',
    '',
  ],
];

function dateOf(text: string): EventDate {
  const read = parseEventDate(text === '' ? 'XXXX' : text);
  if (read.kind !== 'date') throw new Error(`“${text}” is no date.`);
  return read.date;
}

const LINK: Link = {
  actor: 'child' as ActorId,
  relation: 'claimed',
  certainty: 'probable',
  claimant: null,
  disputedBy: ['court'],
  outlet: null,
  date: null,
  sources: [],
};

function incidentOf(text: string, at: number): Incident {
  return {
    id: `i${at}` as Incident['id'],
    date: dateOf(text),
    title: `Überfall ${at}`,
    ...UNSAID,
    type: at % 2 === 0 ? null : ('raid' as Incident['type']),
    place: {
      name: 'Ósló',
      country: null,
      lat: 1.5,
      lon: -2.5,
      precision: null,
      note: null,
    } as Incident['place'],
    links:
      at % 3 === 0 ? [] : [LINK, { ...LINK, relation: 'suspected', certainty: 'possible', disputedBy: [] }],
    fatalities: at % 4 === 0 ? NOT_REPORTED : { low: at, best: null, high: at + 2 },
    injured: { low: null, best: at, high: null },
    natureDisputed: at % 5 === 0,
    inScope: at % 7 !== 0,
    notes: `Note ${at}`,
    own: at % 2 === 0 ? { size: at / 8, kind: 'a' } : { kind: 'only:b' },
  };
}

const FIELDS: Series['fields'] = [
  {
    id: 'size',
    label: 'Size',
    kind: 'number',
    many: false,
    unit: null,
    aggregate: 'sum',
    column: null,
    description: null,
  },
  {
    id: 'kind',
    label: 'Kind',
    kind: 'category',
    many: false,
    unit: null,
    aggregate: 'none',
    column: null,
    description: null,
  },
];

const META = {
  ...{ id: 'sample', title: 'Sample', description: '', publisher: '', provenance: [], codebook: [] },
  licence: { name: 'None', url: null },
  noun: { one: 'incident', many: 'incidents' },
  coverage: { from: 17_000, to: 20_000, places: 'Everywhere', note: null },
} as unknown as Series['meta'];

const HIERARCHY = {
  actors: ['child', 'parent'].map((id) => ({ id, name: id, shortName: id })) as unknown as Series['actors'],
  actorRelations: [
    { child: 'child', parent: 'parent', kind: 'part', from: dateOf('2018'), to: null, note: null },
  ] as unknown as Series['actorRelations'],
};

/** A small series that has one of everything: what code makes of it names the code. */
export function sampleSeries(dates: readonly string[] = DATES): Series {
  return {
    meta: META,
    ...HIERARCHY,
    ...{ coverageNotes: [], annotations: [], referenceCounts: [], namedViews: [] },
    types: [],
    regions: [],
    sources: [],
    fields: FIELDS,
    incidents: dates.map(incidentOf),
  } as unknown as Series;
}
