import {
  type ComparisonAnswers,
  countedAgain,
  unionView,
  wholeView,
} from '../../query/compare/plan-comparison';
import { type Side, sidesOf } from '../../query/compare/sides';
import { type DrawnBin, drawnBins, within } from '../../query/coverage/bin-parts';
import { searchedIn, type Uncountable, uncountable } from '../../query/coverage/searched';
import { drawnAs, workingOf } from '../../query/figures/derived';
import type { SeriesInfo } from '../../query/info/series-info';
import { drawnGroups } from '../../query/plan/drawn-groups';
import type { CellValue, Count, RowsResult, Sum, TotalResult } from '../../query/result';
import { MARKED, type Measure } from '../../series/measures';
import type { IncidentId } from '../../series/model';
import type { DaySpan } from '../../time/day';
import type { EventDate } from '../../time/event-date';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { againWords, comparisonTitle, type SideWords, sideWords } from '../../words/comparison';
import { caveatOf, UNCOUNTABLE_WORDS } from '../../words/coverage';
import { capitalised, measureWords } from '../../words/labels';
import { NOTHING } from '../activity/groups';
import { type ColourName, colourName } from '../scene/palette';

/** The incident at one end of a side. */
export interface EndIncident {
  readonly id: IncidentId;
  readonly date: EventDate;
  /** Every incident looked at counts in high alone. */
  readonly doubtful: boolean;
}

/** One side with its figures. What could not be counted is null, and never zero. */
export interface ComparedSide extends SideWords {
  readonly side: Side;
  readonly window: DaySpan;
  readonly colour: ColourName;
  /** Why it has no figures; null where it has some. */
  readonly why: Uncountable | null;
  readonly total: TotalResult;
  readonly incidents: Count | null;
  /** In per cent of the whole. */
  readonly share: CellValue | null;
  readonly killed: Sum | null;
  readonly perIncident: CellValue | null;
  readonly first: EndIncident | null;
  readonly last: EndIncident | null;
  /** How its days were searched less than whole; null where they were. */
  readonly caveat: string | null;
  readonly bins: readonly DrawnBin[];
  /** In the measure of the chart, a value a bin. */
  readonly values: readonly (CellValue | null)[];
}

/** A comparison with everything that is shown of it. */
export interface Compared {
  readonly title: string;
  readonly by: NonNullable<View['compare']>['by'];
  readonly sides: readonly ComparedSide[];
  /** What the chart and the sparklines count. */
  readonly measure: Measure;
  readonly bin: ReturnType<typeof resolveWindow>['bin'];
  /** Periods begin together; else all sides stand on one axis of time. */
  readonly aligned: boolean;
  /** What each side is a share of. */
  readonly whole: { readonly view: View; readonly total: TotalResult } | null;
  /** All sides together, each incident once, where a view says it. */
  readonly union: { readonly view: View; readonly total: TotalResult } | null;
  /** What is said of incidents that count on several sides; null where none does. */
  readonly again: string | null;
  /** Whether anybody in the series reports killed. */
  readonly hasKilled: boolean;
}

/** What a comparison is made of. */
export interface ComparedInput {
  readonly info: SeriesInfo;
  readonly view: View;
  readonly comparison: ComparisonAnswers | null;
}

function endOf({ rows }: RowsResult): EndIncident | null {
  const row = rows.find(({ inBest }) => inBest) ?? rows[0];
  if (row === undefined || row.incident.id === '') return null;
  return { id: row.incident.id, date: row.incident.date, doubtful: !row.inBest };
}

/** The colours of the page where the chart is split by the same; what has none there takes the ones that are free. */
function coloursOf({ info, view }: ComparedInput, sides: readonly Side[]): readonly ColourName[] {
  const split = view.compare?.by === view.split ? drawnGroups(info, view.split) : [];
  const held = sides.map(({ item }) => (item === null ? '--group-other' : colourName(split, item)));
  const slots = Array.from({ length: 8 }, (_, at): ColourName => `--group-${at + 1}`);
  const free = slots.filter((slot) => !held.includes(slot));
  return held.map((colour) => (colour === '--group-other' ? (free.shift() ?? colour) : colour));
}

/** Whether an incident of a known day can count on several sides: not in periods that lie apart. */
function mayShare(by: Compared['by'], sides: readonly ComparedSide[]): boolean {
  if (by !== 'period') return true;
  return sides.some(({ window }, at) =>
    sides.slice(0, at).some((other) => window.from <= other.window.to && window.to >= other.window.from),
  );
}

/** Everything that is shown of the comparison of a view; null where it compares nothing. */
export function comparedOf(input: ComparedInput): Compared | null {
  const { info, view, comparison } = input;
  const { guide } = info;
  const { compare } = view;
  if (compare === null || comparison === null) return null;
  const { coverage } = guide.meta;
  const sides = sidesOf(view, guide);
  const colours = coloursOf(input, sides);
  const { measure } = drawnAs({ ...view, split: 'none' }, guide);
  const working = workingOf(guide, measure);
  const { whole } = comparison;
  const share = workingOf(guide, 'share');
  const perIncident = workingOf(guide, 'killed-per-incident');
  const hasKilled = info.offers.measures.includes(MARKED.key);
  const all = whole && { ...whole.incidents, basis: null };
  const bin = comparison.bin;
  const compared = sides.flatMap((side, at): ComparedSide[] => {
    const answers = comparison.sides[at];
    if (answers === undefined) return [];
    const window = resolveWindow(side.view, coverage);
    const { total } = answers;
    const why = uncountable(side.view, window, guide, total.matched);
    const searched = searchedIn(window, side.view, guide);
    const bins = drawnBins({ from: window.from, to: window.to, bin }, coverage, guide.coverageNotes);
    const known = new Map(answers.bins.bins.map(({ start, ...value }) => [start as number, value]));
    // Where nobody looked for this side there is no zero, though others were looked for.
    const looked = (one: DrawnBin) => one.covered && !searched.missed.some((span) => within(one, span));
    const filled = bins.map((one) => known.get(one.start) ?? (looked(one) ? NOTHING : null));
    const killed = why === null && hasKilled ? total[MARKED.key] : null;
    return [
      {
        ...{ side, window, why, total, bins, colour: colours[at] ?? '--group-other' },
        ...sideWords(view, side, guide, window),
        incidents: why === null ? total.incidents : null,
        share: why === null && all ? share.ofGroup({ ...total.incidents, basis: null }, all) : null,
        killed,
        perIncident: killed && perIncident.ofAll(killed),
        first: endOf(answers.first),
        last: endOf(answers.last),
        caveat: why === null ? caveatOf(searched, window) : `${capitalised(UNCOUNTABLE_WORDS[why])}.`,
        values: filled.map((value) => value && working.ofAll(value)),
      },
    ];
  });
  const wholly = wholeView(view, guide);
  const together = unionView(view, info);
  const { union } = comparison;
  return {
    title: comparisonTitle(
      view,
      guide,
      compared.map(({ short }) => short),
    ),
    ...{ by: compare.by, sides: compared, measure, bin, hasKilled, aligned: compare.by === 'period' },
    whole: whole && wholly && { view: wholly, total: whole },
    union: union && together && { view: together, total: union },
    again: mayShare(compare.by, compared) ? againWords(countedAgain(comparison), compared.length) : null,
  };
}

/** What the chart of a comparison counts: `Fatalities per month`. */
export function comparedMeasure({ measure, bin }: Compared, guide: SeriesInfo['guide']): string {
  return `${measureWords(guide, measure).label} per ${bin}`;
}
