import { ownField } from '../series/fields';
import type { Initiator, Relation, SeriesGuide } from '../series/model';
import type { DaySpan } from '../time/day';
import { formatSpan } from '../time/format';
import { rollingInWords } from '../time/rolling';
import { OWN_FIELDS } from '../view/grammar';
import type { FilterKey } from '../view/keys';
import { resolveWindow, unreadFilters } from '../view/resolve';
import { type BoundSpan, isRolling, type OwnClause, type View, type WindowEnd } from '../view/view';
import { boxInWords, placesPart } from './address/places';
import { groupsInWords } from './groups';
import { nounOf } from './headline/headline';
import { actorName, capitalised, fieldLabel, joinWords, labelOf, lowered } from './labels';

/** More values than this are given as their number. */
const MOST_NAMES = 3;
const NONE = 'none';

/** Common nouns that end the name of an organisation which English writes with "the". */
const WITH_ARTICLE =
  /^(state|emirate|republic|army|corps|legion|battalion|brigade|front|forces|directorate|service|agency|committee|council|group|network|movement|party|union|alliance|organi[sz]ation|police|government|militia|guard|centre|center|federation|kingdom)$/i;

/** A name inside a sentence: "the" before "Islamic State" or "Main Directorate of …", none before "al-Qaeda". */
function withArticle(name: string): string {
  const bare = name.replace(/\s*\(.*\)$/, '');
  if (bare.includes(' – ') || /^the /i.test(bare)) return name;
  const heads = [bare, bare.split(/ (?:of|in|for|behind|at) /)[0] ?? ''].map((part) =>
    part.split(' ').at(-1),
  );
  return heads.some((head) => WITH_ARTICLE.test(head ?? '')) ? `the ${name}` : name;
}

function isKnown(known: readonly { readonly id: string }[], id: string): boolean {
  return id === NONE || known.some((one) => one.id === id);
}

/** The words for an id of the model's own; undefined where it is none. */
function wordsFor<Id extends string>(words: Readonly<Record<Id, string>>, id: string): string | undefined {
  return Object.hasOwn(words, id) ? words[id as Id] : undefined;
}

function quoted(id: string): string {
  return `“${id}” (unknown)`;
}

/** `a, b or c`, or `12 actors` where they are too many to name. */
function listed(words: readonly string[], many: string): string {
  return words.length > MOST_NAMES ? `${words.length} ${many}` : joinWords(words, 'or');
}

function actorWords(view: View, guide: SeriesGuide): string {
  const ids = view.actors.filter((id) => id !== NONE);
  const name = (id: string) => {
    if (!isKnown(guide.actors, id)) return quoted(id);
    return withArticle(ids.length === 1 ? actorName(guide, id) : labelOf(guide, 'actor', id));
  };
  return listed(ids.map(name), 'actors');
}

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  claimed: 'claimed by',
  attributed: 'attributed to',
  suspected: 'suspected to be by',
  involved: 'involving',
};

function relationWords(id: string): string {
  return wordsFor(RELATION_WORDS, id) ?? `tied in an unknown way (“${id}”) to`;
}

/** ` claimed by the Islamic State`; ` linked to …` where any relation will do. */
function linkPart(view: View, guide: SeriesGuide): string {
  const relations = view.relations.filter((id) => id !== NONE);
  const named = view.actors.some((id) => id !== NONE);
  const parts: string[] = [];
  if (relations.length > 0 && (named || view.actors.length === 0)) {
    parts.push(
      `${joinWords(relations.map(relationWords), 'or')} ${named ? actorWords(view, guide) : 'anyone'}`,
    );
  } else if (named && relations.length === view.relations.length) {
    parts.push(`linked to ${actorWords(view, guide)}`);
  } else if (named) {
    parts.push(`with no relation to ${actorWords(view, guide)}`);
  }
  if (view.actors.includes(NONE)) parts.push('with no actor established');
  else if (view.relations.includes(NONE) && (relations.length > 0 || !named)) {
    parts.push('with no relation given');
  }
  return parts.length === 0 ? '' : ` ${joinWords(parts, 'or')}`;
}

function typePart({ types }: View, guide: SeriesGuide): string {
  if (types.length === 0) return '';
  if (types.length > MOST_NAMES) return ` of ${types.length} types`;
  const named = types
    .filter((id) => id !== NONE)
    .map((id) => (isKnown(guide.types, id) ? lowered(labelOf(guide, 'type', id)) : quoted(id)));
  const parts = named.length === 0 ? [] : [`of the type ${joinWords(named, 'or')}`];
  return ` ${joinWords(types.includes(NONE) ? [...parts, 'of no given type'] : parts, 'or')}`;
}

function regionPart({ regions }: View, guide: SeriesGuide): string {
  const word = (id: string) => {
    if (id === NONE) return 'no given region';
    return isKnown(guide.regions, id) ? labelOf(guide, 'region', id) : quoted(id);
  };
  return regions.length === 0 ? '' : ` in ${listed(regions.map(word), 'regions')}`;
}

const INITIATOR_WORDS: Readonly<Record<Initiator, string>> = {
  'non-state': 'started by non-state actors',
  'foreign-state': 'started by a foreign state',
  mixed: 'that either side may have started',
  unclear: 'started by an unclear side',
  state: 'started by the state',
};

function initiatorPart({ initiators }: View): string {
  if (initiators.length === 0) return '';
  const words = initiators.map((id) => wordsFor(INITIATOR_WORDS, id) ?? `started by ${quoted(id)}`);
  return ` ${joinWords(words, 'or')}`;
}

/** A clause on an own field in words: `weapon rifle or knife`, `damage from 100 to 200`. */
export function clauseInWords({ key, values, range }: OwnClause, guide: SeriesGuide): string {
  const name = lowered(fieldLabel(guide, key));
  const known = ownField(guide, key) !== undefined;
  if (!known) return `${quoted(key)} being what is asked`;
  if (range === null) {
    return `${name} ${listed(
      values.map((id) => labelOf(guide, key, id)),
      'values',
    )}`;
  }
  return `${name} ${rangeInWords(range)}`;
}

/** A range in words: `from 100 to 200`, `up to 5`. */
export function rangeInWords({ from, to }: NonNullable<OwnClause['range']>): string {
  if (from === null) return `up to ${to}`;
  return to === null ? `from ${from} on` : `from ${from} to ${to}`;
}

/** ` with weapon rifle or knife and damage from 100 to 200`. */
function ownPart({ own }: View, guide: SeriesGuide): string {
  if (own.length === 0) return '';
  return ` with ${joinWords(
    own.map((clause) => clauseInWords(clause, guide)),
    'and',
  )}`;
}

/** `Attacks`; `Disputed operations` where the state began them. */
function subject(view: View, guide: SeriesGuide): string {
  const noun = nounOf(view, guide.meta).many;
  const dispute = { no: 'undisputed ', only: 'disputed ' };
  return capitalised(`${view.disputed === null ? '' : dispute[view.disputed]}${noun}`);
}

function certaintyPart({ certainties, relations }: View): string {
  if (certainties.length === 0) return '';
  const links = certainties.filter((id) => id !== NONE);
  if (links.length === 0) return ', without any link';
  const none = certainties.includes(NONE) ? ' (or none at all)' : '';
  const words = joinWords(links, 'or');
  if (relations.join() === 'claimed') return `, the claim ${words} to have been made${none}`;
  return `, with a ${words} link${none}`;
}

function brokenPart(view: View): string {
  const keys = unreadFilters(view).map((key) => `“${key}”`);
  if (keys.length === 0) return '';
  return `; ${joinWords(keys, 'and')} cannot be read, so nothing is counted`;
}

/** One end as written: `Mar 2017`; `12 months back` where it rolls. */
function endInWords(end: WindowEnd): string {
  return isRolling(end) ? `${rollingInWords(end)} back` : formatSpan(end.from, end.to);
}

/** What moves with the series: ` (the latest 12 months)`. */
function rollingPart({ from, to }: View): string {
  if (from && isRolling(from) && !to) return ` (the latest ${rollingInWords(from)})`;
  if (from && isRolling(from)) return ` (${rollingInWords(from)})`;
  return to && isRolling(to) ? ` (to ${rollingInWords(to)} before the end)` : '';
}

/**
 * The window in words: `2017 – Mar 2024`. One that begins after the coverage, or ends before it, has no other end;
 * `window` is the resolved one.
 */
export function windowInWords(view: View, { from, to }: DaySpan): string {
  if (from <= to) return formatSpan(from, to) + rollingPart(view);
  if (view.from && !view.to) return `from ${endInWords(view.from)}, after the coverage`;
  if (view.to && !view.from) return `until ${endInWords(view.to)}, before the coverage`;
  return 'a window that ends before it begins';
}

/** A clause in the sentence; `window` is the resolved one. */
type Clause = (view: View, guide: SeriesGuide, window: DaySpan) => string;

/** Of what another key speaks for: a relation is said with the actor, an end with the window. */
const SAID_ELSEWHERE: Clause = () => '';

/**
 * What each key that filters says in the sentence, in the order in which it stands there. The types ask for every key of the
 * grammar: one that is missing here would leave a clause unsaid.
 */
const CLAUSES: Readonly<Record<FilterKey | typeof OWN_FIELDS, Clause>> = {
  disputed: subject,
  type: typePart,
  actor: linkPart,
  relation: SAID_ELSEWHERE,
  region: regionPart,
  place: ({ places }) => placesPart(places),
  box: ({ box }) => (box === null ? '' : `, at points from ${boxInWords(box)}`),
  initiator: initiatorPart,
  [OWN_FIELDS]: ownPart,
  scope: ({ scope }) => (scope === 'out' ? ', outside the series’ scope' : ''),
  from: (view, _, window) => `, ${windowInWords(view, window)}`,
  to: SAID_ELSEWHERE,
  certainty: certaintyPart,
  series: (view, guide) => (view.groups.length === 0 ? '' : `, in the group ${groupsInWords(view, guide)}`),
  q: ({ q }) => (q === '' ? '' : `, mentioning “${q}”`),
};

/**
 * The view as a headline: `Attacks claimed by the Islamic State, 2017 – Mar 2024`. Everything that decides which
 * incidents are counted is in it; how they are drawn, and what is selected of it, is not. `window` is the resolved one.
 */
export function countedInWords(view: View, guide: SeriesGuide, window: DaySpan): string {
  const clauses = Object.values(CLAUSES).map((clause) => clause(view, guide, window));
  return [...clauses, brokenPart(view)].join('');
}

/** The days of a selection as they are written: `Mar 2017`, `up to Mar 2017`. */
function spanInWords({ from, to }: BoundSpan): string {
  if (from && to) return formatSpan(from.from, to.to);
  return to ? `up to ${formatSpan(to.from, to.to)}` : `from ${from ? formatSpan(from.from, from.to) : ''} on`;
}

/** Whether no day of a selection lies in the window, so that it holds nothing. */
function isOutside({ from, to }: BoundSpan, view: View, guide: SeriesGuide): boolean {
  const window = resolveWindow(view, guide.meta.coverage);
  return (from !== null && from.from > window.to) || (to !== null && to.to < window.from);
}

/** What is selected of a chart: `ISCP alone, Mar 2017`, and that it lies outside the window, where it does. Empty where nothing is. */
export function selectionInWords(view: View, guide: SeriesGuide): string {
  const { select } = view;
  if (select === null) return '';
  const { span } = select;
  const outside = span !== null && isOutside(span, view, guide) ? ' (outside the window)' : '';
  const days = span === null ? [] : [`${spanInWords(span)}${outside}`];
  const { groups } = select;
  return [...(groups.length === 0 ? [] : [groupsInWords({ ...view, groups }, guide)]), ...days].join(', ');
}

/** That a map has only what is selected; null where nothing is. */
export function selectedOnMap(view: View, guide: SeriesGuide): string | null {
  return view.select === null ? null : `Only what is selected: ${selectionInWords(view, guide)}.`;
}

/** All that a view shows in words: what it counts, and what is selected of that for the table. */
export function viewInWords(view: View, guide: SeriesGuide, window: DaySpan): string {
  const selected = selectionInWords(view, guide);
  return `${countedInWords(view, guide, window)}${selected === '' ? '' : `; shown in the table: ${selected}`}`;
}
