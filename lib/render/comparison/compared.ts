import {
  type ComparisonAnswers,
  countedAgain,
  type SideAnswers,
  sharedView,
  unionView,
  wholeView,
} from '../../query/compare/plan-comparison';
import { type Side, sidesOf } from '../../query/compare/sides';
import { type DrawnBin, drawnBins } from '../../query/coverage/bin-parts';
import { type Searched, searchedIn, type Uncountable, uncountable } from '../../query/coverage/searched';
import type { Watch } from '../../query/coverage/watched';
import { drawnAs, workingOf } from '../../query/figures/derived';
import type { SeriesInfo } from '../../query/info/series-info';
import { drawnGroups, MOST_DRAWN } from '../../query/plan/drawn-groups';
import type { CellValue, Count, RowsResult, Sum, TotalResult } from '../../query/result';
import { isOwnKey } from '../../series/fields';
import { estimateOf, MARKED, type Measure, type Noun } from '../../series/measures';
import type { Annotation, IncidentId } from '../../series/model';
import type { Day, DaySpan } from '../../time/day';
import type { EventDate } from '../../time/event-date';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { againWords, comparisonTitle, type SideWords, sideWords } from '../../words/comparison';
import { type BandKind, caveatOf, UNCOUNTABLE_WORDS } from '../../words/coverage';
import { nounOf } from '../../words/headline/headline';
import { capitalised, measureWords } from '../../words/labels';
import { NOTHING } from '../activity/groups';
import { datedContext } from '../axis/dated-context';
import { type ColourName, colourName, SIDE_COLOURS } from '../scene/palette';

/** The incident at one end of a side. */
export interface EndIncident {
  readonly id: IncidentId;
  readonly date: EventDate;
  /** Every incident looked at counts in high alone. */
  readonly doubtful: boolean;
}

/**
 * What is known of a series for its comparison: between views with all notes on the coverage, for others may hold types
 * that this one does not.
 */
export function comparedInfo(info: SeriesInfo, whole: SeriesInfo['guide'], { compare }: View): SeriesInfo {
  return compare?.by === 'view' ? { ...info, guide: whole } : info;
}

/** A stretch of a side's window that was searched less well; of all that it asks for, or of a part of it. */
export interface SideBand extends DaySpan {
  readonly id: string;
  readonly kind: BandKind;
  readonly reach: Watch['reach'];
  readonly text: string;
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
  /** What the chart counts, where no other figure of the side is it: an own measure, or an estimate other than the killed. */
  readonly measured: { readonly label: string; readonly sum: Sum } | null;
  readonly first: EndIncident | null;
  readonly last: EndIncident | null;
  /** How its days were searched less than whole; null where they were. */
  readonly caveat: string | null;
  /** Stretches that were searched less well, to be hatched. */
  readonly bands: readonly SideBand[];
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
  /** Whether its figures are means or shares. */
  readonly fractions: boolean;
  readonly bin: ReturnType<typeof resolveWindow>['bin'];
  /** Periods begin together; else all sides stand on one axis of time. */
  readonly aligned: boolean;
  /** What each side is a share of. */
  readonly whole: { readonly view: View; readonly total: TotalResult } | null;
  /** All sides together, each incident once, where a view says it. */
  readonly union: { readonly view: View; readonly total: TotalResult } | null;
  /** What is said of incidents that count on several sides; null where none does. */
  readonly again: string | null;
  /** The view of those incidents, where a filter says it. */
  readonly shared: View | null;
  /** Dated context: that of the series, and the notes of the reader. */
  readonly annotations: readonly Annotation[];
  /** Whether anybody in the series reports killed. */
  readonly hasKilled: boolean;
}

/** What a comparison is made of. */
export interface ComparedInput {
  /** See {@link comparedInfo}. */
  readonly info: SeriesInfo;
  readonly view: View;
  readonly comparison: ComparisonAnswers | null;
}

function endOf({ rows }: RowsResult): EndIncident | null {
  const row = rows.find(({ inBest }) => inBest) ?? rows[0];
  if (row === undefined || row.incident.id === '') return null;
  return { id: row.incident.id, date: row.incident.date, doubtful: !row.inBest };
}

/**
 * The colours of the page where the chart is split by the same. What has none there takes those that no group of the page has: one colour has
 * one meaning on a page.
 */
function coloursOf({ info, view }: ComparedInput, sides: readonly Side[]): readonly ColourName[] {
  const groups = drawnGroups(info, view.split);
  const split = view.compare?.by === view.split ? groups : [];
  const held = sides.map(({ item }) => (item === null ? '--group-other' : colourName(split, item)));
  const slots = Array.from({ length: MOST_DRAWN }, (_, at): ColourName => `--group-${at + 1}`);
  // Ink last: it is near to the colour of what has several values.
  const free = [...slots.slice(groups.length), ...SIDE_COLOURS, '--ink' as const];
  return held.map((colour) => (colour === '--group-other' ? (free.shift() ?? colour) : colour));
}

/** Whether an incident of a known day can count on several sides: not in periods that lie apart. */
function mayShare(by: Compared['by'], sides: readonly ComparedSide[]): boolean {
  if (by !== 'period') return true;
  return sides.some(({ window }, at) =>
    sides.slice(0, at).some((other) => window.from <= other.window.to && window.to >= other.window.from),
  );
}

/** What all sides of a comparison are worked out by. */
interface Sheet extends Pick<Compared, 'measure' | 'bin' | 'hasKilled'> {
  readonly view: View;
  readonly guide: SeriesInfo['guide'];
  /** What the share of each side is of. */
  readonly all: CellValue | null;
}

/** The bins of a side with their values: null where nobody looked for this side, though others were looked for. */
function binsOf(
  { guide, bin, measure }: Sheet,
  { window, missed }: { readonly window: DaySpan; readonly missed: readonly DaySpan[] },
  { bins: { bins: found } }: SideAnswers,
): Pick<ComparedSide, 'bins' | 'values'> {
  const bins = drawnBins({ ...window, bin }, guide.meta.coverage, missed);
  const known = new Map(found.map(({ start, ...value }) => [start as number, value]));
  const working = workingOf(guide, measure);
  const figure = (one: DrawnBin) => known.get(one.start) ?? (one.covered ? NOTHING : null);
  return { bins, values: bins.map(figure).map((value) => value && working.ofAll(value)) };
}

/** The stretches of a window that were searched less well, as far as they lie in it. */
function bandsOf({ watches }: Searched, window: DaySpan): readonly SideBand[] {
  return watches.map(({ note: { id, kind, text, from, to }, reach }) => ({
    ...{ id, kind, reach, text },
    from: Math.max(from, window.from) as Day,
    to: Math.min(to, window.to) as Day,
  }));
}

/** The figure of a side in the measure of the chart, where it has no other that is it. */
function measuredOf({ guide, measure }: Sheet, total: TotalResult): ComparedSide['measured'] {
  const estimate = measure === MARKED.key ? undefined : estimateOf(measure);
  const sum = isOwnKey(measure) ? total.own[measure] : estimate && total[estimate.key];
  return sum === undefined ? null : { label: measureWords(guide, measure).label, sum };
}

/** The figures of a side; none where nothing could be counted. */
function figuresOf(sheet: Sheet, total: TotalResult, why: Uncountable | null) {
  const { guide, all, hasKilled } = sheet;
  if (why !== null) return { incidents: null, share: null, killed: null, perIncident: null, measured: null };
  const { incidents } = total;
  const killed = hasKilled ? total[MARKED.key] : null;
  return {
    ...{ incidents, killed, measured: measuredOf(sheet, total) },
    share: all && workingOf(guide, 'share').ofGroup({ ...incidents, basis: null }, all),
    perIncident: killed && workingOf(guide, 'killed-per-incident').ofAll(killed),
  };
}

function comparedSide(sheet: Sheet, side: Side, answers: SideAnswers, colour: ColourName): ComparedSide {
  const { view, guide } = sheet;
  const { from, to } = resolveWindow(side.view, guide.meta.coverage);
  const window = { from, to };
  const { total, first, last } = answers;
  const why = uncountable(side.view, window, guide, total.matched);
  const searched = searchedIn(window, side.view, guide);
  return {
    ...{ side, window, why, total, colour, first: endOf(first), last: endOf(last) },
    ...sideWords(view, side, guide, window),
    ...figuresOf(sheet, total, why),
    caveat: why === null ? caveatOf(searched, window) : `${capitalised(UNCOUNTABLE_WORDS[why])}.`,
    bands: bandsOf(searched, window),
    ...binsOf(sheet, { window, missed: searched.missed }, answers),
  };
}

/** Everything that is shown of the comparison of a view; null where it compares nothing. */
export function comparedOf(input: ComparedInput): Compared | null {
  const { info, view, comparison } = input;
  const { guide } = info;
  const { compare } = view;
  if (compare === null || comparison === null) return null;
  const { whole, union, bin } = comparison;
  const { measure } = drawnAs({ ...view, split: 'none' }, guide);
  const hasKilled = info.offers.measures.includes(MARKED.key);
  const all = whole && { ...whole.incidents, basis: null };
  const sheet: Sheet = { view, guide, measure, bin, hasKilled, all };
  const listed = sidesOf(view, guide);
  const colours = coloursOf(input, listed);
  const sides = comparison.sides.flatMap((answers, at) => {
    const side = listed[at];
    return side === undefined ? [] : [comparedSide(sheet, side, answers, colours[at] ?? '--group-other')];
  });
  const [wholly, together] = [wholeView(view, guide), unionView(view, info)];
  const names = sides.map(({ short }) => short);
  return {
    title: comparisonTitle(view, guide, names),
    annotations: datedContext(guide.annotations, view),
    fractions: measureWords(guide, measure).fractions,
    ...{ by: compare.by, sides, measure, bin, hasKilled, aligned: compare.by === 'period' },
    whole: whole && wholly && { view: wholly, total: whole },
    union: union && together && { view: together, total: union },
    shared: (countedAgain(comparison) ?? 0) > 0 ? sharedView(view, info) : null,
    again: mayShare(compare.by, sides)
      ? againWords(countedAgain(comparison), sides.length, nounOf(view, guide.meta))
      : null,
  };
}

/** What the chart of a comparison counts: `Fatalities per month`. */
export function comparedMeasure({ measure, bin }: Compared, guide: SeriesInfo['guide'], noun: Noun): string {
  return `${measureWords(guide, measure, noun).label} per ${bin}`;
}
