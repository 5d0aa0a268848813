import { type Column, type Facet, fieldsFor, roleOf, type Split } from '../series/field-table';
import { aggregateInWords, kindInWords } from '../series/field-words';
import { isOwnKey, type OwnField, type OwnKey, ownField, ownKey, valueOfId } from '../series/fields';
import { derivedOf, estimateOf, INCIDENTS, type Measure, type Measured, type Noun } from '../series/measures';
import type { Actor, SeriesGuide } from '../series/model';
import type { Vocabulary } from '../series/roles';
import type { Grouping } from '../view/view';

/** The id of the value that an incident has where it has none. */
const NONE = 'none';

/** The hyphen between an organisation and its branch, as print sets it. */
function typeset(name: string): string {
  return name.replaceAll(' - ', ' – ');
}

function own(labels: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(labels, id) ? labels[id] : undefined;
}

/** What stands in lists of a guide by its id; of a revision they never change. A page asks for thousands of labels at once. */
const BY_ID = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** The one with an id in a list; the first of several. */
function findIn<T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  let known = BY_ID.get(list) as ReadonlyMap<string, T> | undefined;
  if (known === undefined) {
    known = new Map(list.map((one) => [one.id, one] as const).reverse());
    BY_ID.set(list, known);
  }
  return known.get(id);
}

/** The label that a vocabulary has for an id, short names for actors; undefined where it does not know it. */
function labelIn(guide: SeriesGuide, vocabulary: Vocabulary, id: string): string | undefined {
  if (id === NONE && vocabulary.none !== null) return vocabulary.none;
  if (!('list' in vocabulary)) return own(vocabulary.labels, id);
  if (vocabulary.list === 'actors') return findIn(guide.actors, id)?.shortName;
  return findIn<{ readonly id: string; readonly label: string }>(guide[vocabulary.list], id)?.label;
}

/** A value of an own field as it is read: its text, yes and no as such, and what is not stated. */
function ownLabel(guide: Pick<SeriesGuide, 'fields'>, key: OwnKey, id: string): string {
  if (id === NONE) return 'not stated';
  const { kind, unit } = ownField(guide, key) ?? { kind: 'text', unit: null };
  return kind === 'number' && unit !== null ? `${id} ${unit}` : valueOfId(id);
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

/** What stands for the one group of a chart without a split. */
const NO_SPLIT: Noun = { one: 'group', many: 'groups' };

/** What the values of a split are called, for `3 more actors` and `by actor`. */
export function splitNoun(guide: Pick<SeriesGuide, 'fields'>, split: Split): Noun {
  if (!isOwnKey(split)) return roleOf(split)?.noun ?? NO_SPLIT;
  const label = fieldLabel(guide, split);
  return { one: lowered(label), many: `values of “${label}”` };
}

/** A text of ours with the noun of a series in place of `incident`, in its number and with its article: `An attack counts once`. */
export function inNoun(text: string, { one, many }: Noun): string {
  return text.replace(/\b(an )?(incidents?)\b/gi, (_: string, article: string | undefined, word: string) => {
    const noun = /s$/i.test(word) ? many : one;
    const before = article === undefined ? '' : /^[aeiou]/i.test(noun) ? 'an ' : 'a ';
    const isCapital = /^I|^A/.test(article ?? word);
    return isCapital ? capitalised(before + noun) : before + noun;
  });
}

/** What an import wrote of a column, with the noun of a series in place of `incident`: in our words alone, which end where words of the file begin. */
export function meaningInNoun(meaning: string, noun: Noun): string {
  const ours = /^[^:“]*/.exec(meaning)![0];
  return inNoun(ours, noun) + meaning.slice(ours.length);
}

/** A measure as a title, what its figures count, and what nobody reports where there is none. */
export interface MeasureWords {
  readonly label: string;
  readonly noun: Noun;
  readonly unreported: string;
  /** Whether its figures are means or shares, whose decimals tell something. */
  readonly fractions: boolean;
}

/** A label with its unit, unless it says it already. */
function withUnit(label: string, unit: string | null): string {
  return unit === null || label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label} (${unit})`;
}

function builtInWords({ key, title, unit, noun, unreported }: Measured, counted: Noun): MeasureWords {
  return {
    label: withUnit(inNoun(title, counted), unit),
    noun: { one: inNoun(noun.one, counted), many: inNoun(noun.many, counted) },
    unreported: inNoun(unreported, counted),
    fractions: derivedOf(key) !== undefined,
  };
}

/**
 * How a measure is called: `Damage (USD)`, counted in `USD`; a mean says that it is one. Incidents have the noun of their series, or
 * the one that is given for those of a view.
 */
export function measureWords(
  guide: Pick<SeriesGuide, 'fields' | 'meta'>,
  measure: Measure,
  counted: Noun = guide.meta.noun,
): MeasureWords {
  if (!isOwnKey(measure))
    return builtInWords(estimateOf(measure) ?? derivedOf(measure) ?? INCIDENTS, counted);
  const field = ownField(guide, measure);
  const name = fieldLabel(guide, measure);
  const unit = field?.unit ?? null;
  const mean = field?.aggregate === 'mean' ? 'Mean of ' : '';
  const label = withUnit(`${mean}${mean === '' ? name : lowered(name)}`, unit);
  const figures = unit ?? lowered(name);
  return {
    label,
    noun: { one: figures, many: figures },
    unreported: `any ${figures}`,
    fractions: mean !== '',
  };
}

/** What a column is called in the head of the table and in menus; numbers with their unit. */
export function columnLabel(guide: Pick<SeriesGuide, 'fields'>, column: Column): string {
  if (!isOwnKey(column)) return roleOf(column)?.label ?? column;
  const unit = ownField(guide, column)?.unit ?? null;
  return withUnit(fieldLabel(guide, column), unit);
}

/** The label of one value of a key, short names for actors; the id itself where the series does not know it. */
export function labelOf(guide: SeriesGuide, key: Facet, id: string): string {
  if (isOwnKey(key)) return ownLabel(guide, key, id);
  const vocabulary = roleOf(key)?.vocabulary ?? null;
  return vocabulary === null ? typeset(id) : labelBy(guide, vocabulary, id);
}

/** The label that a vocabulary has for an id; the id itself where it does not know it. Types have a capital everywhere, however a table writes them. */
export function labelBy(guide: SeriesGuide, vocabulary: Vocabulary, id: string): string {
  const label = labelIn(guide, vocabulary, id);
  if (label === undefined) return typeset(id);
  const isType = 'list' in vocabulary && vocabulary.list === 'types' && id !== NONE;
  return typeset(isType ? capitalised(label) : label);
}

/** The label of a value where it stands by itself, as in a list: with a capital, but for names, texts of the series and ids that it does not know. */
export function standingLabel(guide: SeriesGuide, key: Facet, id: string): string {
  const label = labelOf(guide, key, id);
  const vocabulary = isOwnKey(key) || key === 'actor' || key === 'region' ? null : roleOf(key)?.vocabulary;
  const isWord = vocabulary != null && labelIn(guide, vocabulary, id) !== undefined;
  return isWord || id === NONE ? capitalised(label) : label;
}

/** The full name of an actor; the label where the series does not know it. */
export function actorName(guide: SeriesGuide, id: string): string {
  const actor: Actor | undefined = findIn(guide.actors, id);
  return actor ? typeset(actor.name) : labelOf(guide, 'actor', id);
}

/**
 * How an actor is called as a group: whether its parts are in it, where it has any, and that it stands for itself only while it was
 * part of no other, where it is rolled up under others at other times. `name` is its name in short or in full.
 */
export function groupName(
  { actorRelations }: Pick<SeriesGuide, 'actorRelations'>,
  { roll, actors }: Pick<Grouping, 'roll' | 'actors'>,
  id: string,
  name: string,
): string {
  const parts = actorRelations.filter(({ kind }) => kind === 'part');
  const isWhole = parts.some(({ parent }) => parent === id);
  if (roll === 'own') return isWhole ? `${name} itself` : name;
  const isPart = actors.length === 0 && parts.some(({ child }) => child === id);
  return `${name}${isWhole ? ' with its parts' : ''}${isPart ? ', while part of no other' : ''}`;
}

/** Labels as a list in a sentence: `a`, `a or b`, `a, b or c`. */
export function joinWords(words: readonly string[], joint: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/** What a search for words looks through: `title, place and notes`. */
export function searchedWords(guide: Pick<SeriesGuide, 'fields'>): string {
  const searched = fieldsFor(guide, 'search');
  const named = searched.filter(({ role }) => role !== null).map(({ label }) => lowered(label));
  return joinWords(named.length < searched.length ? [...named, 'other texts'] : named, 'and');
}

/** The small letter that a text begins with, behind what opens a quotation or a bracket. Georgian has no capitals that begin a sentence. */
const FIRST_LETTER = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}]*(?!\p{Script=Georgian})\p{Ll}/u;
/** A name that is written with a capital inside: `eBay`, `mRNA`. */
const INNER_CAPITAL = /^\P{L}*\p{Ll}+\p{Lu}/u;

/** A label or a title as the beginning of a line: with a capital, but for a name that has its capital inside. */
export function capitalised(text: string): string {
  if (INNER_CAPITAL.test(text)) return text;
  return text.replace(FIRST_LETTER, (first) => {
    const capital = first.toUpperCase();
    // Of a ligature and of ß it would be two capitals.
    return capital.length === first.length ? capital : first;
  });
}

/** A field in one line, as an export has it: `Damage (USD): number, added up; from the column “Cost”. What was paid.` */
export function fieldInShort(field: OwnField): string {
  const label = columnLabel({ fields: [field] }, ownKey(field));
  const what = [kindInWords(field), aggregateInWords(field)].filter((part) => part !== null).join(', ');
  const from = field.column === null ? '' : `; from the column “${field.column}”`;
  return `${label}: ${what}${from}${field.description === null ? '' : `. ${field.description}`}`;
}
