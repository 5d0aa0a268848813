import {
  type Actor,
  CERTAINTIES,
  type Certainty,
  INITIATORS,
  type Initiator,
  RELATIONS,
  type Relation,
  type SeriesGuide,
} from '../series/model';

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
export type Labelled = (typeof LABELLED)[number];

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

const FIXED: Readonly<Partial<Record<Labelled, Readonly<Record<string, string>>>>> = {
  relation: { ...RELATION_LABELS, [NONE]: 'no relation' },
  certainty: { ...CERTAINTY_LABELS, [NONE]: 'no link' },
  disputed: { no: 'undisputed', only: 'disputed' },
  initiator: INITIATOR_LABELS,
  scope: { in: 'in scope', out: 'out of scope' },
};

const NONE_LABELS: Readonly<Partial<Record<Labelled, string>>> = {
  actor: 'not established',
  type: 'type not given',
  region: 'region not given',
};

/** The values that a list key can have in this series, `none` included where it means something. */
export function knownIds(guide: SeriesGuide, key: Labelled): readonly string[] {
  switch (key) {
    case 'actor':
      return [...guide.actors.map(({ id }) => id), NONE];
    case 'type':
      return [...guide.types.map(({ id }) => id), NONE];
    case 'region':
      return [...guide.regions.map(({ id }) => id), NONE];
    case 'relation':
      return [...RELATIONS, NONE];
    case 'certainty':
      return [...CERTAINTIES, NONE];
    case 'initiator':
      return INITIATORS;
    case 'disputed':
      return ['no', 'only'];
    case 'scope':
      return ['in', 'out'];
  }
}

/** The hyphen between an organisation and its branch, as print sets it. */
function typeset(name: string): string {
  return name.replaceAll(' - ', ' – ');
}

function own(labels: Readonly<Record<string, string>> | undefined, id: string): string | undefined {
  return labels && Object.hasOwn(labels, id) ? labels[id] : undefined;
}

function guideLabel(guide: SeriesGuide, key: Labelled, id: string): string | undefined {
  if (key === 'actor') return guide.actors.find((actor) => actor.id === id)?.shortName;
  if (key === 'type') return guide.types.find((type) => type.id === id)?.label;
  if (key === 'region') return guide.regions.find((region) => region.id === id)?.label;
  return undefined;
}

/** The label of one value of a key, short names for actors; the id itself where the series does not know it. */
export function labelOf(guide: SeriesGuide, key: Labelled, id: string): string {
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
