import { NOT_REPORTED } from '../../series/estimate';
import { FIELD_KINDS, type FieldKind, KINDS } from '../../series/field-kinds';
import type { OwnValue } from '../../series/fields';
import { byProperty } from '../../series/measures';
import {
  type ActorId,
  CERTAINTIES,
  type Estimate,
  GEO_PRECISIONS,
  INITIATORS,
  type Incident,
  type Link,
  type Place,
  RELATIONS,
  type RegionId,
  type Series,
  type SourceId,
  type TypeId,
} from '../../series/model';
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

/** One after the other, and from the first again. */
function inTurn<T>(values: readonly T[], at: number): T {
  return values[at % values.length]!;
}

/** Of each `every` incidents one does not say it. */
function saidBut<T>(every: number, at: number, value: T): T | null {
  return at % every === every - 1 ? null : value;
}

const WORDS = ['night', 'market', 'road', 'two', 'men', 'near', 'of', 'the'];

/** A text whose words come again in the others, as those of titles and notes do. */
function wordy(first: string, at: number): string {
  return [first, ...Array.from({ length: 20 }, (_, word) => inTurn(WORDS, at + word * word))].join(' ');
}

function linkOf(at: number): Link {
  return {
    actor: inTurn(['child', 'parent', 'other'], at) as ActorId,
    relation: inTurn(RELATIONS, at),
    certainty: inTurn(CERTAINTIES, at),
    claimant: at % 4 === 1 ? ('parent' as ActorId) : null,
    disputedBy: at % 3 === 1 ? [`court ${at}`] : [],
    outlet: saidBut(2, at, `Outlet ${at}`),
    date: at % 5 === 2 ? dateOf('2024-03') : null,
    sources: at % 2 === 0 ? [] : [`s${at % 7}` as SourceId],
  };
}

function estimateOf(at: number, from: number): Estimate {
  if ((at + from) % 4 === 0) return NOT_REPORTED;
  const low = at / (from + 1);
  return { low: saidBut(3, at, low), best: saidBut(5, at, low + 1), high: saidBut(4, at, low + 2) };
}

/** Each is a place of its own: names are many, countries few. */
function placeOf(at: number): Place {
  return {
    name: saidBut(6, at, wordy(`Ósló ${at}`, at)),
    country: saidBut(7, at, `Land ${at % 3}`),
    lat: saidBut(4, at, at * 1.5 - 10),
    lon: saidBut(5, at, at * -2.5),
    precision: inTurn([...GEO_PRECISIONS, null], at),
    note: saidBut(3, at, `Occupied ${at % 4}`),
  };
}

const FIELD_IDS = FIELD_KINDS.flatMap((kind) => (KINDS[kind].several ? [kind, `${kind}-many`] : [kind]));

/** What an own field says: a text for each incident, a number, yes or no, a day, or several texts. */
function ownOf(id: string, at: number): OwnValue {
  if (id === 'number') return at / 8;
  if (id === 'flag') return at % 2 === 0;
  if (id === 'text') return wordy(`Remark ${at}`, at);
  if (id === 'day') return `2024-01-${10 + (at % 20)}`;
  return id.endsWith('-many') ? [`a ${at}`, `only:b`] : `${id} ${at}`;
}

function incidentOf(text: string, at: number): Incident {
  let from = 0;
  const said = FIELD_IDS.filter((_, field) => (at + field) % 5 !== 0);
  return {
    id: `i${at}` as Incident['id'],
    date: dateOf(text),
    title: wordy(`Überfall ${at}`, at),
    type: saidBut(6, at, `t${at % 5}` as TypeId),
    subtypes: at % 3 === 0 ? [] : [`t${at % 5}` as TypeId, `t${(at + 1) % 5}` as TypeId],
    regions: at % 4 === 0 ? [] : [`r${at % 6}` as RegionId],
    place: placeOf(at),
    links: Array.from({ length: at % 4 }, (_, link) => linkOf(at + link)),
    targets: Array.from({ length: at % 3 }, (_, target) => `Target ${at} ${target}`),
    ...byProperty(() => estimateOf(at, from++)),
    natureDisputed: at % 5 === 0,
    inScope: at % 7 !== 0,
    scopeNote: saidBut(2, at, `Border case ${at}`),
    initiator: inTurn(INITIATORS, at),
    sources: at % 3 === 0 ? [] : [`s${at % 7}` as SourceId, `s${(at + 1) % 7}` as SourceId],
    notes: saidBut(8, at, wordy(`Note ${at}`, at)),
    own: Object.fromEntries(said.map((id) => [id, ownOf(id, at)])),
  };
}

const FIELDS: Series['fields'] = FIELD_IDS.map((id) => ({
  ...{ id, label: id, kind: id.replace('-many', '') as FieldKind, many: id.endsWith('-many') },
  ...{ unit: null, aggregate: id === 'number' ? 'sum' : 'none', column: null, description: null },
}));

const META = {
  ...{ id: 'sample', title: 'Sample', description: '', publisher: '', provenance: [], codebook: [] },
  licence: { name: 'None', url: null },
  noun: { one: 'incident', many: 'incidents' },
  coverage: { from: 17_000, to: 20_000, places: 'Everywhere', note: null },
} as unknown as Series['meta'];

const HIERARCHY = {
  actors: ['child', 'parent', 'other'].map((id) => ({
    id,
    name: id,
    shortName: id,
  })) as unknown as Series['actors'],
  actorRelations: [
    { child: 'child', parent: 'parent', kind: 'part', from: dateOf('2018'), to: null, note: null },
  ] as unknown as Series['actorRelations'],
};

/** A small series that has some of everything, and of most a value for each incident: what code makes of it names the code. */
export function sampleSeries(dates: readonly string[] = DATES): Series {
  return {
    meta: META,
    ...HIERARCHY,
    ...{ coverageNotes: [], annotations: [], referenceCounts: [], namedViews: [] },
    types: Array.from({ length: 5 }, (_, at) => ({ id: `t${at}`, label: `Type ${at}`, description: null })),
    regions: Array.from({ length: 6 }, (_, at) => ({
      ...{ id: `r${at}`, label: `Region ${at}`, country: null },
      ...(at % 2 === 1 && { parent: `r${at - 1}` }),
    })),
    sources: [],
    fields: FIELDS,
    incidents: dates.map(incidentOf),
  } as unknown as Series;
}
