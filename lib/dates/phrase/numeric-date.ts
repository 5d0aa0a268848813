import { daysInMonth } from '../../time/day';
import { fullYear, type ReadingContext, refuse } from '../reading-context';
import { NOTHING, type PartialDate } from './partial-date';

type Order = 'day-first' | 'month-first' | 'year-first';

/** Digits in the order year, month, day. */
type Triple = readonly [year: string, month: string, day: string];

function arrange([a, b, c]: Triple, order: Order): Triple {
  if (order === 'year-first') return [a, b, c];
  return order === 'day-first' ? [c, b, a] : [c, a, b];
}

function yearOf(text: string, context: ReadingContext): number | null {
  if (text.length === 2) return fullYear(Number(text), context);
  const year = Number(text);
  if (text.length < 3) return refuse(context, `${text} is no year`);
  return year === 0 ? refuse(context, 'the year is zero') : year;
}

/** Whether the numbers can be such a date at all; zero stands for unknown. Leap days are looked at with the year. */
function isPossible([year, month, day]: Triple): boolean {
  const [m, d] = [Number(month), Number(day)];
  if (m > 12 || (m > 0 && d > (year.length === 2 ? daysInMonth(2000, m) : daysInMonth(Number(year), m))))
    return false;
  return d <= 31 && month.length <= 2 && day.length <= 2;
}

function dateIn(triple: Triple, context: ReadingContext): PartialDate | null {
  const [yearText, monthText, dayText] = triple;
  const [month, day] = [Number(monthText), Number(dayText)];
  if (month > 12) return refuse(context, `there is no month ${month}`);
  if (day > 31 || dayText.length > 2 || monthText.length > 2)
    return refuse(context, `there is no day ${dayText}`);
  const year = yearOf(yearText, context);
  return year === null ? null : { ...NOTHING, year, month, day };
}

/** The orders in which the numbers may stand, by the place of the year. */
function ordersOf([a, , c]: Triple): readonly Order[] {
  if (a.length > 2) return ['year-first'];
  return c.length > 2 ? ['day-first', 'month-first'] : ['day-first', 'month-first', 'year-first'];
}

/**
 * Three numbers. A year of four digits in front settles it (`2024/3/22`); otherwise the column's order decides. Without
 * one a date is read only where a single order gives a day.
 */
export function numericDate(triple: Triple, context: ReadingContext): PartialDate | null {
  const orders = ordersOf(triple);
  if (orders.length === 1) return dateIn(triple, context);
  context.usesOrder = true;
  const { order } = context.rule;
  if (order !== null) {
    if (orders.includes(order)) return dateIn(arrange(triple, order), context);
    return refuse(context, 'the year stands last, and in this column it comes first');
  }
  const days = new Map(
    orders
      .map((each) => arrange(triple, each))
      .filter(isPossible)
      .map((each) => [each.join('-'), each]),
  );
  const [only] = days.values();
  if (days.size === 1 && only) return dateIn(only, context);
  return refuse(
    context,
    days.size === 0 ? 'no order of its numbers gives a day' : 'day and month can be either way',
  );
}

/** A month and a year, such as `03/2024` and `2024/3`. */
export function numericMonth([a, b]: readonly [string, string], context: ReadingContext): PartialDate | null {
  const [yearText, monthText] = a.length > 2 ? [a, b] : [b, a];
  const month = Number(monthText);
  if (month > 12) return refuse(context, `there is no month ${month}`);
  const year = yearOf(yearText, context);
  return year === null ? null : { ...NOTHING, year, month };
}

/** A day and a month without a year, in the order of the column. */
export function numericDay(a: number, b: number, context: ReadingContext): PartialDate | null {
  context.usesOrder = true;
  const { order } = context.rule;
  if (order === null) return refuse(context, 'day and month can be either way');
  const [day, month] = order === 'day-first' ? [a, b] : [b, a];
  if (month > 12) return refuse(context, `there is no month ${month}`);
  return { ...NOTHING, month, day };
}
