import type { Answers } from '../query/answers';
import type { SeriesInfo } from '../query/series-info';
import type { Annotation, CoverageNote, Estimate, Measure } from '../series/model';
import type { Bin } from '../time/bin';
import type { DaySpan } from '../time/day';
import type { ResolvedWindow } from '../view/resolve';
import type { Mode, Split, View } from '../view/view';
import { type ActivityBin, activityBins } from './activity-bins';
import { type ActivitySeries, activitySeries } from './activity-series';
import { cumulate } from './cumulate';

/** Everything an activity chart draws. Bins and the values of every series stand in the same order. */
export interface ActivityData {
  readonly measure: Measure;
  readonly split: Split;
  readonly mode: Mode;
  readonly bin: Bin;
  readonly window: DaySpan;
  readonly coverage: DaySpan;
  readonly bins: readonly ActivityBin[];
  /** In a stable order: the palette's, then `other`, `several`, `none`. */
  readonly series: readonly ActivitySeries[];
  /** Each incident once, whatever its series. Null where nothing was watched and nothing is known. */
  readonly totals: readonly (Estimate | null)[];
  /** Coverage notes that touch the window, and dated context inside it. */
  readonly notes: readonly CoverageNote[];
  readonly annotations: readonly Annotation[];
  /** No incident in any bin. */
  readonly empty: boolean;
}

/** What the chart needs of a dashboard; `answers` are those of this very view. */
export interface ActivityInput {
  readonly info: Pick<SeriesInfo, 'guide' | 'ranking'>;
  readonly view: Pick<View, 'measure' | 'split' | 'mode' | 'actors' | 'types'>;
  readonly window: ResolvedWindow;
  readonly answers: Pick<Answers, 'activity' | 'activityTotal'>;
}

/** A note narrowed to actors or types concerns a view that selects none, or one of them. */
function concerns(note: CoverageNote, view: ActivityInput['view']): boolean {
  const meets = (own: readonly string[], selected: readonly string[]) =>
    own.length === 0 || selected.length === 0 || own.some((id) => selected.includes(id));
  return meets(note.actors, view.actors) && meets(note.types, view.types);
}

function annotationsIn(annotations: readonly Annotation[], { from, to }: DaySpan): readonly Annotation[] {
  return annotations
    .filter(({ date: { earliest } }) => earliest !== null && earliest >= from && earliest <= to)
    .sort((a, b) => (a.date.earliest ?? 0) - (b.date.earliest ?? 0));
}

/** The data of the activity chart of a view. A bin without incidents is 0 where it was watched, null where not. */
export function activityData({ info, view, window, answers }: ActivityInput): ActivityData {
  const { meta, coverageNotes, annotations } = info.guide;
  const bins = activityBins(window, meta.coverage, coverageNotes);
  const plain = activitySeries(info, view.split, bins, answers.activity);
  const [total] = activitySeries(info, 'none', bins, answers.activityTotal);
  const nothing = bins.map(({ covered }) => (covered ? { low: 0, best: 0, high: 0 } : null));
  const totals = total?.values ?? nothing;
  const running = view.mode === 'cumulative';
  return {
    measure: view.measure,
    split: view.split,
    mode: view.mode,
    bin: window.bin,
    window: { from: window.from, to: window.to },
    coverage: meta.coverage,
    bins,
    series: running ? plain.map((one) => ({ ...one, values: cumulate(one.values) })) : plain,
    totals: running ? cumulate(totals) : totals,
    notes: coverageNotes.filter(
      (note) => note.from <= window.to && note.to >= window.from && concerns(note, view),
    ),
    annotations: annotationsIn(annotations, window),
    empty: answers.activityTotal.bins.length === 0,
  };
}
