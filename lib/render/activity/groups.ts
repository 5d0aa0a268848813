import { group } from 'd3-array';
import { type DrawnBin, isMissed } from '../../query/coverage/bin-parts';
import { searchedIn } from '../../query/coverage/searched';
import type { SeriesInfo } from '../../query/info/series-info';
import type { RestAnswer } from '../../query/plan/answers';
import { drawnGroups, standingGroups } from '../../query/plan/drawn-groups';
import { NONE, SEVERAL } from '../../query/query';
import type { BinsResult, BinValue, CellValue } from '../../query/result';
import type { Split } from '../../series/field-table';
import { byCodePoint } from '../../text/order';
import type { DaySpan } from '../../time/day';
import { changeView } from '../../view/change';
import type { Grouping, View } from '../../view/view';
import { groupLabel } from '../../words/groups';
import { splitNoun } from '../../words/labels';
import { type ColourName, colourName, OTHER } from '../scene/palette';
import { restInWords, restIsDoubt, select } from './group-links';
import { sumOfBins } from './modes/cumulate';

/** One group of a chart, a value for each bin. */
export interface ActivityGroup {
  /** `all` without a split; `one` stands for itself; the others as in query.ts and palette.ts. */
  readonly kind: 'all' | 'one' | typeof OTHER | typeof SEVERAL | typeof NONE;
  /** The ids counted in it: one of `one`, several of `other`, `none` of `none`, else empty. */
  readonly members: readonly string[];
  readonly label: string;
  readonly colour: ColourName;
  /** Null where nothing was watched and nothing is known; an estimate of nulls where incidents report no figure. */
  readonly values: readonly (CellValue | null)[];
  /** The bins added up, before any running sum. Only best is a total: an incident may lie in high of several bins. */
  readonly total: CellValue;
  /** The stretches of the window in which nobody looked for it. */
  readonly missed: readonly DaySpan[];
  /** Those in which it was searched thinly or sampled. */
  readonly thin: readonly DaySpan[];
}

type Info = Pick<SeriesInfo, 'guide' | 'ranking' | 'rolled'>;
type Values = ReadonlyMap<number, CellValue>;

/** The figure of a bin in which nothing happened. */
export const NOTHING: CellValue = { low: 0, best: 0, high: 0, basis: null };

function byBin(all: readonly BinValue[]): Values {
  return new Map(all.map(({ start, low, best, high, basis }) => [start, { low, best, high, basis }]));
}

/**
 * What a group is called. In a stack that files incidents of several groups apart, a group is `alone`: its facet, its lane and its
 * line count more than its bars do.
 */
function labelled(
  info: Info,
  by: Grouping,
  id: string | null,
  stack: { readonly stacked: boolean; readonly apart: boolean },
): Pick<ActivityGroup, 'kind' | 'label' | 'members'> {
  if (id === null) return { kind: 'all', members: [], label: 'All' };
  if (id === SEVERAL)
    return { kind: SEVERAL, members: [], label: `Several ${splitNoun(info.guide, by.split).many}` };
  const { short } = groupLabel(info.guide, by, id);
  if (id === NONE) {
    const label = restIsDoubt(by.split, stack.stacked) ? `${short}, or ${restInWords(by.split)}` : short;
    return { kind: NONE, members: [id], label };
  }
  return { kind: 'one', members: [id], label: stack.apart ? `${short} alone` : short };
}

/** The place of an id in the order of the chart: the palette, what is beyond it, several, none. */
function place(order: readonly string[], id: string | null): number {
  if (id === SEVERAL) return order.length + 1;
  if (id === NONE) return order.length + 2;
  const index = order.indexOf(id ?? '');
  return index < 0 ? order.length : index;
}

function byId(a: string | null, b: string | null): number {
  return byCodePoint(a ?? '', b ?? '');
}

/** What is drawn beside the named groups: those beyond them, taken together. */
function otherGroup(
  { guide }: Info,
  split: Split,
  ids: readonly string[],
): Pick<ActivityGroup, 'kind' | 'label' | 'members'> {
  const { one, many } = splitNoun(guide, split);
  return { kind: OTHER, members: ids, label: `Other (${ids.length} ${ids.length === 1 ? one : many})` };
}

/** How the days of a chart were searched for one group: as for all that the view asks for, where it is no value of a facet. */
function searchedFor(
  { guide }: Info,
  view: View,
  bins: readonly DrawnBin[],
  { kind, members }: Pick<ActivityGroup, 'kind' | 'members'>,
): Pick<ActivityGroup, 'missed' | 'thin'> {
  const [first, last] = [bins[0], bins.at(-1)];
  if (first === undefined || last === undefined) return { missed: [], thin: [] };
  const named = kind === 'one' || kind === OTHER;
  const asked = named ? changeView(view, select(view, view.split, members)) : view;
  const { missed, watches } = searchedIn({ from: first.from, to: last.to }, asked, guide);
  const thin = watches.filter(({ note, reach }) => note.kind !== 'gap' && reach === 'whole');
  return { missed, thin: thin.map(({ note }) => note) };
}

/**
 * The groups of a result: those that are drawn apart each, and `rest`, all others taken together, as one.
 * Only groups with an incident in high. `stacked` as the result was asked for: else an incident of several groups counts
 * in each of those drawn apart.
 */
export function activityGroups(
  info: Info,
  by: View,
  bins: readonly DrawnBin[],
  { bins: values }: BinsResult,
  rest: RestAnswer | null = null,
  stacked = false,
): readonly ActivityGroup[] {
  const colours = drawnGroups(info, by.split);
  const order = standingGroups(info, by);
  const filled = (known: Values, missed: readonly DaySpan[]) =>
    bins.map((bin) => known.get(bin.start) ?? (bin.covered && !isMissed(bin, missed) ? NOTHING : null));
  const apart = stacked && values.some(({ series }) => series === SEVERAL);
  const places = group(values, ({ series }) => place(order, series));
  if (rest !== null && rest.bins.length > 0) places.set(order.length, [...rest.bins]);
  return [...places]
    .sort(([a], [b]) => a - b)
    .map(([at, all]) => {
      const isRest = at === order.length && rest !== null;
      const ids = isRest ? rest.members : [...new Set(all.map(({ series }) => series))].sort(byId);
      const [id = null] = ids;
      const beyond = ids.length > 1 && at === order.length;
      const known = byBin(all);
      const named = beyond
        ? {
            ...otherGroup(
              info,
              by.split,
              ids.flatMap((one) => one ?? []),
            ),
            colour: '--group-other' as const,
          }
        : { ...labelled(info, by, id, { stacked, apart }), colour: colourName(colours, id) };
      const searched = searchedFor(info, by, bins, named);
      return {
        ...named,
        ...searched,
        values: filled(known, searched.missed),
        total: sumOfBins([...known.values()]),
      };
    });
}
