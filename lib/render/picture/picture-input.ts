import { answerComparison } from '../../query/compare/plan-comparison';
import { heldGuide } from '../../query/coverage/searched';
import type { Engine } from '../../query/engine';
import type { SeriesInfo } from '../../query/info/series-info';
import { type Answers, answerActivity, answerAround, answerDays } from '../../query/plan/answers';
import { onPage } from '../../query/plan/drawn-groups';
import { planView } from '../../query/plan/plan';
import type { GroupsResult, TotalResult } from '../../query/result';
import type { LateReports } from '../../query/watch/late-bins';
import { type ResolvedWindow, resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { askForMap, type MapAnswers, type MapOutlines } from '../map/ask-map';

export const PICTURES = ['timeline', 'activity', 'comparison', 'map'] as const;
/** What a picture shows of a view: its incidents in time, its figures by bin, its groups against each other, or where they were. */
export type PictureKind = (typeof PICTURES)[number];

/** The answers that pictures are drawn from. */
export interface PictureAnswers
  extends Pick<
    Answers,
    'activity' | 'activityRest' | 'activityTotal' | 'days' | 'comparison' | 'lanes' | 'marks' | 'cells'
  > {
  readonly total: TotalResult;
  /** The total of each group in the measure of the view. */
  readonly groups: GroupsResult;
}

/** Everything a picture is drawn from. */
export interface PictureInput {
  readonly info: SeriesInfo;
  /** The series with all notes on its coverage; `info` has those alone that concern the view. */
  readonly whole: SeriesInfo['guide'];
  readonly view: View;
  readonly window: ResolvedWindow;
  readonly answers: PictureAnswers;
  /** Null where no map was asked for, or nothing has a place on one. */
  readonly map: MapAnswers | null;
  /** What later reports can still add to the last bins; null where that is not known. */
  readonly late: LateReports | null;
}

/** Asks an engine for what the pictures of a view need; a map only where there is something to draw its outlines. */
export async function askForPicture(
  engine: Engine,
  view: View,
  info: SeriesInfo,
  signal?: AbortSignal,
  outlines: MapOutlines | null = null,
  late: LateReports | null = null,
): Promise<PictureInput> {
  const { coverage } = info.guide.meta;
  const plan = planView(view, info);
  const groups = engine.run(plan.lanes, signal);
  const about = answerAround(engine, plan, signal);
  const [total, activity, activityTotal, days, lanes, around, marks, cells, types, sums, comparison, map] =
    await Promise.all([
      engine.run(plan.total, signal),
      answerActivity(engine, plan, groups, signal, about),
      engine.run(plan.activityTotal, signal),
      answerDays(engine, plan.days, signal),
      groups,
      about,
      engine.run(plan.marks, signal),
      engine.run(plan.cells, signal),
      engine.run(plan.typesAnyTime, signal),
      engine.run({ ...plan.lanes, measure: plan.activity.measure }, signal),
      answerComparison(engine, plan.comparison, signal),
      // A page without a map still has its picture, for whoever asks for that wants it.
      outlines &&
        askForMap(engine, view.map === 'off' ? { ...view, map: null } : view, info, outlines, signal),
    ]);
  const answers = {
    ...{ total, ...activity, activityTotal, days, lanes, marks, cells },
    ...{ groups: sums, comparison },
  };
  const whole = info.guide;
  const held = onPage({ ...info, guide: heldGuide(info.guide, types) }, view.split, lanes, around);
  return { info: held, whole, view, window: resolveWindow(view, coverage), answers, map, late };
}
