import type { Coverage } from '@/lib/series/model';
import { type Bound, parseBound } from '@/lib/time/bounds';
import { addDays, type Day, formatYear, toCalendar, toDay } from '@/lib/time/day';
import { formatYearText } from '@/lib/time/written-date';
import { changeView, dayBound } from '@/lib/view/change';
import type { View } from '@/lib/view/view';

/** A window that is one click away. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly view: View;
}

/** So many presets stand before the years: all, and the last twelve months. */
export const NAMED_PRESETS = 2;

/** Longer coverages have no list of years. */
const MOST_YEARS = 150;

function monthBound(day: Day): Bound {
  const { year, month } = toCalendar(day);
  return parseBound(`${formatYear(year)}-${String(month).padStart(2, '0')}`) ?? dayBound(day);
}

/** The twelve months that end with the coverage, in whole months where it ends with one. */
function lastYear(view: View, { to }: Pick<Coverage, 'from' | 'to'>): View {
  const { year, month, day } = toCalendar(to);
  const wholeMonths = monthBound(to).to === to;
  if (!wholeMonths) {
    const from = addDays(toDay(year - 1, month, month === 2 && day === 29 ? 28 : day), 1);
    return changeView(view, { from: dayBound(from), to: dayBound(to) });
  }
  const from = month === 12 ? toDay(year, 1, 1) : toDay(year - 1, month + 1, 1);
  return changeView(view, { from: monthBound(from), to: monthBound(to) });
}

function years(view: View, { from, to }: Pick<Coverage, 'from' | 'to'>): readonly Preset[] {
  const [first, last] = [toCalendar(from).year, toCalendar(to).year];
  if (last - first + 1 > MOST_YEARS) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const bound = parseBound(formatYear(first + i));
    return {
      id: formatYear(first + i),
      label: formatYearText(first + i),
      view: changeView(view, { from: bound, to: bound }),
    };
  });
}

/** All of the coverage, its last twelve months, and each of its years. */
export function presetsOf(view: View, coverage: Pick<Coverage, 'from' | 'to'>): readonly Preset[] {
  return [
    { id: 'all', label: 'All', view: changeView(view, { from: null, to: null }) },
    { id: 'last-12', label: 'Last 12 months', view: lastYear(view, coverage) },
    ...years(view, coverage),
  ];
}
