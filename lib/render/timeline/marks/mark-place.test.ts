import { describe, expect, it } from 'vitest';
import { sampleDate } from '../../../../testing/pictures/timeline-sample';
import { toDay } from '../../../time/day';
import { timeScale } from '../../axis/time-axis';
import { placeDate } from './mark-place';

/** 365 days of 2023 on 365 pixels, from 0: the n-th day of the year begins at n − 1. */
const scale = timeScale(toDay(2023, 1, 1), toDay(2023, 12, 31), { width: 365, left: 0, right: 0 });
const place = (edtf: string) => placeDate(sampleDate(edtf), scale);
const bars = (edtf: string) =>
  place(edtf)?.bars.map(({ kind, ...at }) => [
    kind,
    ...[at.x0, at.x1, at.fade0, at.fade1].map((x) => Math.round(x * 10) / 10),
  ]);

describe('the place of a date', () => {
  it('is the middle of its day, without a bar', () => {
    expect(place('2023-01-10')).toEqual({ x: 9.5, bars: [], play: 0.5 });
  });

  it('is the middle of a month whose day is not known, with a bar that is soft within the month', () => {
    const june = place('2023-06');
    expect(june?.x).toBe(166);
    expect(bars('2023-06')).toEqual([['doubt', 151, 181, 7.5, 7.5]]);
  });

  it('fades over the days by which doubt widens it', () => {
    // About June is May to July: 31 days before, 31 after.
    expect(bars('2023-06~')).toEqual([['doubt', 120, 212, 31, 31]]);
  });

  it('stands at the start of several days, with a bar that ends hard', () => {
    expect(place('2023-01-10/2023-02-03')).toMatchObject({
      x: 9.5,
      bars: [{ kind: 'duration', x0: 9.5, x1: 34, fade0: 0, fade1: 0 }],
    });
  });

  it('fades out where the end is not known, and in where the start is not', () => {
    expect(place('2023-03-01/')?.bars).toEqual([
      { kind: 'open-end', x0: 59.5, x1: 99.5, fade0: 0, fade1: 40 },
    ]);
    expect(place('../2023-03-01')).toMatchObject({
      x: 59.5,
      bars: [{ kind: 'open-start', x0: 19.5, x1: 59.5 }],
    });
  });

  it('is cut to the window', () => {
    const autumn = place('[2023-12-22..2024-03-10]');
    expect(autumn?.x).toBe(360);
    expect(autumn?.bars[0]).toMatchObject({ x0: 355, x1: 365, fade1: 0 });
  });

  it('is nowhere for a start not known with an end outside, and for dates of other years', () => {
    expect(place('../2024')).toBeNull();
    expect(place('XXXX')).toBeNull();
    expect(place('2022-05-01')).toBeNull();
  });
});
