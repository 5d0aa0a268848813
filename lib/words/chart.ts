import type { BinParts, DrawnBin } from '../query/coverage/bin-parts';
import type { CellValue } from '../query/result';
import type { LateBin } from '../query/watch/late-bins';
import type { Split } from '../series/field-table';
import type { Noun } from '../series/measures';
import type { Bin } from '../time/bin';
import type { DaySpan } from '../time/day';
import { formatBin, formatDayText, formatSpan } from '../time/format';
import type { Mode } from '../view/view';
import { lateInShort } from './chance/late';
import type { BandKind } from './coverage';
import { exactSum, formatNumber, formatSum } from './figures';
import { capitalised, type MeasureWords } from './labels';

export const MODE_LABELS = {
  stack: 'Bars',
  lines: 'Lines',
  panels: 'Panels',
  cumulative: 'Cumulative',
  index: 'Index',
  share: 'Shares',
  calendar: 'Calendar',
} as const;
export const ROLL_LABELS = { up: 'With their parts', own: 'Each by itself' } as const;
export const STEP_LABELS = { on: 'Steady rates' } as const;
export const AXIS_LABELS = { one: 'One scale', own: 'Own scales' } as const;
export const BIN_LABELS: Readonly<Record<Bin, string>> = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
};

const MODE_WORDS = {
  stack: 'stacked',
  lines: 'as lines',
  panels: 'a panel each',
  index: 'as an index',
  share: 'stacked to 100 per cent',
  calendar: 'as a calendar',
} as const;

/** A stretch that was watched less well; `lanes` are the groups that it concerns, null where it concerns a part of them. */
interface WatchedLess extends DaySpan {
  readonly kind: BandKind;
  readonly text: string;
  readonly lanes: readonly number[] | null;
}

/** What must be known of a chart to speak of it. */
interface ChartFacts {
  readonly words: { readonly measure: MeasureWords; readonly split: Noun };
  readonly split: Split;
  readonly mode: Mode;
  readonly bin: Bin;
  readonly bins: readonly DrawnBin[];
  readonly coverage: DaySpan;
  readonly bands: readonly WatchedLess[];
  readonly groups: readonly GroupFacts[];
  /** Bins of which more is expected to be reported. */
  readonly late: readonly (LateBin & { readonly index: number })[];
}

/** What must be known of a group to speak of one of its figures, a value for each bin. */
interface GroupFacts {
  readonly kind: string;
  readonly label: string;
  readonly values: readonly (CellValue | null)[];
}

/** How a measure is called where it is drawn as shares, or as an index of the bin `base`; null where none can be that. */
export function drawnWords(words: MeasureWords, mode: Mode, base: string | null): MeasureWords {
  if (mode === 'share') {
    const noun = `per cent of ${words.noun.many}`;
    return {
      ...words,
      label: `Share of ${words.noun.many}`,
      noun: { one: noun, many: noun },
      fractions: true,
    };
  }
  if (mode !== 'index') return words;
  const label = base === null ? words.label : `${words.label} (${base} = 100)`;
  const noun = `where ${base ?? 'the base'} is 100`;
  return { ...words, label, noun: { one: noun, many: noun }, fractions: true };
}

/** What a chart counts, as its title: `Incidents per month by actor, stacked`. */
export function activityTitle({
  words,
  split,
  mode,
  bin,
}: Pick<ChartFacts, 'words' | 'split' | 'mode' | 'bin'>): string {
  const { label } = words.measure;
  const by = split === 'none' ? '' : ` by ${words.split.one}`;
  if (mode === 'cumulative') return `${label}${by}, running total by ${bin}`;
  const plain = split === 'none' && (mode === 'stack' || mode === 'panels');
  const drawn = plain ? '' : `, ${MODE_WORDS[mode]}`;
  return `${label} per ${bin}${by}${drawn}`;
}

/**
 * A figure of one bin: `3 (2–4)`, `3`; `not reported` where incidents give no figure, `not covered` where nobody
 * watched.
 */
export function valueText(value: CellValue | null, { fractions }: Pick<MeasureWords, 'fractions'>): string {
  if (value === null) return 'not covered';
  return fractions ? exactSum(value) : formatSum(value);
}

/** The same of a chart's bin: a base of an index without a figure leaves what was searched without one as well. */
export function chartValue(
  { mode, bins, words }: Pick<ChartFacts, 'mode' | 'bins' | 'words'>,
  value: CellValue | null,
  index: number,
): string {
  return value === null && mode === 'index' && bins[index]?.covered
    ? 'no index'
    : valueText(value, words.measure);
}

/** Whether a band concerns all that is drawn, or the one group. */
function concerns(lanes: readonly number[] | null, all: number, group: number | null): boolean {
  if (lanes === null) return false;
  return lanes.length === 0 || lanes.length === all || (group !== null && lanes.includes(group));
}

/**
 * What must be known to read a bin, or one panel of it by the index of its group: that it is cut, not over, or was not
 * watched. Empty for most.
 */
export function binNotes(
  data: Pick<ChartFacts, 'bins' | 'coverage' | 'bands' | 'groups' | 'late'>,
  index: number,
  group: number | null = null,
): string[] {
  const bin = data.bins[index];
  if (!bin) return [];
  const notes = data.bands
    .filter(({ kind, lanes }) => kind !== 'outside' && concerns(lanes, data.groups.length, group))
    .filter((band) => band.from <= bin.to && band.to >= bin.from)
    .map(({ text }) => text);
  if (!bin.covered) notes.unshift('Not covered: nobody watched these days.');
  notes.unshift(...partOfBin(bin, bin, data.coverage).map((words) => `${words}.`));
  const late = data.late.find((one) => one.index === index);
  if (late !== undefined) notes.push(`Still being reported: ${lateInShort(late)}.`);
  return notes;
}

/** What keeps the figure of a bin from being that of a whole one, as sentences without their full stop. */
export function partOfBin(
  { cut, early, unfinished }: BinParts,
  inside: DaySpan,
  coverage: DaySpan,
): string[] {
  return [
    ...(cut ? [`Cut by the window: only ${formatSpan(inside.from, inside.to)}`] : []),
    ...(early ? [`The coverage begins on ${formatDayText(coverage.from)}`] : []),
    ...(unfinished ? [`Not over: the coverage ends on ${formatDayText(coverage.to)}`] : []),
  ];
}

/** A rolling mean in words: `The mean of this month and the 2 before it is 3.3`; null where there is none. */
export function meanWords(
  { rollMean, bin }: { readonly rollMean: number | null; readonly bin: Bin },
  mean: number | null,
): string | null {
  if (rollMean === null || mean === null) return null;
  const before = rollMean === 2 ? 'one' : String(rollMean - 1);
  return `The mean of this ${bin} and the ${before} before it is ${formatNumber(mean)}`;
}

/** The name of a bin: `Mar 2024`. */
export function binLabel(data: Pick<ChartFacts, 'bins' | 'bin'>, index: number): string {
  const bin = data.bins[index];
  return bin ? formatBin(bin.start, data.bin) : '';
}

/** A figure with what it counts: `3 (2–4) incidents`, `1 incident`, `fatalities not reported`. */
export function quantityText(words: MeasureWords, value: CellValue | null): string {
  const { noun } = words;
  const text = valueText(value, words);
  if (value === null) return text;
  return value.best === null ? `${noun.many} ${text}` : `${text} ${text === '1' ? noun.one : noun.many}`;
}

/** A chart with its figures as they were worked out, to one decimal: for the card that explains a bin. */
export function asWorkedOut<T extends Pick<ChartFacts, 'words'>>(data: T): T {
  const { words } = data;
  return { ...data, words: { ...words, measure: { ...words.measure, fractions: true } } };
}

/** What a mark says where its bin is not whole: `, cut by the window`, `, not over`. */
function partWords({ cut, early, unfinished, covered, broken }: DrawnBin): string {
  return [
    covered ? '' : ', not searched',
    covered && broken ? ', searched in part' : '',
    cut ? ', cut by the window' : '',
    early ? ', begun before the coverage' : '',
    unfinished ? ', not over' : '',
  ].join('');
}

/** The name of a mark: `ISKP, Mar 2024: 3 (2–4) incidents`. */
export function markLabel(
  data: Pick<ChartFacts, 'words' | 'mode' | 'bins' | 'bin'>,
  group: GroupFacts,
  index: number,
): string {
  const who = group.kind === 'all' ? '' : `${group.label}, `;
  const what = quantityText(data.words.measure, group.values[index] ?? null);
  const until = data.mode === 'cumulative' ? 'up to ' : '';
  const bin = data.bins[index];
  return `${who}${until}${binLabel(data, index)}: ${what}${bin ? partWords(bin) : ''}`;
}

/** Which bins of a chart are parts, in sentences: cut by the window, begun before the coverage, or not over. */
export function partialTexts(data: Pick<ChartFacts, 'bins' | 'bin' | 'coverage'>): readonly string[] {
  const { bins, coverage } = data;
  return bins.flatMap(({ cut, early, unfinished, from, to }, index) => {
    const name = capitalised(binLabel(data, index));
    return [
      ...(cut ? [`${name} is cut by the window: only ${formatSpan(from, to)}.`] : []),
      ...(early ? [`${name} is not whole: the coverage begins on ${formatDayText(coverage.from)}.`] : []),
      ...(unfinished ? [`${name} is not over: the coverage ends on ${formatDayText(coverage.to)}.`] : []),
    ];
  });
}
