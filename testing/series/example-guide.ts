import type {
  Actor,
  ActorId,
  ActorRelation,
  DatasetId,
  ReferenceCount,
  RegionId,
  SeriesGuide,
  TypeId,
} from '../../lib/series/model';
import { toDay } from '../../lib/time/day';

function actor(id: string, name: string, shortName: string, aliases: readonly string[] = []): Actor {
  return {
    id: id as ActorId,
    name,
    shortName,
    aliases,
    kind: null,
    ideology: null,
    activeFrom: null,
    activeTo: null,
    homeBase: null,
    notes: null,
    sources: [],
  };
}

function part(child: string, parent: string): ActorRelation {
  return {
    child: child as ActorId,
    parent: parent as ActorId,
    kind: 'part',
    from: null,
    to: null,
    note: null,
  };
}

/** A published count of attacks claimed by the Islamic State since 2017, with some fields changed. */
export function exampleReference(change: Partial<ReferenceCount> = {}): ReferenceCount {
  return {
    id: 'memo',
    who: 'A memo',
    basis: 'Attacks claimed since 2017',
    value: '22',
    scope: 'actor=islamic-state&relation=claimed',
    from: toDay(2017, 1, 1),
    to: toDay(2024, 3, 31),
    openEnd: true,
    sources: [],
    note: 'Another basis.',
    ...change,
  };
}

/** A small guide that tests share: seven actors, one with two parents, three types and three regions, 2017 to June 2024. */
export const EXAMPLE_GUIDE: SeriesGuide = {
  meta: {
    id: 'example' as DatasetId,
    title: 'Example',
    description: '',
    publisher: 'Nobody',
    licence: { name: 'CC0', url: null },
    noun: { one: 'attack', many: 'attacks' },
    coverage: { from: toDay(2017, 1, 1), to: toDay(2024, 6, 30), places: 'Russia', note: null },
    provenance: [],
    codebook: [],
  },
  actors: [
    actor('islamic-state', 'Islamic State', 'IS', ['ISIS', 'Daesh']),
    actor('iscp', 'Islamic State - Caucasus Province', 'ISCP'),
    actor('iskp', 'Islamic State - Khorasan Province', 'ISKP', ['IS-K']),
    actor('atesh', 'Atesh', 'Atesh'),
    actor('gur', 'Main Directorate of Intelligence of Ukraine', 'GUR'),
    actor('obon', 'Separate Special Purpose Battalion', 'OBON'),
    actor('chri', 'Chechen Republic of Ichkeria (government in exile)', 'ChRI'),
  ],
  fields: [],
  actorRelations: [
    part('iscp', 'islamic-state'),
    part('iskp', 'islamic-state'),
    part('obon', 'chri'),
    part('obon', 'gur'),
  ],
  types: [
    { id: 'bombing' as TypeId, label: 'Bombing', description: null },
    { id: 'cross-border-raid' as TypeId, label: 'Cross-border raid', description: null },
    { id: 'ied' as TypeId, label: 'IED', description: null },
  ],
  regions: [
    { id: 'chechnya' as RegionId, label: 'Chechnya', country: 'Russia' },
    { id: 'dagestan' as RegionId, label: 'Dagestan', country: 'Russia' },
    { id: 'moscow-oblast' as RegionId, label: 'Moscow Oblast', country: 'Russia' },
  ],
  coverageNotes: [],
  annotations: [],
  referenceCounts: [],
  namedViews: [],
};
