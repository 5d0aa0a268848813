import type { SeriesGuide } from '../../series/model';
import { formatDayText } from '../../time/format';
import { parseRolling, type Rolling, rollingInWords } from '../../time/rolling';
import { freezeView, liveView, resolveWindow } from '../resolve';
import { isRolling, type View } from '../view';

/** A kind of link that a reader can choose, and what it will show. */
export interface LinkChoice {
  readonly id: 'frozen' | 'live' | `live${string}`;
  readonly label: string;
  /** In a sentence: what somebody sees who opens it, now and later. */
  readonly sentence: string;
  readonly view: View;
}

/** What is shared: a view of a revision. */
export interface Shared {
  readonly view: View;
  readonly guide: Pick<SeriesGuide, 'meta'>;
  readonly revision: string;
}

/** The windows that may move with the series. */
const ROLLINGS: readonly Rolling[] = ['-12m', '-3m', '-30d'].flatMap((text) => parseRolling(text) ?? []);

function frozenChoice({ view, guide, revision }: Shared): LinkChoice {
  const { coverage } = guide.meta;
  const { from, to } = resolveWindow(view, coverage);
  const days = from > to ? 'an empty window' : `${formatDayText(from)} to ${formatDayText(to)}`;
  return {
    id: 'frozen',
    label: 'Frozen',
    sentence: `Always shows these numbers: revision ${revision.slice(0, 12)}, ${days}. When the series is corrected later, the page says what has changed since.`,
    view: freezeView(view, coverage, revision),
  };
}

function windowWords(view: View, shared: Shared): string {
  const { coverage } = shared.guide.meta;
  const { from, to } = resolveWindow(view, coverage);
  if (view.from && isRolling(view.from)) {
    const length = rollingInWords(view.from);
    return view.to ? `the ${length} to ${formatDayText(to)}` : `the latest ${length} of its coverage`;
  }
  if (view.from && view.to) return `${formatDayText(from)} to ${formatDayText(to)}`;
  if (view.from) return `${formatDayText(from)} up to the end of its coverage, whenever that will be`;
  return view.to ? `everything up to ${formatDayText(to)}` : 'all of its coverage, as that grows';
}

function liveChoice(id: LinkChoice['id'], label: string, view: View, shared: Shared): LinkChoice {
  const sentence = `Follows the series: shows what the current revision says at the time, for ${windowWords(view, shared)}. The numbers may change.`;
  return { id, label, sentence, view };
}

/** The links of a view, the frozen one first. Those whose window rolls keep its filters and not its days. */
export function linkChoices(shared: Shared): readonly LinkChoice[] {
  const { coverage } = shared.guide.meta;
  const { view } = shared;
  return [
    frozenChoice(shared),
    liveChoice('live', 'Live', liveView(view, coverage), shared),
    ...ROLLINGS.map((rolling) =>
      liveChoice(
        `live${rolling.text}`,
        `Live, latest ${rollingInWords(rolling)}`,
        liveView(view, coverage, rolling),
        shared,
      ),
    ),
  ];
}
