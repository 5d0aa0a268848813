import type { SeriesInfo } from '../../query/info/series-info';
import type { Answers } from '../../query/plan/answers';
import type { DaySpan } from '../../time/day';
import { changeView, withoutWindow } from '../../view/change';
import { resolveWindow } from '../../view/resolve';
import { toggleValue } from '../../view/toggle';
import type { View } from '../../view/view';
import { formatNumber } from '../figures';
import { joinWords } from '../labels';

/** Incidents that a view leaves out. */
export interface Omission {
  readonly count: number;
  readonly words: string;
  /** The view that shows them; null where no view does. */
  readonly opens: View | null;
}

/**
 * What a view leaves out, each with the way to see it: other scope, other days, operations of the state, which have a noun of their own.
 */
export function omissionsOf({
  info,
  view,
  window,
  answers,
}: {
  readonly info: Pick<SeriesInfo, 'guide'>;
  readonly view: View;
  readonly window: DaySpan;
  readonly answers: Pick<Answers, 'total' | 'otherScope' | 'anyTime' | 'facets'>;
}): readonly Omission[] {
  const { coverage } = info.guide.meta;
  const unbounded = withoutWindow(view);
  const whole = resolveWindow(unbounded, coverage);
  const narrowed = whole.from !== window.from || whole.to !== window.to;
  const byState = answers.facets.initiator.values.find(({ id }) => id === 'state')?.high ?? 0;
  const inside = view.scope === 'in';
  return [
    {
      count: answers.otherScope.matched,
      words: inside ? 'outside the series’ scope' : 'inside the series’ scope',
      opens: changeView(view, { scope: inside ? 'out' : 'in' }),
    },
    {
      count: answers.anyTime.matched - answers.total.matched,
      words: 'outside the window',
      opens: narrowed ? unbounded : null,
    },
    {
      count: view.initiators.includes('state') ? 0 : byState,
      words: byState === 1 ? 'operation started by the state' : 'operations started by the state',
      opens: toggleValue(changeView(view, { initiators: [] }), 'initiator', 'state'),
    },
  ].filter(({ count }) => count > 0);
}

/** The same as a sentence; null where nothing is left out. */
export function omissionSentence(omissions: readonly Omission[]): string | null {
  if (omissions.length === 0) return null;
  return `Not counted: ${joinWords(
    omissions.map(({ count, words }) => `${formatNumber(count)} ${words}`),
    'and',
  )}.`;
}
