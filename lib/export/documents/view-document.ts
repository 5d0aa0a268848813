import type { Problem } from '../../problems/problem';
import { binParts } from '../../query/coverage/bin-parts';
import { heldGuide, searchedIn } from '../../query/coverage/searched';
import { changePointsOf } from '../../query/exposure/change-points';
import { earlierRates } from '../../query/exposure/earlier-rates';
import { rateOf } from '../../query/exposure/rate';
import { drawnAs, workingOf } from '../../query/figures/derived';
import { METHODS } from '../../query/info/methods-version';
import type { SeriesInfo } from '../../query/info/series-info';
import type { Answers } from '../../query/plan/answers';
import type { BinsResult, BinValue, FacetResult, Sum, TotalResult } from '../../query/result';
import type { BuiltInFacet, Facet } from '../../series/field-table';
import { baseOf, byEstimate, type Measure } from '../../series/measures';
import type { Estimate } from '../../series/model';
import { binSpan } from '../../time/bin';
import { type DaySpan, formatDay } from '../../time/day';
import { type ResolvedWindow, resolveWindow } from '../../view/resolve';
import { serializeView } from '../../view/serialize';
import type { View } from '../../view/view';
import { shownBasis } from '../../words/figures';
import { earlierWords } from '../../words/headline/headline';
import { labelOf } from '../../words/labels';
import { selectionInWords, viewInWords } from '../../words/view';
import { frozenQuery } from './frozen-query';
import { changePointsDocument, rateComparisonsDocument, rateDocument } from './rate-document';

/** The most problems and warnings of the import that a document lists; their counts say how many there are. */
const MOST_PROBLEMS = 100;

/** What a document is made of. */
export interface ViewDocumentParts {
  readonly info: SeriesInfo;
  readonly view: View;
  readonly answers: Pick<
    Answers,
    | 'total'
    | 'selected'
    | 'before'
    | 'yearAgo'
    | 'comparison'
    | 'overview'
    | 'activity'
    | 'activityTotal'
    | 'facets'
    | 'otherScope'
    | 'anyTime'
    | 'typesAnyTime'
  >;
  /** The best count of each day (`planDays`): what rates and their changes are made of. */
  readonly days: BinsResult;
  /** What the import of this revision left out, and what it only warns of. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

function estimate({ low, best, high }: Estimate): Estimate {
  return { low, best, high };
}

/** The totals of the series' own measures, by key. */
function ownTotals(own: TotalResult['own']): Readonly<Record<string, Estimate>> {
  return Object.fromEntries(Object.entries(own).map(([key, sum]) => [key, estimate(sum)]));
}

/**
 * A bin; what its sum says of ranges and open ends stands with it where there are any, and `partial` only where the
 * window leaves out days of it that were watched.
 */
function bin({ start, series, basis, ...figures }: BinValue, window: ResolvedWindow, coverage: DaySpan) {
  const { cut } = binParts(binSpan(start, window.bin), window, coverage);
  return {
    start: formatDay(start),
    series,
    ...estimate(figures),
    ...(basis && basis.withoutBest > 0 ? { withoutBest: basis.withoutBest } : {}),
    ...(basis && basis.open > 0 ? { atLeast: basis.open } : {}),
    ...(cut ? { partial: true } : {}),
  };
}

function facet(info: SeriesInfo, name: Facet, result: FacetResult) {
  return result.values.map(({ id, low, best, high }) => ({
    id,
    label: labelOf(info.guide, name, id),
    low,
    best,
    high,
  }));
}

/** Of the incidents behind the figure shown: how many report it, and what ranges and open ends it holds. */
function reporting(sum: Sum) {
  const { withoutBest, open } = sum.basis;
  return { ...shownBasis(sum), withoutBest, atLeast: open };
}

/** How the window was searched for what the view asks for: where nobody looked, no figure is a zero. */
function searching({ info, view, answers }: ViewDocumentParts, window: DaySpan) {
  const { reach, missed, watches } = searchedIn(window, view, heldGuide(info.guide, answers.typesAnyTime));
  return {
    searched: reach,
    notSearched: missed.map(({ from, to }) => ({ from: formatDay(from), to: formatDay(to) })),
    notes: watches.map(({ note, reach: concerns }) => ({
      ...{ id: note.id, kind: note.kind, from: formatDay(note.from), to: formatDay(note.to) },
      ...{ concerns, actors: note.actors, types: note.types },
      ...(note.regions === undefined ? {} : { regions: note.regions }),
      text: note.text,
    })),
  };
}

function coverage(parts: ViewDocumentParts, window: DaySpan) {
  const { info, view, answers } = parts;
  const { total, otherScope, anyTime } = answers;
  const { from, to } = info.guide.meta.coverage;
  const measure = baseOf(view.measure);
  const sums: Readonly<Record<string, Sum>> = { ...byEstimate((key) => total[key]), ...total.own };
  const basis = Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, reporting(sum)]));
  const measured = sums[measure]?.basis;
  return {
    from: formatDay(from),
    to: formatDay(to),
    matched: total.matched,
    undated: total.undated,
    coarserThanBin: total.coarserThanBin,
    unreported: measured === undefined ? 0 : measured.matched - measured.reported,
    reported: byEstimate((key) => shownBasis(total[key]).reported),
    basis,
    outOfScope: view.scope === 'in' ? otherScope.matched : total.matched,
    outsideWindow: anyTime.matched - total.matched,
    ...searching(parts, window),
  };
}

/** What is selected of the view, which its rows are of; null where nothing is. */
function selected({ info, view, answers }: ViewDocumentParts) {
  const { selected: total } = answers;
  if (total === null) return null;
  return {
    words: selectionInWords(view, info.guide),
    incidents: total.incidents,
    ...byEstimate((key) => estimate(total[key])),
  };
}

/** The counts of earlier stretches that the window can be compared with, as far as they were searched. */
function earlier({ info, view, answers }: ViewDocumentParts) {
  return earlierRates(view, info.guide, answers).map(({ span, total, compared }) => {
    const { kind, from, to } = span;
    const [rate] = rateComparisonsDocument([compared], ['This window', earlierWords(span)]);
    return { kind, from: formatDay(from), to: formatDay(to), incidents: total.incidents, rate };
  });
}

/** What chance leaves open about the count: the rate with its interval, and where it changes. */
function chance({ info, view, answers, days }: ViewDocumentParts) {
  const guide = heldGuide(info.guide, answers.typesAnyTime);
  const { noun } = guide.meta;
  return {
    rate: rateDocument(rateOf(view, guide, days), noun),
    changePoints: changePointsDocument(changePointsOf(view, guide, days), noun),
  };
}

/** The bins in the measure that is drawn, a derived one worked out of what the engine added up. */
function shownBins({ info, answers }: ViewDocumentParts, measure: Measure): readonly BinValue[] {
  const working = workingOf(info.guide, measure);
  const totals = new Map(answers.activityTotal.bins.map((one) => [one.start, one]));
  return answers.activity.bins.map((one) => ({
    ...one,
    ...working.ofGroup(one, totals.get(one.start) ?? one),
  }));
}

/** Everything a reader sees of a view as data: totals, bins by series, facets with labels, and what is left out. */
export function viewDocument(parts: ViewDocumentParts) {
  const { info, view, answers, problems, warnings } = parts;
  const { guide, revision } = info;
  const window = resolveWindow(view, guide.meta.coverage);
  const { incidents, own, byCertainty } = answers.total;
  const drawn = drawnAs(view, guide);
  const facets = Object.entries(answers.facets).flatMap(([name, result]) =>
    result === undefined ? [] : [[name, facet(info, name as Facet, result)] as const],
  );
  return {
    dataset: guide.meta.id,
    revision,
    methods: METHODS,
    published: info.published,
    sourcesUntil: guide.meta.sourcesUntil ?? null,
    view: serializeView(view),
    frozen: frozenQuery(view, info),
    words: viewInWords(view, guide, window),
    window: { from: formatDay(window.from), to: formatDay(window.to), bin: window.bin },
    measure: view.measure,
    split: view.split,
    roll: view.roll,
    mode: view.mode,
    // Where measure or mode make no sense together, these are what is drawn.
    drawn: { measure: drawn.measure, mode: drawn.mode },
    total: {
      incidents,
      ...byEstimate((key) => estimate(answers.total[key])),
      ...ownTotals(own),
      byCertainty,
    },
    selected: selected(parts),
    notes: view.notes.map(({ at, text }) => ({ date: at.text, text })),
    earlier: earlier(parts),
    ...chance(parts),
    bins: shownBins(parts, drawn.measure).map((one) => bin(one, window, guide.meta.coverage)),
    facets: Object.fromEntries(facets) as Record<BuiltInFacet, ReturnType<typeof facet>>,
    coverage: coverage(parts, window),
    problems: problems.slice(0, MOST_PROBLEMS),
    problemCount: problems.length,
    warnings: warnings.slice(0, MOST_PROBLEMS),
    warningCount: warnings.length,
  };
}
