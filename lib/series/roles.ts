import { type Described, ESTIMATES, type EstimateProperty, type Noun } from './measures';
import type { Certainty, Incident, Initiator, Link, Relation } from './model';

/**
 * What a field can be used for: to filter by values that are counted (`facet`), to make groups (`split`), to be added up
 * (`measure`), to be shown in the table and sorted by (`column`), also without being asked for (`usual`), to be looked through for words
 * (`search`).
 */
export type Use = 'facet' | 'split' | 'measure' | 'column' | 'usual' | 'search';

function disputed({ disputedBy }: Link, { natureDisputed }: Incident): 'only' | 'no' {
  return disputedBy.length > 0 || natureDisputed ? 'only' : 'no';
}

/** Where the values of a category come from, and what stands for having none; null where that cannot be. */
export type Vocabulary =
  | { readonly list: 'actors' | 'types' | 'regions'; readonly none: string }
  | { readonly labels: Readonly<Record<string, string>>; readonly none: string | null };

/** How the value of a field is read from an incident. */
export type FieldReading =
  /** The day on which it began, which has an order of its own. */
  | { readonly as: 'date' }
  /** `stated`: whether every incident has one, or some may not. */
  | {
      readonly as: 'text';
      readonly stated: 'always' | 'maybe';
      readonly of: (incident: Incident) => string | null;
    }
  | { readonly as: 'number'; readonly of: (incident: Incident) => number }
  | { readonly as: 'estimate'; readonly property: EstimateProperty }
  /** Ids or texts of the incident itself, never in doubt; empty where it has none. */
  | { readonly as: 'values'; readonly of: (incident: Incident) => readonly string[] }
  /** Of each of its links one, in doubt as the link is. */
  | { readonly as: 'links'; readonly of: (link: Link, incident: Incident) => string };

/** A field that the model knows the meaning of. */
interface RoleEntry extends Described {
  /** As the address names it; of what no address names, the property. */
  readonly key: string;
  /** The property of an incident that holds it, which is also its key in incidents.json. */
  readonly property: keyof Incident;
  readonly uses: readonly Use[];
  /** What its values are called as groups; null where it makes none. */
  readonly noun: Noun | null;
  readonly vocabulary: Vocabulary | null;
  /** What views and filters call the list of its values that are asked for; null where they ask for no list. */
  readonly asked: string | null;
  /** The one value that never adds up with the others, so that it is left out unless asked for, and why. */
  readonly apart: { readonly id: string; readonly why: string } | null;
  readonly read: FieldReading;
}

const RELATION_LABELS: Readonly<Record<Relation, string>> = {
  claimed: 'claimed',
  attributed: 'attributed',
  suspected: 'suspected',
  involved: 'involved',
};

const CERTAINTY_LABELS: Readonly<Record<Certainty, string>> = {
  certain: 'certain',
  probable: 'probable',
  possible: 'possible',
};

const INITIATOR_LABELS: Readonly<Record<Initiator, string>> = {
  'non-state': 'non-state',
  'foreign-state': 'foreign state',
  mixed: 'mixed',
  unclear: 'unclear',
  state: 'the state itself',
};

const UNASKED = { vocabulary: null, asked: null, apart: null } as const;
const PLAIN = { unit: null, aggregate: 'none', column: null, noun: null, ...UNASKED } as const;
const CATEGORY = { ...PLAIN, kind: 'category' } as const;
const TEXT = { ...PLAIN, kind: 'text', many: false } as const;

/**
 * The fields that the model knows more about than their values, in the order of the table on the page. Those that an
 * address names come first.
 */
export const ROLES = [
  {
    ...PLAIN,
    key: 'date',
    property: 'date',
    label: 'Date',
    kind: 'day',
    many: false,
    uses: ['column', 'usual'],
    description: 'When it began, at the precision that is known.',
    read: { as: 'date' },
  },
  {
    ...TEXT,
    key: 'title',
    property: 'title',
    label: 'Title',
    uses: ['column', 'usual', 'search'],
    description: 'What happened, in a line.',
    read: { as: 'text', stated: 'always', of: ({ title }: Incident) => title },
  },
  {
    ...CATEGORY,
    key: 'actor',
    property: 'links',
    label: 'Actor',
    many: true,
    uses: ['facet', 'split', 'column', 'usual'],
    noun: { one: 'actor', many: 'actors' },
    vocabulary: { list: 'actors', none: 'not established' },
    asked: 'actors',
    description: 'Who is tied to it, by whatever relation.',
    read: { as: 'links', of: ({ actor }: Link) => actor },
  },
  {
    ...CATEGORY,
    key: 'relation',
    property: 'links',
    label: 'Claimed or attributed',
    many: true,
    uses: ['facet', 'split', 'column', 'usual'],
    noun: { one: 'relation', many: 'relations' },
    vocabulary: { labels: RELATION_LABELS, none: 'no relation' },
    asked: 'relations',
    description: 'How an actor is tied to it: claimed, attributed, suspected or involved.',
    read: { as: 'links', of: ({ relation }: Link) => relation },
  },
  {
    ...CATEGORY,
    key: 'type',
    property: 'type',
    label: 'Type',
    many: false,
    uses: ['facet', 'split', 'column', 'usual'],
    noun: { one: 'type', many: 'types' },
    vocabulary: { list: 'types', none: 'type not given' },
    asked: 'types',
    description: 'What kind of incident it was.',
    read: { as: 'values', of: ({ type }: Incident) => (type === null ? [] : [type]) },
  },
  {
    ...CATEGORY,
    key: 'region',
    property: 'regions',
    label: 'Region',
    many: true,
    uses: ['facet', 'split', 'column', 'usual'],
    noun: { one: 'region', many: 'regions' },
    vocabulary: { list: 'regions', none: 'region not given' },
    asked: 'regions',
    description: 'In which first-level region it was.',
    read: { as: 'values', of: ({ regions }: Incident) => regions },
  },
  {
    ...TEXT,
    key: 'place',
    property: 'place',
    label: 'Place',
    uses: ['column', 'search'],
    description: 'The place as the source names it.',
    read: { as: 'text', stated: 'maybe', of: ({ place }: Incident) => place.name },
  },
  {
    ...CATEGORY,
    key: 'initiator',
    property: 'initiator',
    label: 'Started by',
    many: false,
    uses: ['facet', 'split', 'column'],
    noun: { one: 'initiator', many: 'initiators' },
    vocabulary: { labels: INITIATOR_LABELS, none: null },
    asked: 'initiators',
    apart: { id: 'state', why: 'Operations started by the state never add up with those of others' },
    description: 'Who began it; operations of the state never add up with the others.',
    read: { as: 'values', of: ({ initiator }: Incident) => [initiator] },
  },
  ...ESTIMATES.map((entry) => ({
    ...entry,
    ...UNASKED,
    read: { as: 'estimate', property: entry.property } as const,
  })),
  {
    ...CATEGORY,
    key: 'certainty',
    property: 'links',
    label: 'Certainty of the link',
    many: true,
    uses: ['facet'],
    vocabulary: { labels: CERTAINTY_LABELS, none: 'no link' },
    asked: 'certainties',
    description: 'How sure it is that an actor is tied to it.',
    read: { as: 'links', of: ({ certainty }: Link) => certainty },
  },
  {
    ...CATEGORY,
    key: 'disputed',
    property: 'natureDisputed',
    label: 'Disputed',
    many: true,
    uses: ['facet'],
    vocabulary: { labels: { no: 'undisputed', only: 'disputed' }, none: null },
    description: 'Whether somebody disputes a link, or that it is one of what the series counts.',
    read: { as: 'links', of: disputed },
  },
  {
    ...CATEGORY,
    key: 'scope',
    property: 'inScope',
    label: 'Scope',
    many: false,
    uses: ['facet'],
    vocabulary: { labels: { in: 'in scope', out: 'out of scope' }, none: null },
    description: 'Whether it lies within what the series sets out to hold.',
    read: { as: 'values', of: ({ inScope }: Incident) => [inScope ? 'in' : 'out'] },
  },
  {
    ...PLAIN,
    key: 'sources',
    property: 'sources',
    label: 'Sources',
    kind: 'number',
    many: false,
    uses: ['column', 'usual'],
    description: 'How many sources it rests on.',
    read: { as: 'number', of: ({ sources }: Incident) => sources.length },
  },
  {
    ...TEXT,
    key: 'id',
    property: 'id',
    label: 'Id',
    uses: ['column'],
    description: 'Its name in the series.',
    read: { as: 'text', stated: 'always', of: ({ id }: Incident) => id },
  },
  {
    ...CATEGORY,
    key: 'subtypes',
    property: 'subtypes',
    label: 'Further types',
    many: true,
    uses: [],
    vocabulary: { list: 'types', none: 'none' },
    description: 'What else it was.',
    read: { as: 'values', of: ({ subtypes }: Incident) => subtypes },
  },
  {
    ...CATEGORY,
    key: 'targets',
    property: 'targets',
    label: 'Targets',
    many: true,
    uses: [],
    description: 'Who or what was struck, in words.',
    read: { as: 'values', of: ({ targets }: Incident) => targets },
  },
  {
    ...TEXT,
    key: 'scopeNote',
    property: 'scopeNote',
    label: 'Scope note',
    uses: [],
    description: 'Why it is outside the scope, or a border case of it.',
    read: { as: 'text', stated: 'maybe', of: ({ scopeNote }: Incident) => scopeNote },
  },
  {
    ...TEXT,
    key: 'notes',
    property: 'notes',
    label: 'Notes',
    uses: ['search'],
    description: 'What else is to be said of it.',
    read: { as: 'text', stated: 'maybe', of: ({ notes }: Incident) => notes },
  },
] as const satisfies readonly RoleEntry[];
