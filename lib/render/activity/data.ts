import { type DrawnBin, drawnBins } from '../../query/coverage/bin-parts';
import { searchedIn } from '../../query/coverage/searched';
import { type ChangePoints, changePointsOf } from '../../query/exposure/change-points';
import {
  AS_IT_IS,
  AS_SHARES,
  type Drawn,
  drawnAs,
  drawsSteps,
  type Instead,
  workingOf,
} from '../../query/figures/derived';
import type { SeriesInfo } from '../../query/info/series-info';
import type { Answers } from '../../query/plan/answers';
import { drawnGroups } from '../../query/plan/drawn-groups';
import { SEVERAL } from '../../query/query';
import type { CellValue } from '../../query/result';
import type { LateBin, LateReports } from '../../query/watch/late-bins';
import { isSingle } from '../../series/facets';
import type { Split } from '../../series/field-table';
import type { Measure, Noun } from '../../series/measures';
import type { Annotation } from '../../series/model';
import type { Bin } from '../../time/bin';
import type { DaySpan } from '../../time/day';
import { formatBin } from '../../time/format';
import type { ResolvedWindow } from '../../view/resolve';
import { type Axis, hasRollingMean, isStacked, type Mode, type Roll, type View } from '../../view/view';
import { drawnWords } from '../../words/chart';
import { nounOf } from '../../words/headline/headline';
import { type MeasureWords, measureWords, splitNoun } from '../../words/labels';
import { type Band, coverageBands } from '../axis/coverage-bands';
import { datedContext } from '../axis/dated-context';
import { plotFrame, timeScale } from '../axis/time-axis';
import { type ActivityGroup, activityGroups, NOTHING } from './groups';
import { cumulate } from './modes/cumulate';
import { type IndexBase, indexFigures } from './modes/index-figures';

/** A bin of which more is expected to be reported, and its place. */
export interface LateMark extends LateBin {
  readonly index: number;
}

/** Everything an activity chart draws. Bins and the values of every group stand in the same order. */
export interface ActivityData {
  readonly measure: Measure;
  /** How the measure, the values of the split and what is counted are called. */
  readonly words: { readonly measure: MeasureWords; readonly split: Noun; readonly incident: Noun };
  readonly split: Split;
  /** Whether an incident of this view has several values of it, and so counts in several groups, or under several. */
  readonly shared: boolean;
  readonly roll: Roll;
  /** The actors and the regions that were chosen, under which others are rolled up. */
  readonly actors: readonly string[];
  readonly regions: readonly string[];
  readonly mode: Mode;
  /** Whether panels share one scale of values. */
  readonly axis: Axis;
  /** What an index is of; null in other modes. */
  readonly base: IndexBase | null;
  /** The number of bins of which a rolling mean is drawn; null where none is. */
  readonly rollMean: number | null;
  /** The stretches of steady rate that are drawn over the bars; null where none are. */
  readonly steps: ChangePoints | null;
  /** The bins of which more is expected to be reported, where the bars are those of incidents. */
  readonly late: readonly LateMark[];
  /** Why measure or mode are not those that the address asks for; null where they are. */
  readonly instead: Instead | null;
  /** Whether figures are means or shares, so that the axis may be finer than by ones. */
  readonly fractions: boolean;
  readonly bin: Bin;
  readonly window: DaySpan;
  readonly coverage: DaySpan;
  readonly bins: readonly DrawnBin[];
  /** In a stable order: the palette's, then `other`, `several`, `none`. */
  readonly groups: readonly ActivityGroup[];
  /** The groups that are drawn apart; the others are `other`. */
  readonly drawn: readonly string[];
  /** Each incident once, whatever its groups. Null where nothing was watched and nothing is known. */
  readonly totals: readonly (CellValue | null)[];
  /**
   * Where the coder watched less well or not at all. `lanes` are the groups it concerns where each has a panel, else
   * empty; null where it concerns a part of what is drawn.
   */
  readonly bands: readonly Band[];
  /** Dated context inside the window. */
  readonly annotations: readonly Annotation[];
  /** No incident in any bin. */
  readonly empty: boolean;
}

/** What the chart needs of a dashboard; `answers` are those of this very view. */
export interface ActivityInput {
  readonly info: Pick<SeriesInfo, 'guide' | 'ranking' | 'rolled'>;
  readonly view: View;
  readonly window: ResolvedWindow;
  readonly answers: Pick<Answers, 'activity' | 'activityRest' | 'activityTotal' | 'days'>;
  /** What later reports can still add to the last bins of this view; null where that is not known (yet). */
  readonly late: LateReports | null;
}

type Values = readonly (CellValue | null)[];

function annotationsIn(annotations: readonly Annotation[], { from, to }: DaySpan): readonly Annotation[] {
  return annotations
    .filter(({ date: { earliest } }) => earliest !== null && earliest >= from && earliest <= to)
    .sort((a, b) => (a.date.earliest ?? 0) - (b.date.earliest ?? 0));
}

/** The groups of a view as its mode draws them: with all incidents together in a calendar, each by itself elsewhere. */
function groupsOf(
  { info, view, answers }: ActivityInput,
  bins: readonly DrawnBin[],
  mode: Mode,
): { readonly groups: readonly ActivityGroup[]; readonly total: ActivityGroup | undefined } {
  const [total] = activityGroups(info, { ...view, split: 'none' }, bins, answers.activityTotal);
  if (mode === 'calendar') return { groups: total ? [total] : [], total };
  const { activity, activityRest } = answers;
  return { groups: activityGroups(info, view, bins, activity, activityRest, isStacked(mode)), total };
}

/** The figures of groups and of all together as they are drawn: added up where the mode does, and worked out. */
function figuresOf(
  info: ActivityInput['info'],
  { measure, mode }: Drawn,
  plain: readonly ActivityGroup[],
  totals: Values,
  overall: CellValue,
): { readonly groups: readonly ActivityGroup[]; readonly totals: Values } {
  const working = mode === 'share' ? AS_SHARES : workingOf(info.guide, measure);
  const added = mode === 'cumulative' ? cumulate : (values: Values) => values;
  const all = added(totals);
  const figures = (values: Values): Values =>
    values.map((value, at) => value && working.ofGroup(value, all[at] ?? NOTHING));
  return {
    groups: plain.map((one) => ({
      ...one,
      values: figures(added(one.values)),
      total: working.ofGroup(one.total, overall),
    })),
    totals: all.map((value) => value && working.ofAll(value)),
  };
}

/** The incidents that a figure is of, in high. */
function matchedIn(value: CellValue | null | undefined): number {
  return value?.basis?.matched ?? value?.high ?? 0;
}

/** Whether an incident counts in several of these groups: then they hold more than all together, in some bin. */
function holdsShared(groups: readonly ActivityGroup[], all: ActivityGroup | undefined): boolean {
  if (groups.some(({ kind }) => kind === SEVERAL)) return true;
  return (all?.values ?? []).some((total, at) => {
    const counted = groups.reduce((sum, { values }) => sum + matchedIn(values[at]), 0);
    return counted > matchedIn(total);
  });
}

/** Whole bins of the chart that are still being reported. What is told of other bins than the chart's cannot be drawn on them. */
function lateMarks(
  { late, window }: ActivityInput,
  { measure, mode }: Drawn,
  bins: readonly DrawnBin[],
): readonly LateMark[] {
  if (late === null || late.bin !== window.bin || measure !== 'incidents' || mode !== 'stack') return [];
  const known = new Map(late.bins.map((one) => [one.start, one]));
  return bins.flatMap(({ start, partial }, index) => {
    const one = known.get(start);
    return one === undefined || partial ? [] : [{ ...one, index }];
  });
}

/** The data of the activity chart of a view. A bin without incidents is 0 where it was watched, null where not. */
export function activityData(input: ActivityInput): ActivityData {
  const { info, view, window, answers } = input;
  const { meta, annotations } = info.guide;
  const bins = drawnBins(window, meta.coverage, searchedIn(window, view, info.guide).missed);
  const drawn = drawnAs(view, info.guide);
  const { measure, mode, instead } = drawn;
  const split = mode === 'calendar' ? 'none' : view.split;
  const { groups: plain, total } = groupsOf(input, bins, mode);
  const nothing = bins.map(({ covered }) => (covered ? NOTHING : null));
  const worked = figuresOf(info, drawn, plain, total?.values ?? nothing, total?.total ?? NOTHING);
  const index = mode === 'index' ? indexFigures(bins, worked.groups, worked.totals, view.indexFrom) : null;
  const lanes = mode === 'panels' ? plain : [];
  const incident = nounOf(view, meta);
  const words = measureWords(info.guide, measure, incident);
  const base = index?.base.index ?? null;
  return {
    measure,
    words: {
      measure: drawnWords(words, mode, base === null ? null : formatBin(bins[base]!.start, window.bin)),
      split: splitNoun(info.guide, split),
      incident,
    },
    shared: !isSingle(info.guide, split) && holdsShared(plain, total),
    split,
    roll: view.roll,
    actors: view.actors,
    regions: view.regions,
    mode,
    axis: view.axis,
    base: index?.base ?? null,
    rollMean: hasRollingMean(mode) ? view.rollMean : null,
    steps: drawsSteps(view, drawn) && answers.days ? changePointsOf(view, info.guide, answers.days) : null,
    late: lateMarks(input, drawn, bins),
    instead,
    fractions: mode === 'share' || mode === 'index' || workingOf(info.guide, measure) !== AS_IT_IS,
    bin: window.bin,
    drawn: drawnGroups(info, split),
    window: { from: window.from, to: window.to },
    coverage: meta.coverage,
    bins,
    groups: (index ?? worked).groups,
    totals: (index ?? worked).totals,
    bands: coverageBands(info.guide, view, lanes, timeScale(window.from, window.to, plotFrame(1000))),
    annotations: annotationsIn(datedContext(annotations, view), window),
    empty: answers.activityTotal.bins.length === 0,
  };
}

/**
 * Whether a bin counts incidents of its own in these values; in a running total, whether it adds to what was before.
 */
export function countsIn(
  { mode }: Pick<ActivityData, 'mode'>,
  values: readonly (CellValue | null)[],
  index: number,
): boolean {
  const value = values[index];
  if (!value || value.basis?.matched === 0) return false;
  if (mode !== 'cumulative') return value.high === null || value.high > 0;
  const before = values.slice(0, index).findLast((one) => one !== null);
  return before ? value.best !== before.best || value.high !== before.high : (value.high ?? 0) > 0;
}
