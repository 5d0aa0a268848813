import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '../../time/day';
import { binParts } from './bin-parts';

const span = (text: string) => {
  const [from, to] = text.split('/').map((day) => parseDay(day)!) as [Day, Day];
  return { from, to };
};
const COVERAGE = span('2017-01-01/2024-06-20');

describe('the parts of a bin', () => {
  it.each([
    ['2023-01-01/2023-12-31', '2017-01-01/2024-06-20', ''],
    ['2023-01-01/2023-12-31', '2017-01-01/2023-03-31', 'cut'],
    ['2017-01-01/2017-12-31', '2017-06-15/2024-06-20', 'cut'],
    ['2016-12-26/2017-01-01', '2017-01-01/2024-06-20', 'early'],
    ['2024-01-01/2024-12-31', '2017-01-01/2024-06-20', 'unfinished'],
    ['2024-01-01/2024-12-31', '2017-01-01/2024-12-31', 'unfinished'],
    ['2024-01-01/2024-12-31', '2017-01-01/2024-03-31', 'cut unfinished'],
    ['2016-01-01/2016-12-31', '2016-01-01/2024-06-20', ''],
  ])('of %s in the window %s are: %s', (bin, window, parts) => {
    const { partial, ...found } = binParts(span(bin), span(window), COVERAGE);
    const names = Object.entries(found).flatMap(([name, is]) => (is ? [name] : []));
    expect(names.join(' ')).toBe(parts);
    expect(partial).toBe(parts !== '');
  });
});
