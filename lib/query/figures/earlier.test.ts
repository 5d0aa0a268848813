import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import type { CoverageNote } from '../../series/model';
import { formatDay, parseDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { earlierSpans } from './earlier';

const day = (text: string) => parseDay(text)!;
const COVERAGE = { ...EXAMPLE_GUIDE.meta.coverage, from: day('2017-01-01'), to: day('2024-06-30') };
const GUIDE = { ...EXAMPLE_GUIDE, meta: { ...EXAMPLE_GUIDE.meta, coverage: COVERAGE }, coverageNotes: [] };
const { view } = parseView(EXAMPLE_GUIDE.meta.id, new URLSearchParams());

function earlier(from: string, to: string, coverageNotes: readonly CoverageNote[] = []) {
  const window = { from: day(from), to: day(to) };
  return earlierSpans(window, view, { ...GUIDE, coverageNotes }).map(
    (one) => `${one.kind} ${formatDay(one.from)} ${formatDay(one.to)} ${one.length.count} ${one.length.unit}`,
  );
}

function gap(from: string, to: string): CoverageNote {
  return { id: 'g', kind: 'gap', from: day(from), to: day(to), actors: [], types: [], text: '' } as never;
}

describe('what a window is compared with', () => {
  it.each([
    [
      '2024-04-01',
      '2024-06-30',
      ['before 2024-01-01 2024-03-31 3 month', 'year 2023-04-01 2023-06-30 3 month'],
    ],
    [
      '2024-02-01',
      '2024-02-29',
      ['before 2024-01-01 2024-01-31 1 month', 'year 2023-02-01 2023-02-28 1 month'],
    ],
    [
      '2023-02-01',
      '2023-02-28',
      ['before 2023-01-01 2023-01-31 1 month', 'year 2022-02-01 2022-02-28 1 month'],
    ],
    [
      '2024-03-10',
      '2024-03-19',
      ['before 2024-02-29 2024-03-09 10 day', 'year 2023-03-10 2023-03-19 10 day'],
    ],
    // A year before is what lies right before.
    ['2023-01-01', '2023-12-31', ['before 2022-01-01 2022-12-31 12 month']],
    ['2020-01-01', '2021-12-31', ['before 2018-01-01 2019-12-31 24 month']],
  ])('%s to %s', (from, to, spans) => {
    expect(earlier(from, to)).toEqual(spans);
  });

  it.each([
    ['the whole coverage', '2017-01-01', '2024-06-30'],
    ['a window that begins with the coverage', '2017-01-01', '2017-12-31'],
    ['what lies partly before the coverage', '2017-06-01', '2018-05-31'],
    ['a window that ends after the coverage', '2024-01-01', '2024-12-31'],
    ['a reversed window', '2020-01-02', '2020-01-01'],
  ])('is nothing for %s', (_, from, to) => {
    expect(earlier(from, to)).toEqual([]);
  });

  it('is nothing where a day of either was left unsearched', () => {
    expect(earlier('2020-04-01', '2020-06-30', [gap('2020-05-01', '2020-05-02')])).toEqual([]);
    expect(earlier('2020-04-01', '2020-06-30', [gap('2020-01-01', '2020-01-01')])).toEqual([
      'year 2019-04-01 2019-06-30 3 month',
    ]);
  });
});
