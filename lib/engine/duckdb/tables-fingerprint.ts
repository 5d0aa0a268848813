import { createHash } from 'node:crypto';
import { ancestorsIn } from '../../query/ancestors';
import { linkViews } from '../../query/links';
import { METHODS } from '../../query/methods-version';
import { NOT_REPORTED } from '../../series/estimate';
import type { ActorId, Incident, Link, Series } from '../../series/model';
import { UNSAID } from '../../series/unsaid';
import { RECORD_COLUMNS } from '../../store/incidents/incident-record';
import { parseEventDate } from '../../time/edtf';
import type { EventDate } from '../../time/event-date';
import type { TableColumn } from './columns';
import { incidentColumns } from './incident-table';
import { linkColumns } from './link-table';

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

const HIERARCHY = {
  actors: ['child', 'parent'].map((id) => ({ id, name: id, shortName: id })) as unknown as Series['actors'],
  actorRelations: [
    { child: 'child', parent: 'parent', kind: 'part', from: dateOf('2018'), to: null, note: null },
  ] as unknown as Series['actorRelations'],
};

function described<T>(columns: readonly TableColumn<T>[], rows: readonly T[]): unknown {
  return columns.map(({ name, type, value }) => [name, String(type), rows.map((row) => value(row))]);
}

/**
 * Names the code by which the tables of an index are filled: a hash of what it makes of a small series that has one of
 * everything. Where it makes something else, the name is another, so that no old index answers for newer code.
 */
export function tablesFingerprint(dates: readonly string[] = DATES): string {
  const incidents = dates.map(incidentOf);
  const numbered = incidents.map((incident, n) => ({ n, incident }));
  const links = numbered.flatMap(({ n, incident }) =>
    linkViews(incident).map((link) => ({ n, incident, link })),
  );
  const series = {
    ...HIERARCHY,
    types: [],
    regions: [],
    sources: [],
    fields: FIELDS,
    incidents: [],
  } as unknown as Series;
  const made = [
    described(incidentColumns(series), numbered as never),
    described(linkColumns(ancestorsIn(HIERARCHY)), links as never),
    RECORD_COLUMNS,
    METHODS,
  ];
  return createHash('sha256').update(JSON.stringify(made)).digest('hex');
}
