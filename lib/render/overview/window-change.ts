import { NONE } from '../../query/query';
import { type Bound, parseBound } from '../../time/bounds';
import { addDays, type Day, type DaySpan, formatYear, MAX_DAY, MIN_DAY, toCalendar } from '../../time/day';
import { changeView, dayBound } from '../../view/change';
import type { View } from '../../view/view';
import { eachClause } from '../activity/group-links';
import type { Lane } from '../timeline/lanes';

/** The shortest text whose first day is `day`: `2017`, `2017-03` or `2017-03-05`. `end`: whose last day it is. */
export function shortBound(day: Day, edge: 'start' | 'end'): Bound {
  const { year, month } = toCalendar(day);
  const yearText = formatYear(year);
  const texts = [yearText, `${yearText}-${String(month).padStart(2, '0')}`];
  const bounds = texts.map(parseBound).filter((bound) => bound !== null);
  return bounds.find((bound) => (edge === 'start' ? bound.from : bound.to) === day) ?? dayBound(day);
}

/** A view with its window set to days. An end that is the coverage's own is left out, so that the address stays short. */
export function withWindow(view: View, { from, to }: DaySpan, coverage: DaySpan): View {
  return changeView(view, {
    from: from === coverage.from ? null : shortBound(from, 'start'),
    to: to === coverage.to ? null : shortBound(to, 'end'),
  });
}

/** Days as a window must be: inside the calendar and inside `limits` where it fits there, never shorter than a day. */
function held(from: number, days: number, limits: DaySpan): DaySpan {
  const length = Math.max(1, Math.min(days, limits.to - limits.from + 1));
  const start = Math.min(limits.to - length + 1, Math.max(limits.from, from));
  return { from: Math.max(start, MIN_DAY) as Day, to: Math.min(start + length - 1, MAX_DAY) as Day };
}

/** How much shorter a window becomes by one step of zooming in. */
export const ZOOM_STEP = 0.6;

/** The day in the middle of a window. */
export function middleOf({ from, to }: DaySpan): Day {
  return Math.floor((from + to) / 2) as Day;
}

/** The shortest window that zooming reaches, in days. */
const LEAST_DAYS = 7;

/** A window `factor` times as long (below 1 zooms in) about a day that stays where it is, inside `limits`. */
export function zoomWindow({ from, to }: DaySpan, factor: number, anchor: Day, limits: DaySpan): DaySpan {
  const length = to - from + 1;
  const wanted = Math.round(length * factor);
  const days = factor < 1 ? Math.max(Math.min(LEAST_DAYS, length), wanted) : Math.max(wanted, length + 1);
  const share = (anchor - from + 0.5) / length;
  return held(Math.round(anchor + 0.5 - share * days), days, limits);
}

/** A window moved by days (negative: earlier), inside `limits`. */
export function panWindow({ from, to }: DaySpan, days: number, limits: DaySpan): DaySpan {
  return held(addDays(from, Math.round(days)), to - from + 1, limits);
}

/** The coverage, and the window where it reaches beyond: how far one can pan and zoom out. */
export function windowLimits(window: DaySpan, coverage: DaySpan): DaySpan {
  return {
    from: Math.min(window.from, coverage.from) as Day,
    to: Math.max(window.to, coverage.to) as Day,
  };
}

/** The view of exactly the incidents of a lane that began in some days; of all lanes where no address can say it. */
export function narrowTo(view: View, lane: Lane, days: DaySpan): View {
  const dated = changeView(view, {
    from: shortBound(days.from, 'start'),
    to: shortBound(days.to, 'end'),
    incident: null,
  });
  if (view.split === 'none') return dated;
  const members = lane.members.map((member) => member ?? NONE);
  return changeView(dated, eachClause(view, view.split, members) ?? {});
}
