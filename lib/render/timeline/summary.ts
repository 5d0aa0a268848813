import { formatBin, formatDayText, formatSpan } from '../../time/format';
import { exactCount, formatNumber, formatQuantity } from '../../words/figures';
import { splitNoun } from '../../words/labels';
import { markSentence } from '../../words/marks/marks';
import type { LaidItem, TimelineInput, TimelineLayout } from './layout';

/** What a timeline counts: `Timeline of attacks by actor`. */
export function timelineTitle({ info, view }: Pick<TimelineInput, 'info' | 'view'>): string {
  const { many } = info.guide.meta.noun;
  return view.split === 'none'
    ? `Timeline of ${many}`
    : `Timeline of ${many} by ${splitNoun(info.guide, view.split).one}`;
}

/** Whether the reader of a timeline can zoom in and open its marks, or has a picture of it. */
export type TimelineUse = 'live' | 'still';

function cellsSentence(
  matched: number,
  { input: { info, cells }, lanes }: TimelineLayout,
  use: TimelineUse,
): string {
  const shut = lanes.some(({ strip }) => strip !== null);
  const amount = formatQuantity(matched, info.guide.meta.noun);
  const words =
    `${amount}: too many for single marks. Each cell counts one ${cells?.bin ?? 'day'}, in full colour up to best and ` +
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
  const { input, items, undated } = layout;
  const { noun } = input.info.guide.meta;
  if (matched === 0) return `No ${noun.many} in this view.`;
  if (input.cells) return cellsSentence(matched, layout, use);
  const piled = items.some(({ kind }) => kind === 'pile');
  const drawn = items.reduce((sum, item) => sum + (item.kind === 'pile' ? item.count : 1), 0);
  const dated = matched - undated.length;
  const several = drawn > dated ? ' One that ties to several lanes stands in each of them.' : '';
  const leads = use === 'live' ? 'leads to those days' : 'stands for them';
  return [
    `${formatQuantity(dated, noun)}, ${dated === 1 ? 'a' : 'each a'} mark at its date; area grows with the number killed.${several}`,
    ...(piled ? [`Where they stand too close to draw apart, a count such as ×12 ${leads}.`] : []),
    ...undatedSentence(layout, use),
  ].join(' ');
}

/** What any item of a timeline is, in words. */
export function itemSentence({ input, lanes }: TimelineLayout, item: LaidItem): string {
  const { info, view, cells } = input;
  const label = lanes[item.lane]?.lane.label ?? '';
  if (item.kind === 'mark') return markSentence(info.guide, view, item.mark);
  if (item.kind === 'pile') {
    const incidents = item.count === 1 ? '1 incident' : `${item.count} incidents`;
    return `${formatSpan(item.from, item.to)}, ${label}: ${incidents} too close together to draw apart. Zoom in to see them.`;
  }
  const { low, best, high } = item.value;
  const bin = formatBin(item.value.start, cells?.bin ?? 'day');
  const figure = exactCount({ low: low ?? 0, best: best ?? 0, high: high ?? 0 });
  const end = formatDayText(info.guide.meta.coverage.to);
  const { cut, unfinished } = item.parts;
  const the = `The ${cells?.bin ?? 'day'}`;
  const parts = [
    cut ? ` ${the} is cut by the window: only ${formatSpan(item.from, item.to)}.` : '',
    unfinished ? ` ${the} is not over: the coverage ends on ${end}.` : '',
  ].join('');
  return `${bin}, ${label}: ${figure} ${figure === '1' ? 'incident' : 'incidents'}.${parts}`;
}
