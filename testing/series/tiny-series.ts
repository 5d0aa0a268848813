import type {
  Actor,
  ActorId,
  DatasetId,
  Incident,
  IncidentId,
  Series,
  SourceId,
} from '../../lib/series/model';
import { UNSAID } from '../../lib/series/unsaid';
import { parseDay } from '../../lib/time/day';
import { parseEventDate } from '../../lib/time/edtf';
import type { EventDate } from '../../lib/time/event-date';

/** A date that the test knows to be good. */
export function dateOf(text: string): EventDate {
  const parsed = parseEventDate(text);
  if (parsed.kind === 'problem') throw new Error(parsed.reason);
  return parsed.date;
}

const _UNKNOWN = { low: null, best: null, high: null };

function incident(id: string, date: string, notes: string | null): Incident {
  return {
    ...{ id: id as IncidentId, date: dateOf(date), title: `Incident ${id}`, ...UNSAID },
    place: { name: 'Орёл', country: null, lat: 52.97, lon: 36.06, precision: 'town', note: null },
    links: [
      {
        ...{
          actor: 'a' as ActorId,
          relation: 'claimed',
          certainty: 'certain',
          claimant: null,
          disputedBy: [],
        },
        ...{ outlet: 'Amaq', date: null, sources: ['s' as SourceId] },
      },
      {
        ...{ actor: 'b' as ActorId, relation: 'suspected', certainty: 'possible', claimant: 'a' as ActorId },
        ...{ disputedBy: ['the police'], outlet: null, date: dateOf('2019-03~'), sources: [] },
      },
    ],
    ...{ targets: ['a bridge'], fatalities: { low: 1, best: 2, high: null } },
    ...{ initiator: 'non-state', sources: ['s' as SourceId], notes },
  };
}

function actor(id: string): Actor {
  return {
    ...{ id: id as ActorId, name: `Actor ${id}`, shortName: id, aliases: ['x'], kind: null, ideology: null },
    ...{ activeFrom: '2015', activeTo: null, homeBase: null, notes: null, sources: [] },
  };
}

/** A series with something in every table; `notes` are those of its first incident. */
export function tinySeries(notes: string | null = 'First.'): Series {
  return {
    meta: {
      ...{ id: 'tiny' as DatasetId, title: 'Tiny', description: 'Three.', publisher: 'Us' },
      ...{ licence: { name: 'CC0', url: null }, noun: { one: 'attack', many: 'attacks' } },
      coverage: { from: parseDay('2018-01-01')!, to: parseDay('2020-12-31')!, places: 'Here', note: null },
      ...{ provenance: ['By hand.'], codebook: [{ field: 'id', meaning: 'A name.' }] },
    },
    fields: [],
    actors: [actor('a'), actor('b')],
    actorRelations: [
      {
        child: 'b' as ActorId,
        parent: 'a' as ActorId,
        kind: 'part',
        from: dateOf('2016'),
        to: null,
        note: null,
      },
    ],
    types: [],
    regions: [],
    coverageNotes: [
      {
        ...{ id: 'gap', from: parseDay('2019-01-01')!, to: parseDay('2019-02-01')!, kind: 'gap' },
        ...{ actors: [], types: [], text: 'Nobody watched.' },
      },
    ],
    annotations: [{ id: 'n', date: dateOf('2019-05'), label: 'Law', text: 'A law.', sources: [] }],
    referenceCounts: [],
    namedViews: [{ id: 'v', label: 'View', description: 'All.', query: 'actor=a' }],
    incidents: [
      incident('one', '2018-03-04', notes),
      incident('two', '2019-05', null),
      incident('three', '../2020', null),
    ],
    sources: [
      {
        ...{ id: 's' as SourceId, publisher: 'Paper', title: 'Report', date: null, url: null },
        ...{ urlSeen: false, origin: null, read: 'whole' },
      },
    ],
  };
}
