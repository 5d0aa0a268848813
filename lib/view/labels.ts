import { isOwnKey, type OwnKey, ownField, valueOfId } from '../series/fields';
import type { Actor, Certainty, Initiator, MEASURES, Measure, Relation, SeriesGuide } from '../series/model';
import { GRAMMAR } from './grammar';
import type { BuiltInColumn, Column, SPLITS, Split } from './view';

/** The keys whose values have labels: those of lists, and the two switches. */
export const LABELLED = [
  'actor',
  'relation',
  'certainty',
  'disputed',
  'type',
  'region',
  'initiator',
  'scope',
] as const;
export type BuiltInLabelled = (typeof LABELLED)[number];
export type Labelled = BuiltInLabelled | OwnKey;

/** The id of the value that an incident has where it has none. */
const NONE = 'none';

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

const FIXED: Readonly<Partial<Record<BuiltInLabelled, Readonly<Record<string, string>>>>> = {
  relation: { ...RELATION_LABELS, [NONE]: 'no relation' },
  certainty: { ...CERTAINTY_LABELS, [NONE]: 'no link' },
  disputed: { no: 'undisputed', only: 'disputed' },
  initiator: INITIATOR_LABELS,
  scope: { in: 'in scope', out: 'out of scope' },
};

const NONE_LABELS: Readonly<Partial<Record<BuiltInLabelled, string>>> = {
  actor: 'not established',
  type: 'type not given',
  region: 'region not given',
};

/** The values that a key can have in this series, `none` included where it means something. */
export function knownIds(guide: SeriesGuide, key: BuiltInLabelled): readonly string[] {
  const entry = GRAMMAR[key];
  return entry.kind === 'list' ? entry.known(guide) : entry.choices;
}

/** The hyphen between an organisation and its branch, as print sets it. */
function typeset(name: string): string {
  return name.replaceAll(' - ', ' – ');
}

function own(labels: Readonly<Record<string, string>> | undefined, id: string): string | undefined {
  return labels && Object.hasOwn(labels, id) ? labels[id] : undefined;
}

function guideLabel(guide: SeriesGuide, key: BuiltInLabelled, id: string): string | undefined {
  if (key === 'actor') return guide.actors.find((actor) => actor.id === id)?.shortName;
  if (key === 'type') return guide.types.find((type) => type.id === id)?.label;
  if (key === 'region') return guide.regions.find((region) => region.id === id)?.label;
  return undefined;
}

/** A value of an own field as it is read: its text, yes and no as such, and what is not stated. */
function ownLabel(guide: Pick<SeriesGuide, 'fields'>, key: OwnKey, id: string): string {
  if (id === NONE) return 'not stated';
  const { kind, unit } = ownField(guide, key) ?? { kind: 'text', unit: null };
  return kind === 'number' && unit !== null ? `${id} ${unit}` : valueOfId(id);
}

/** A noun in its two numbers. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** The label of an own field; its key where the series does not have it. */
export function fieldLabel(guide: Pick<SeriesGuide, 'fields'>, key: OwnKey): string {
  return ownField(guide, key)?.label ?? key;
}

/** A label inside a sentence: capitals stay only where they are more than the first letter of its words. */
export function lowered(label: string): string {
  if (/^\p{Lu}\p{Ll}*(?: \p{Lu}?\p{Ll}+)*$/u.test(label)) return label.toLowerCase();
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const SPLIT_NOUNS: Readonly<Record<(typeof SPLITS)[number], Noun>> = {
  actor: { one: 'actor', many: 'actors' },
  type: { one: 'type', many: 'types' },
  region: { one: 'region', many: 'regions' },
  relation: { one: 'relation', many: 'relations' },
  initiator: { one: 'initiator', many: 'initiators' },
  none: { one: 'series', many: 'series' },
};

/** What the values of a split are called, for `3 more actors` and `by actor`. */
export function splitNoun(guide: Pick<SeriesGuide, 'fields'>, split: Split): Noun {
  if (!isOwnKey(split)) return SPLIT_NOUNS[split];
  const label = fieldLabel(guide, split);
  return { one: lowered(label), many: `values of “${label}”` };
}

/** A measure as a title, and what its figures count. */
export interface MeasureWords {
  readonly label: string;
  readonly noun: Noun;
}

const MEASURE_WORDS: Readonly<Record<(typeof MEASURES)[number], MeasureWords>> = {
  incidents: { label: 'Incidents', noun: { one: 'incident', many: 'incidents' } },
  fatalities: { label: 'Fatalities', noun: { one: 'fatality', many: 'fatalities' } },
  injured: { label: 'Injured', noun: { one: 'injured', many: 'injured' } },
};

/** A label with its unit, unless it says it already. */
function withUnit(label: string, unit: string | null): string {
  return unit === null || label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label} (${unit})`;
}

/** How a measure is called: `Damage (USD)`, counted in `USD`; a mean says that it is one. */
export function measureWords(guide: Pick<SeriesGuide, 'fields'>, measure: Measure): MeasureWords {
  if (!isOwnKey(measure)) return MEASURE_WORDS[measure];
  const field = ownField(guide, measure);
  const name = fieldLabel(guide, measure);
  const unit = field?.unit ?? null;
  const mean = field?.aggregate === 'mean' ? 'Mean of ' : '';
  const label = withUnit(`${mean}${mean === '' ? name : lowered(name)}`, unit);
  const counted = unit ?? lowered(name);
  return { label, noun: { one: counted, many: counted } };
}

const COLUMN_LABELS: Readonly<Record<BuiltInColumn, string>> = {
  date: 'Date',
  title: 'Title',
  actor: 'Actor',
  relation: 'Relation',
  type: 'Type',
  region: 'Region',
  place: 'Place',
  initiator: 'Initiator',
  fatalities: 'Killed',
  injured: 'Injured',
  perpetrators: 'Attackers killed',
  sources: 'Sources',
  id: 'Id',
};

/** What a column is called in the head of the table and in menus; numbers with their unit. */
export function columnLabel(guide: Pick<SeriesGuide, 'fields'>, column: Column): string {
  if (!isOwnKey(column)) return COLUMN_LABELS[column];
  const unit = ownField(guide, column)?.unit ?? null;
  return withUnit(fieldLabel(guide, column), unit);
}

/** The label of one value of a key, short names for actors; the id itself where the series does not know it. */
export function labelOf(guide: SeriesGuide, key: Labelled, id: string): string {
  if (isOwnKey(key)) return ownLabel(guide, key, id);
  const label = (id === NONE ? NONE_LABELS[key] : undefined) ?? own(FIXED[key], id);
  return label ?? typeset(guideLabel(guide, key, id) ?? id);
}

/** The full name of an actor; the label where the series does not know it. */
export function actorName(guide: SeriesGuide, id: string): string {
  const actor: Actor | undefined = guide.actors.find((one) => one.id === id);
  return actor ? typeset(actor.name) : labelOf(guide, 'actor', id);
}

/** Labels as a list in a sentence: `a`, `a or b`, `a, b or c`. */
export function joinWords(words: readonly string[], joint: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/** A label as the beginning of a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
