import { describe, expect, it } from 'vitest';
import { parseBound } from './bounds';
import { formatDay } from './day';

describe('a bound of a window', () => {
  it('covers the year, month or day that is written', () => {
    const cases: readonly [string, string, string][] = [
      ['2017', '2017-01-01', '2017-12-31'],
      ['2017-03', '2017-03-01', '2017-03-31'],
      ['2024-02', '2024-02-01', '2024-02-29'],
      ['2017-03-05', '2017-03-05', '2017-03-05'],
      ['-0044', '-0044-01-01', '-0044-12-31'],
      ['-0044-03-15', '-0044-03-15', '-0044-03-15'],
      ['0000-02', '0000-02-01', '0000-02-29'],
      ['9999', '9999-01-01', '9999-12-31'],
      ['-9999-01', '-9999-01-01', '-9999-01-31'],
    ];
    for (const [text, from, to] of cases) {
      const bound = parseBound(text);
      expect(bound?.text, text).toBe(text);
      expect([formatDay(bound!.from), formatDay(bound!.to)], text).toEqual([from, to]);
    }
  });

  it('is nothing else', () => {
    const texts = [
      '',
      '17',
      '201',
      '02017',
      '2017-3',
      '2017-13',
      '2017-00',
      '2017-02-29',
      '2017-04-31',
      '2017-03-00',
    ];
    texts.push(
      '2017-21',
      '201X',
      '2017~',
      '2017/2018',
      ' 2017',
      '2017 ',
      '2017\n',
      '+2017',
      '-0000',
      '2017-03-05T00:00',
    );
    for (const text of texts) expect(parseBound(text), JSON.stringify(text)).toBeNull();
  });
});
