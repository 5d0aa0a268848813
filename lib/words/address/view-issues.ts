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
import { knownValues, type ValuesOf } from './own-values';

/** The unknown ids that a message names; the rest is given as a number. */
const MOST_NAMED = 3;

/** Among so many of the most frequent values of an own field it is looked for what an unknown one means: there may be a hundred thousand. */
const MOST_LIKELY = 1000;

/** What is asked for and not there, and what is said of it. */
interface Unknown {
  readonly unknown: readonly string[];
  readonly message: string;
}

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

/** The message on ids or values that are no `noun`, some or all of those that are asked for, with what each most likely means. */
function unknownMessage(
  noun: string,
  unknown: readonly string[],
  all: readonly string[],
  suggest: (id: string) => string | null,
): string {
  const named = unknown.slice(0, MOST_NAMED);
  const more = unknown.length - named.length;
  const list = joinWords(
    [...named.map((id) => `“${cut(id)}”`), ...(more > 0 ? [`${more} more`] : [])],
    'and',
  );
  const guesses = [...new Set(named.flatMap((id) => suggest(id) ?? []))].map((id) => `“${cut(id)}”`);
  const reason = `${unknown.length === 1 ? 'is' : 'name'} no ${noun}`;
  const guess = guesses.length === 0 ? '' : ` Did you mean ${joinWords(guesses, 'and')}?`;
  return `${list} ${reason}, ${effectOf(unknown, all)}.${guess}`;
}

/** What is wrong with ids of a built-in field that are asked for; null where all are known. */
function idsProblem(guide: SeriesGuide, key: TickKey, asked: readonly string[]): Unknown | null {
  const known = new Set(knownIds(guide, key));
  const unknown = asked.filter((id) => !known.has(id));
  if (unknown.length === 0) return null;
  const suggest = (id: string) => suggestId(guide, key, id);
  return { unknown, message: unknownMessage(`${key} of this series`, unknown, asked, suggest) };
}

/** What is wrong with values of an own field that are asked for; null where all are known, or it is not known which there are. */
function valuesProblem(
  guide: SeriesGuide,
  key: OwnKey,
  asked: readonly string[],
  valuesOf: ValuesOf,
): Unknown | null {
  const field = ownField(guide, key);
  const values = field === undefined ? null : knownValues(field, valuesOf);
  if (field === undefined || values === null) return null;
  const known = new Set(values);
  const unknown = asked.filter((value) => !known.has(value));
  if (unknown.length === 0) return null;
  const likely = values.slice(0, MOST_LIKELY).map((id) => ({ id, names: [] }));
  const noun = `value of “${cut(field.label)}” in this series`;
  return { unknown, message: unknownMessage(noun, unknown, asked, (value) => nearest(value, likely)) };
}

function unknownIssue(key: string, problem: Unknown | null): readonly ViewIssue[] {
  if (problem === null) return [];
  return [{ key, value: cut(problem.unknown.join(',')), code: 'unknown-id', message: problem.message }];
}

function compareIssue(value: string, message: string): ViewIssue {
  return { key: 'compare', value: cut(value), code: 'unknown-id', message };
}

/** Sides of a comparison that are no values of their field, no views of the series, or views that cannot be read. */
function unknownSides(view: View, guide: SeriesGuide, valuesOf: ValuesOf): readonly ViewIssue[] {
  const { compare } = view;
  if (compare === null || compare.by === 'period') return [];
  const { by, items } = compare;
  if (isOwnKey(by)) return unknownIssue('compare', valuesProblem(guide, by, items, valuesOf));
  if (by !== 'view') return unknownIssue('compare', idsProblem(guide, by, items));
  return sidesOf(view, guide).flatMap(({ item, named, issues, view: side }): readonly ViewIssue[] => {
    if (item === null) return [];
    if (named === null && !isWrittenView(item)) {
      return [compareIssue(item, `“${cut(item)}” is no view of this series, so it matches nothing.`)];
    }
    const found = [...issues, ...checkView({ ...side, compare: null }, guide, valuesOf)];
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
function unknownInSplit(
  { split, groups, select }: View,
  guide: SeriesGuide,
  valuesOf: ValuesOf,
): readonly ViewIssue[] {
  const field = isOwnKey(split) ? ownField(guide, split) : undefined;
  const known = isOwnKey(split)
    ? field && knownValues(field, valuesOf)
    : split === 'none'
      ? []
      : knownIds(guide, split);
  if (known == null) return [];
  return [
    ...unknownGroups('series', groups, split, known),
    ...unknownGroups('select', select?.groups ?? [], split, known),
  ];
}

/**
 * What is wrong with a view once the series is known: ids and values it does not have, a window reversed, and more bins than can be drawn. Values of own fields are
 * looked at where it is known which there are.
 */
export function checkView(
  view: View,
  guide: SeriesGuide,
  valuesOf: ValuesOf = () => null,
): readonly ViewIssue[] {
  return [
    ...unknownInSplit(view, guide, valuesOf),
    ...unknownSides(view, guide, valuesOf),
    ...unknownFields(view, guide),
    ...unreadRanges(view, guide),
    ...view.own.flatMap(({ key, values }) => unknownIssue(key, valuesProblem(guide, key, values, valuesOf))),
    ...TICK_KEYS.flatMap((key) => unknownIssue(key, idsProblem(guide, key, tickedIn(view, key)))),
    ...reversedWindow(view, guide),
    ...tooManyBins(view, guide),
  ];
}
