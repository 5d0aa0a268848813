import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../../series/model';
import { type Day, type DaySpan, formatDay, parseDay } from '../../time/day';
import { defaultView } from '../../view/keys';
import { serializeView } from '../../view/serialize';
import { panWindow, shortBound, windowLimits, withWindow, zoomWindow } from './window-change';

const day = (text: string) => parseDay(text) as Day;
const span = (from: string, to: string): DaySpan => ({ from: day(from), to: day(to) });
const written = ({ from, to }: DaySpan) => `${formatDay(from)}/${formatDay(to)}`;
const COVERAGE = span('2017-01-01', '2024-06-30');
const VIEW = defaultView('x' as DatasetId);

describe('a change of the window', () => {
  it('is written as short as it can be', () => {
    expect(shortBound(day('2019-01-01'), 'start').text).toBe('2019');
    expect(shortBound(day('2019-03-01'), 'start').text).toBe('2019-03');
    expect(shortBound(day('2019-03-02'), 'start').text).toBe('2019-03-02');
    expect(shortBound(day('2019-12-31'), 'end').text).toBe('2019');
    expect(shortBound(day('2020-02-29'), 'end').text).toBe('2020-02');
    expect(shortBound(day('2019-01-01'), 'end').text).toBe('2019-01-01');
  });

  it('leaves out an end that is the coverage’s own', () => {
    const query = (from: string, to: string) => serializeView(withWindow(VIEW, span(from, to), COVERAGE));
    expect(query('2017-01-01', '2024-06-30')).toBe('');
    expect(query('2018-01-01', '2024-06-30')).toBe('from=2018');
    expect(query('2017-01-01', '2020-12-31')).toBe('to=2020');
  });

  it('zooms about a day, which stays where it is', () => {
    const window = span('2020-01-01', '2020-04-09');
    const zoomed = zoomWindow(window, 0.5, day('2020-01-01'), COVERAGE);
    expect(written(zoomed)).toBe('2020-01-01/2020-02-19');
    expect(written(zoomWindow(window, 0.5, day('2020-04-09'), COVERAGE))).toBe('2020-02-20/2020-04-09');
  });

  it('zooms no closer than a week and no wider than the limits', () => {
    const week = span('2020-01-01', '2020-01-07');
    expect(zoomWindow(week, 0.1, day('2020-01-03'), COVERAGE)).toEqual(week);
    expect(zoomWindow(week, 1e6, day('2020-01-03'), COVERAGE)).toEqual(COVERAGE);
    expect(
      zoomWindow(span('2020-01-01', '2020-01-01'), 1.01, day('2020-01-01'), COVERAGE).to,
    ).toBeGreaterThan(day('2020-01-01'));
  });

  it('pans by days with its length, up to the limits', () => {
    const window = span('2020-01-01', '2020-01-10');
    expect(written(panWindow(window, 5, COVERAGE))).toBe('2020-01-06/2020-01-15');
    expect(written(panWindow(window, -9999, COVERAGE))).toBe('2017-01-01/2017-01-10');
    expect(written(panWindow(window, 9999, COVERAGE))).toBe('2024-06-21/2024-06-30');
  });

  it('reaches beyond the coverage only where the window does already', () => {
    expect(written(windowLimits(span('2016-01-01', '2016-12-31'), COVERAGE))).toBe('2016-01-01/2024-06-30');
  });
});
