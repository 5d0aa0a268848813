import fc from 'fast-check';
import type { FieldKind } from '../../lib/series/field-kinds';
import type { OwnField, OwnValues } from '../../lib/series/fields';
import { byProperty } from '../../lib/series/measures';
import {
  type Actor,
  type ActorId,
  type ActorRelation,
  CERTAINTIES,
  type DatasetId,
  type Estimate,
  GEO_PRECISIONS,
  INITIATORS,
  type Incident,
  type IncidentId,
  type Link,
  RELATIONS,
  type RegionDef,
  type RegionId,
  type Series,
  type SeriesMeta,
  type Source,
  type SourceId,
  type TypeId,
} from '../../lib/series/model';
import { toDay } from '../../lib/time/day';
import { arbitraryEventDate } from './arbitrary-date';

/** The ids that random series draw on, in and out of code point order. Random filters draw on them too. */
export const ACTOR_IDS = [
  'alpha',
  'B-2',
  'beta',
  'c.3',
  'Delta',
  'e_5',
] as readonly string[] as readonly ActorId[];
export const TYPE_IDS = ['bomb', 'Raid', 'z'] as readonly string[] as readonly TypeId[];
export const REGION_IDS = ['north', 'South', 'w'] as readonly string[] as readonly RegionId[];
const SOURCE_IDS = ['s-1', 's-10', 's-2', 'T'] as readonly string[] as readonly SourceId[];

/** Words that texts and searches are made of: accents composed and not, case, beyond the basic plane, quotes. */
export const TEXT_WORDS = [
  'Attack',
  'attack',
  'Krásný',
  'krasny\u0301',
  'взрыв',
  'Ёлка',
  '𝔘nit',
  '🚂',
  '\uffe6',
  "O'Neil",
  '100%',
  '_x',
  'İstanbul',
  'ﬁre',
] as const;

const text = fc
  .array(fc.constantFrom(...TEXT_WORDS), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(' '));
const textOrNull = fc.option(text, { nil: null });

/** Figures in quarters, which binary floating point adds exactly in any order. */
const figure = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4),
);

/** Low, best and high in order, each of them missing at times. */
const estimate: fc.Arbitrary<Estimate> = fc
  .tuple(fc.tuple(figure, figure, figure), fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()))
  .map(([figures, given]) => {
    const [low, best, high] = [...figures].sort((a, b) => a - b).map((value, i) => (given[i] ? value : null));
    return { low: low ?? null, best: best ?? null, high: high ?? null };
  });

const sources = fc.uniqueArray(fc.constantFrom(...SOURCE_IDS), { maxLength: 3 });

const link: fc.Arbitrary<Link> = fc.record({
  actor: fc.constantFrom(...ACTOR_IDS),
  relation: fc.constantFrom(...RELATIONS),
  certainty: fc.constantFrom('certain', 'certain', ...CERTAINTIES),
  claimant: fc.option(fc.constantFrom(...ACTOR_IDS), { nil: null, freq: 2 }),
  disputedBy: fc.oneof(fc.constant([]), fc.array(text, { minLength: 1, maxLength: 2 })),
  outlet: textOrNull,
  date: fc.option(arbitraryEventDate, { nil: null }),
  sources,
});

const place = fc.record({
  name: textOrNull,
  country: textOrNull,
  lat: fc.option(
    fc.oneof(
      fc.double({ min: -90, max: 90, noNaN: true }).map((value) => value + 0),
      fc.constantFrom(0, 55.75, 55.750001, 66.5, -90),
    ),
    { nil: null },
  ),
  lon: fc.option(fc.constantFrom(-180, -179.5, 0, 37.6173, 180), { nil: null, freq: 9 }),
  precision: fc.constantFrom(...GEO_PRECISIONS, null),
  note: textOrNull,
});

/** Own fields of every kind; values with the words that mean something among ids, and with commas and backslashes. */
export const OWN_FIELDS: readonly OwnField[] = [
  field('weapon', 'category'),
  field('side-effects', 'category', { many: true }),
  field('damage', 'number', { unit: 'USD', aggregate: 'sum' }),
  field('speed', 'number', { aggregate: 'mean' }),
  field('drill', 'flag'),
  field('reported', 'day'),
  field('remarks', 'text'),
];

function field(id: string, kind: FieldKind, more: Partial<OwnField> = {}): OwnField {
  const plain = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
  return { id, label: `Field ${id}`, kind, ...plain, ...more };
}

const ownText = fc.constantFrom(
  'rifle',
  'Knife',
  'none',
  'several',
  'a, b',
  '\\x',
  '1..2',
  'only:x',
  "O'Neil",
  'взрыв',
);

const ownValues: fc.Arbitrary<OwnValues> = fc.record(
  {
    weapon: ownText,
    'side-effects': fc.uniqueArray(ownText, { minLength: 1, maxLength: 3 }),
    damage: fc.integer({ min: -20, max: 40 }).map((quarters) => quarters / 4),
    speed: fc.integer({ min: 0, max: 9 }),
    drill: fc.boolean(),
    reported: fc.constantFrom('1969-01-01', '1970-06-15', '1971-12-31'),
    remarks: text,
  },
  { requiredKeys: [] },
);

const incident: fc.Arbitrary<Omit<Incident, 'id'>> = fc.record({
  date: arbitraryEventDate,
  title: text,
  type: fc.option(fc.constantFrom(...TYPE_IDS), { nil: null }),
  subtypes: fc.uniqueArray(fc.constantFrom(...TYPE_IDS), { maxLength: 2 }),
  regions: fc.uniqueArray(fc.constantFrom(...REGION_IDS), { maxLength: 3 }),
  place,
  links: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 4, arbitrary: fc.array(link, { minLength: 1, maxLength: 4 }) },
  ),
  targets: fc.array(text, { maxLength: 2 }),
  ...byProperty(() => estimate),
  natureDisputed: fc.constantFrom(false, false, false, true),
  inScope: fc.constantFrom(true, true, true, false),
  scopeNote: textOrNull,
  initiator: fc.constantFrom('non-state', 'non-state', ...INITIATORS),
  sources,
  notes: textOrNull,
  own: ownValues,
});

/** Later ids are parts of earlier ones, so that no cycle comes about; an actor may have several parents, dated. */
const relation: fc.Arbitrary<ActorRelation> = fc
  .record({
    pair: fc
      .uniqueArray(fc.integer({ min: 0, max: ACTOR_IDS.length - 1 }), { minLength: 2, maxLength: 2 })
      .map((two) => [...two].sort((a, b) => a - b)),
    kind: fc.constantFrom('part', 'part', 'tie'),
    from: fc.option(arbitraryEventDate, { nil: null }),
    to: fc.option(arbitraryEventDate, { nil: null }),
    note: textOrNull,
  })
  .map(({ pair, ...rest }) => ({ ...rest, parent: ACTOR_IDS[pair[0]!]!, child: ACTOR_IDS[pair[1]!]! }));

/** An actor with nothing but its name; short names repeat, so that sorting by them has ties. */
function actorOf(id: ActorId, shortName: string): Actor {
  return {
    ...{ id, name: `${shortName} (${id})`, shortName, aliases: [], kind: null, ideology: null },
    ...{ activeFrom: null, activeTo: null, homeBase: null, notes: null, sources: [] },
  };
}

function sourceOf(id: SourceId): Source {
  return {
    ...{ id, publisher: 'A paper', title: `Report ${id}`, date: null, url: null },
    ...{ urlSeen: false, origin: null, read: null },
  };
}

const META: SeriesMeta = {
  id: 'random' as DatasetId,
  title: 'A random series',
  description: 'Made to compare engines.',
  publisher: 'Nobody',
  licence: { name: 'None', url: null },
  noun: { one: 'incident', many: 'incidents' },
  coverage: { from: toDay(1968, 1, 1), to: toDay(1971, 12, 31), places: 'Nowhere', note: null },
  provenance: ['Drawn by lot.'],
  codebook: [{ field: 'id', meaning: 'A number.' }],
};

/** Each region can lie in the one before it, so that there are up to three levels. */
function regionOf(id: RegionId, isPart: boolean): RegionDef {
  const above = REGION_IDS[REGION_IDS.indexOf(id) - 1];
  const plain = { id, label: `Region ${id}`, country: null };
  return isPart && above !== undefined ? { ...plain, parent: above } : plain;
}

/** Ids whose order is neither that of the rows nor numerical. */
function idOf(index: number): IncidentId {
  return `${index % 3 === 0 ? 'X' : 'x'}${(index * 7) % 100}-${index}` as IncidentId;
}

/** Random series of up to `most` incidents, with everything in them that could set two engines apart. */
export function arbitrarySeries(most: number): fc.Arbitrary<Series> {
  return fc
    .record({
      incidents: fc.oneof(
        { weight: 1, arbitrary: fc.array(incident, { maxLength: 3 }) },
        { weight: 4, arbitrary: fc.array(incident, { minLength: Math.floor(most / 2), maxLength: most }) },
      ),
      actorRelations: fc.array(relation, { maxLength: 6 }),
      levels: fc.array(fc.boolean(), { minLength: REGION_IDS.length, maxLength: REGION_IDS.length }),
      names: fc.array(text, { minLength: ACTOR_IDS.length, maxLength: ACTOR_IDS.length }),
    })
    .map(({ incidents, actorRelations, names, levels }) => ({
      meta: META,
      fields: OWN_FIELDS,
      actors: ACTOR_IDS.map((id, i) => actorOf(id, names[i]!)),
      actorRelations,
      types: TYPE_IDS.map((id) => ({ id, label: `Type ${id.toLowerCase()}`, description: null })),
      regions: REGION_IDS.map((id, i) => regionOf(id, levels[i] ?? false)),
      coverageNotes: [],
      annotations: [],
      referenceCounts: [],
      namedViews: [],
      incidents: incidents.map((one, i) => ({ id: idOf(i), ...one })),
      sources: SOURCE_IDS.map(sourceOf),
    }));
}
