import type { Incident } from '../../../series/model';
import { finestBin, floorBin } from '../../../time/bin';
import { type Day, toCalendar, toDay } from '../../../time/day';
import { formatBin } from '../../../time/format';
import type { HistogramBin } from '../local-connection';

const MOST_BINS = 60;
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

interface Scale {
  readonly start: (day: Day) => Day;
  readonly next: (start: Day) => Day;
  readonly label: (start: Day) => string;
}

/** Bins of some years each, such as 1990–1999. */
function scaleOfYears(from: Day, to: Day): Scale {
  const span = toCalendar(to).year - toCalendar(from).year + 1;
  const step = YEARS.find((years) => span / years <= MOST_BINS) ?? 1000;
  const yearOf = (day: Day) => Math.floor(toCalendar(day).year / step) * step;
  return {
    start: (day) => toDay(yearOf(day), 1, 1),
    next: (start) => toDay(toCalendar(start).year + step, 1, 1),
    label: (start) =>
      step === 1
        ? formatBin(start, 'year')
        : `${formatBin(start, 'year')}–${formatBin(toDay(yearOf(start) + step - 1, 1, 1), 'year')}`,
  };
}

function scaleOf(from: Day, to: Day): Scale {
  const bin = finestBin(from, to, MOST_BINS);
  if (bin === 'year') return scaleOfYears(from, to);
  return {
    start: (day) => floorBin(day, bin),
    next: (start) =>
      floorBin((start + (bin === 'day' ? 1 : bin === 'week' ? 7 : bin === 'month' ? 32 : 93)) as Day, bin),
    label: (start) => formatBin(start, bin),
  };
}

/** Incidents by their first possible day, in at most 60 calendar bins, empty ones included; undated ones are left out. */
export function histogramOf(incidents: readonly Incident[]): readonly HistogramBin[] {
  const days = incidents.flatMap(({ date }) => (date.earliest === null ? [] : [date.earliest]));
  if (days.length === 0) return [];
  const [from, to] = days.reduce(
    ([least, most], day) => [day < least ? day : least, day > most ? day : most],
    [days[0]!, days[0]!],
  );
  const scale = scaleOf(from, to);
  const counts = new Map<Day, number>();
  for (const day of days) counts.set(scale.start(day), (counts.get(scale.start(day)) ?? 0) + 1);
  const bins: HistogramBin[] = [];
  for (let start = scale.start(from); start <= to; start = scale.next(start)) {
    bins.push({ label: scale.label(start), count: counts.get(start) ?? 0 });
  }
  return bins;
}
