import { MARKED } from '../../series/measures';
import { formatBin, formatDayText, formatSpan } from '../../time/format';
import { exactCount, formatNumber, formatQuantity } from '../../words/figures';
import { nounOf } from '../../words/headline/headline';
import { joinWords, splitNoun } from '../../words/labels';
import { markSentence } from '../../words/marks/marks';
import type { LaidItem, TimelineInput, TimelineLayout } from './layout';

/** What a timeline counts: `Timeline of attacks by actor`. */
export function timelineTitle({ info, view }: Pick<TimelineInput, 'info' | 'view'>): string {
  const { many } = nounOf(view, info.guide.meta);
  return view.split === 'none'
    ? `Timeline of ${many}`
    : `Timeline of ${many} by ${splitNoun(info.guide, view.split).one}`;
}

/** Whether the reader of a timeline can zoom in and open its marks, or has a picture of it. */
export type TimelineUse = 'live' | 'still';

/** What the cells of a timeline count, and how to come to single marks. */
function cellWords({ input: { cells }, lanes }: TimelineLayout, use: TimelineUse): string {
  const shut = lanes.some(({ strip }) => strip !== null);
  const words =
    `Each cell counts one ${cells.bin}, in full colour up to best and ` +
    'lighter up to high; its height grows with the square root.';
  if (use === 'still') return words;
  return (
    `${words} ` +
    (shut ? 'Zoom in, or choose a coarser bin, to open the cells.' : 'Zoom in to see single ones.')
  );
}

function undatedSentence({ undated }: TimelineLayout, use: TimelineUse): readonly string[] {
  if (undated.length === 0) return [];
  const [is, its] = undated.length === 1 ? ['is', 'its'] : ['are', 'their'];
  return [
    `${formatNumber(undated.length)} more ${is} ${use === 'live' ? 'in the table only' : 'not drawn'}, since ${its} date has no place on the axis.`,
  ];
}

/** What is drawn, what stands for more than one, and what is left out, in sentences. `matched` is in high. */
export function timelineSummary(matched: number, layout: TimelineLayout, use: TimelineUse = 'live'): string {
  const { input, items, lanes, undated } = layout;
  const noun = nounOf(input.view, input.info.guide.meta);
  if (matched === 0) return `No ${noun.many} in this view.`;
  const counted = lanes.filter(({ holds }) => holds === 'cells');
  if (lanes.length > 0 && counted.length === lanes.length) {
    return `${formatQuantity(matched, noun)}: too many for single marks. ${cellWords(layout, use)}`;
  }
  const drawn = items.filter(({ kind }) => kind === 'mark').length;
  const dated = matched - undated.length;
  const several = drawn > dated ? ' One that ties to several lanes stands in each of them.' : '';
  const size = input.info.offers.measures.includes(MARKED.key) ? '; area grows with the number killed' : '';
  // A lane of many is called by its name: “In 16 more regions” would be sixteen lanes.
  const inCells = counted.map(({ lane }) => (lane.members.length > 1 ? `“${lane.label}”` : lane.label));
  return [
    `${formatQuantity(dated, noun)}, ${dated === 1 ? 'a' : 'each a'} mark at its date${size}.${several}`,
    ...(inCells.length > 0
      ? [`In ${joinWords(inCells, 'and')} they stand too close to be drawn apart. ${cellWords(layout, use)}`]
      : []),
    ...undatedSentence(layout, use),
  ].join(' ');
}

/** What any item of a timeline is, in words. */
export function itemSentence({ input, lanes }: TimelineLayout, item: LaidItem): string {
  const { info, view, cells } = input;
  const noun = nounOf(view, info.guide.meta);
  const label = lanes[item.lane]?.lane.label ?? '';
  if (item.kind === 'mark') return markSentence(info.guide, view, item.mark);
  const { low, best, high } = item.value;
  const bin = formatBin(item.value.start, cells.bin);
  const figure = exactCount({ low: low ?? 0, best: best ?? 0, high: high ?? 0 });
  const end = formatDayText(info.guide.meta.coverage.to);
  const { cut, unfinished } = item.parts;
  const the = `The ${cells.bin}`;
  const parts = [
    cut ? ` ${the} is cut by the window: only ${formatSpan(item.from, item.to)}.` : '',
    unfinished ? ` ${the} is not over: the coverage ends on ${end}.` : '',
  ].join('');
  return `${bin}, ${label}: ${figure} ${figure === '1' ? noun.one : noun.many}.${parts}`;
}
