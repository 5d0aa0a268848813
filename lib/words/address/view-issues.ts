import { sidesOf } from '../../query/compare/sides';
import { KINDS } from '../../series/field-kinds';
import { isGrouping, isMeasure, isOwnKey, type OwnField, type OwnKey, ownField } from '../../series/fields';
import type { SeriesGuide } from '../../series/model';
import { formatDayText } from '../../time/format';
import { serializeClause } from '../../view/grammar/own-clause';
import { cut } from '../../view/grammar/reading';
import { knownIds, TICK_KEYS, type TickKey } from '../../view/keys';
import { MOST_BINS, resolveWindow } from '../../view/resolve';
import { tickedIn } from '../../view/toggle';
import { isRolling, type View, type ViewIssue } from '../../view/view';
import { isWrittenView } from '../../view/written-view';
import { unknownGroups } from '../groups';
import { joinWords, labelOf } from '../labels';
import { type Candidate, nearest } from './nearest';
import { clauseProblem, effectOf, isRangeKind } from './own-ranges';

/** The unknown ids that a message names; the rest is given as a number. */
const MOST_NAMED = 3;

function candidates(guide: SeriesGuide, key: TickKey): readonly Candidate[] {
  const actors = new Map(guide.actors.map((actor) => [actor.id as string, actor]));
  return knownIds(guide, key).map((id) => {
    const actor = actors.get(id);
    return { id, names: actor ? [actor.name, actor.shortName, ...actor.aliases] : [labelOf(guide, key, id)] };
  });
}

/** The known id of a list that an unknown one most likely means; null where none is near. */
export function suggestId(guide: SeriesGuide, key: TickKey, id: string): string | null {
  return nearest(id, candidates(guide, key));
}

function unknownMessage(
  guide: SeriesGuide,
  key: TickKey,
  unknown: readonly string[],
  all: readonly string[],
): string {
  const named = unknown.slice(0, MOST_NAMED);
  const more = unknown.length - named.length;
  const list = joinWords(
    [...named.map((id) => `“${cut(id)}”`), ...(more > 0 ? [`${more} more`] : [])],
    'and',
  );
  const guesses = [...new Set(named.flatMap((id) => suggestId(guide, key, id) ?? []))].map((id) => `“${id}”`);
  const one = unknown.length === 1;
  const reason = `${one ? `is no ${key}` : `name no ${key}`} of this series`;
  const guess = guesses.length === 0 ? '' : ` Did you mean ${joinWords(guesses, 'and')}?`;
  return `${list} ${reason}, ${effectOf(unknown, all)}.${guess}`;
}

function unknownIds(view: View, guide: SeriesGuide, key: TickKey): readonly ViewIssue[] {
  const asked = tickedIn(view, key);
  const known = new Set(knownIds(guide, key));
  const unknown = asked.filter((id) => !known.has(id));
  if (unknown.length === 0) return [];
  const message = unknownMessage(guide, key, unknown, asked);
  return [{ key, value: cut(unknown.join(',')), code: 'unknown-id', message }];
}

function compareIssue(value: string, message: string): ViewIssue {
  return { key: 'compare', value: cut(value), code: 'unknown-id', message };
}

/** Sides of a comparison that are no values of their field, no views of the series, or views that cannot be read. */
function unknownSides(view: View, guide: SeriesGuide): readonly ViewIssue[] {
  const { compare } = view;
  if (compare === null || compare.by === 'period' || isOwnKey(compare.by)) return [];
  if (compare.by !== 'view') {
    const known = new Set(knownIds(guide, compare.by));
    const unknown = compare.items.filter((id) => !known.has(id));
    if (unknown.length === 0) return [];
    const message = unknownMessage(guide, compare.by, unknown, compare.items);
    return [compareIssue(unknown.join(','), message)];
  }
  return sidesOf(view, guide).flatMap(({ item, named, issues, view: side }): readonly ViewIssue[] => {
    if (item === null) return [];
    if (named === null && !isWrittenView(item)) {
      return [compareIssue(item, `“${cut(item)}” is no view of this series, so it matches nothing.`)];
    }
    const found = [...issues, ...checkView({ ...side, compare: null }, guide)];
    return found.map(({ code, message }) => ({ key: 'compare', value: cut(item), code, message }));
  });
}

/** What each place of an address can name: fields that filter, group, are measured or sorted by. */
function askedFields(
  view: View,
): readonly (readonly [place: string, key: OwnKey, allows: (field: OwnField) => boolean])[] {
  const keys = (key: string) => (isOwnKey(key) ? [key] : []);
  return [
    ...view.own.map(({ key, range }) => {
      const allows = ({ kind }: OwnField) => range === null || KINDS[kind].ranged;
      return [key, key, allows] as const;
    }),
    ...keys(view.measure).map((key) => ['measure', key, isMeasure] as const),
    ...keys(view.compare?.by ?? '').map((key) => ['compare', key, () => true] as const),
    ...keys(view.split).map((key) => ['split', key, isGrouping] as const),
    ...view.columns.flatMap((column) => keys(column).map((key) => ['columns', key, () => true] as const)),
    ...view.sort.flatMap(({ column }) => keys(column).map((key) => ['sort', key, () => true] as const)),
  ];
}

/** Fields that the series does not have, and those that cannot do what is asked of them. */
function unknownFields(view: View, guide: SeriesGuide): readonly ViewIssue[] {
  return askedFields(view).flatMap(([place, key, allows]): readonly ViewIssue[] => {
    const field = ownField(guide, key);
    if (field !== undefined && allows(field)) return [];
    const effect =
      place === key
        ? 'so nothing matches'
        : place === 'sort'
          ? 'so it sorts nothing'
          : 'so there is nothing to show';
    const why =
      field === undefined
        ? 'is no field of this series'
        : `is a field of the kind “${field.kind}”, which cannot stand here`;
    return [{ key: place, value: key, code: 'unknown-id', message: `“${cut(key)}” ${why}, ${effect}.` }];
  });
}

/** Clauses on numbers or days that name none, and ranges that end before they begin. */
function unreadRanges(view: View, guide: SeriesGuide): readonly ViewIssue[] {
  return view.own.flatMap((clause): readonly ViewIssue[] => {
    const kind = ownField(guide, clause.key)?.kind;
    const message = kind !== undefined && isRangeKind(kind) ? clauseProblem(kind, clause) : null;
    if (message === null) return [];
    return [{ key: clause.key, value: cut(serializeClause(clause)), code: 'bad-value', message }];
  });
}

function tooManyBins(view: View, guide: SeriesGuide): readonly ViewIssue[] {
  const { bin, coarsened } = resolveWindow(view, guide.meta.coverage);
  if (!coarsened || view.bin === null) return [];
  const message = `Bins of a ${view.bin} would be more than ${MOST_BINS} in this window; the finest that it can be drawn by is the ${bin}.`;
  return [{ key: 'bin', value: view.bin, code: 'too-many-bins', message }];
}

/** A window with a rolling end is known to be reversed once the coverage is; one of two dates is when it is read. */
function reversedWindow(view: View, guide: SeriesGuide): readonly ViewIssue[] {
  const { from: start, to: end } = view;
  if (!start || !end || !(isRolling(start) || isRolling(end))) return [];
  const { from, to } = resolveWindow(view, guide.meta.coverage);
  if (from <= to) return [];
  const message = `The window begins (${start.text}, ${formatDayText(from)}) after it ends (${end.text}, ${formatDayText(to)}), so nothing lies in it.`;
  return [{ key: 'from', value: start.text, code: 'reversed-window', message }];
}

/** Groups of the split that the series does not have, in the clause on groups and in what is selected. */
function unknownInSplit({ split, groups, select }: View, guide: SeriesGuide): readonly ViewIssue[] {
  if (isOwnKey(split)) return [];
  const known = split === 'none' ? [] : knownIds(guide, split);
  return [
    ...unknownGroups('series', groups, split, known),
    ...unknownGroups('select', select?.groups ?? [], split, known),
  ];
}

/** What is wrong with a view once the series is known: ids it does not have, a window reversed, and more bins than can be drawn. */
export function checkView(view: View, guide: SeriesGuide): readonly ViewIssue[] {
  return [
    ...unknownInSplit(view, guide),
    ...unknownSides(view, guide),
    ...unknownFields(view, guide),
    ...unreadRanges(view, guide),
    ...TICK_KEYS.flatMap((key) => unknownIds(view, guide, key)),
    ...reversedWindow(view, guide),
    ...tooManyBins(view, guide),
  ];
}
