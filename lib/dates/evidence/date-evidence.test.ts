import { describe, expect, it } from 'vitest';
import { cpuTime } from '@/testing/cpu-time';
import type { DateInference, DateRule } from '../date-rule';
import { readDate } from '../read-date';
import { collectDates } from './date-evidence';

function inferenceOf(cells: Iterable<string>): DateInference | null {
  const evidence = collectDates();
  for (const cell of cells) evidence.observe(cell);
  return evidence.conclude();
}

function rulesOf(...cells: readonly string[]): readonly DateRule[] {
  return inferenceOf(cells)?.rules ?? [];
}

const orders = (...cells: readonly string[]) => rulesOf(...cells).map(({ order }) => order);
const languages = (...cells: readonly string[]) => rulesOf(...cells).map(({ language }) => language);
const numbers = (...cells: readonly string[]) => rulesOf(...cells).map((rule) => rule.numbers);
const pivots = (...cells: readonly string[]) => rulesOf(...cells).map(({ pivot }) => pivot);

describe('the order of day and month', () => {
  it('is settled by any number over 12, wherever in the column it stands', () => {
    expect(orders('03/04/2021', '13/04/2021', '01/02/2020')).toEqual(['day-first']);
    expect(orders('03/04/2021', '04/13/2021', '01/02/2020')).toEqual(['month-first']);
    expect(
      orders(...Array.from({ length: 5_000 }, (_, i) => `0${1 + (i % 9)}/0${1 + (i % 7)}/2021`), '1/31/2021'),
    ).toEqual(['month-first']);
  });

  it('is asked where the column does not settle it, with cells that show the difference', () => {
    const inference = inferenceOf(['03/04/2021', '05/05/2021', '01/02/2020']);
    expect(inference?.rules.map(({ order }) => order)).toEqual(['day-first', 'month-first']);
    expect(inference?.examples).toEqual([
      { text: '03/04/2021', readings: ['2021-04-03', '2021-03-04'] },
      { text: '01/02/2020', readings: ['2020-02-01', '2020-01-02'] },
    ]);
  });

  it('is not guessed from a column in order', () => {
    expect(orders('01/01/2021', '01/02/2021', '01/03/2021', '01/04/2021')).toHaveLength(2);
  });

  it('is that of most cells where cells contradict each other, and the others are left unread', () => {
    const inference = inferenceOf(['13/02/2020', '14/02/2020', '02/15/2020']);
    expect(inference?.rules.map(({ order }) => order)).toEqual(['day-first']);
    expect([inference?.understood, inference?.cells, inference?.unread]).toEqual([2, 3, ['02/15/2020']]);
    expect(orders('13/02/2020', '02/13/2020')).toEqual(['day-first', 'month-first']);
  });

  it('is asked where many cells contradict each other and others can be read both ways', () => {
    const first = Array.from({ length: 12 }, (_, i) => `${13 + i}/02/2020`);
    const second = Array.from({ length: 6 }, (_, i) => `02/${13 + i}/2020`);
    expect(orders(...first, ...second, '03/04/2020')).toEqual(['day-first', 'month-first']);
    expect(orders(...first, '02/13/2020', '03/04/2020')).toEqual(['day-first']);
  });

  it('is nothing to ask where no cell depends on it', () => {
    expect(orders('2024-03-04', '2023-01-02')).toEqual([null]);
    expect(orders('03/03/2021', '05/05/2021')).toHaveLength(1);
  });
});

describe('the language of months', () => {
  it('is that which knows all words of the column', () => {
    expect(languages('22 марта 2024 г.', '1 мая 2023 г.')).toEqual(['ru']);
    expect(languages('3 березня 2022', '9 травня 2022')).toEqual(['uk']);
    expect(languages('Mai 2020', '3. März 2021')).toEqual(['de']);
    expect(languages('3 avr. 2020', '14 févr. 2021')).toEqual(['fr']);
    expect(languages('3 AVRIL 2020', '14 fevrier 2021')).toEqual(['fr']);
  });

  it('is English where English fits as well as others', () => {
    expect(languages('3 Jan 2020', '4 Nov 2021')).toEqual(['en']);
    expect(languages('5 April 2021')).toEqual(['en']);
  });

  it('is asked where languages mean different months by the same word', () => {
    const inference = inferenceOf(['5 listopad 2020', '6 listopad 2021']);
    expect(inference?.examples[0]?.readings.toSorted()).toEqual(['2020-10-05', '2020-11-05']);
  });

  it('never takes a weekday for a date', () => {
    expect(inferenceOf(['mar 2020', 'avr 2021'])?.understood).toBe(1);
  });
});

describe('bare numbers', () => {
  it('are years, compact dates, epochs or serials by their size, all of them together', () => {
    expect(numbers('1966', '2016', '2000')).toEqual(['year']);
    expect(numbers('2016.0', '2017.0')).toEqual(['year']);
    expect(numbers('20240322', '20231231')).toEqual(['compact']);
    expect(numbers('202403', '202312')).toEqual(['compact']);
    expect(numbers('1711150200', '1500000000')).toEqual(['epoch-s']);
    expect(numbers('1711150200000', '1500000000000')).toEqual(['epoch-ms']);
    expect(numbers('45373.98', '40000')).toEqual(['excel', 'excel-1904']);
  });

  it('are no dates where they are counts, ids, shares or coordinates', () => {
    const columns = [
      ['3', '4', '17', '0'],
      ['20240322001', '20240322002'],
      ['35.683', '36.4', '-12.2023'],
      ['20241399', '99999999', '10000000'],
      ['0.5', '0.25'],
      ['123456', '999999', '555555'],
    ];
    for (const column of columns) expect(inferenceOf(column), column.join()).toBeNull();
  });

  it('may stand among texts', () => {
    expect(inferenceOf(['2016', '2016-05', 'May 2017', 'unknown'])).toMatchObject({
      cells: 4,
      understood: 3,
      rules: [{ language: 'en', numbers: 'year' }],
      first: '2016-01-01',
      last: '2017-05-31',
    });
  });
});

describe('two-digit years', () => {
  it('are asked about, the shortest span first', () => {
    expect(pivots('3/14/15', '4/2/16')).toEqual([2068, 1999]);
    expect(pivots('12-Jan-99', '31-Dec-01')).toEqual([2068, 1999]);
    expect(pivots('12-Jan-44', '31-Dec-45')).toEqual([1999, 2068]);
    expect(
      pivots('12-Jan-45', '31-Dec-55', '1-May-65', '1-May-75', '1-May-85', '1-May-95', '1-May-05'),
    ).toEqual([2005, 1999]);
  });

  it('are settled by years of four digits in the column', () => {
    expect(pivots('12-Jan-99', '31-Dec-01', '1 May 1998', '1 May 2003')).toEqual([2068]);
    expect(pivots('12-Jan-44', '31-Dec-45', '1 May 1943')).toEqual([1999]);
  });
});

describe('a year and the next', () => {
  const read = (...cells: readonly string[]) => {
    const [rule] = rulesOf(...cells);
    return rule && cells.map((cell) => readDate(rule, cell)).map((each) => each.kind === 'edtf' && each.edtf);
  };

  it('is told from a month by the column', () => {
    expect(read('1998/99', '1999/00', '2000/01', '2011/12')).toEqual([
      '[1998..1999]',
      '[1999..2000]',
      '[2000..2001]',
      '[2011..2012]',
    ]);
    expect(read('1998/9', '1999/00', '2000/1', '1995/96')).toEqual([
      '[1998..1999]',
      '[1999..2000]',
      '[2000..2001]',
      '[1995..1996]',
    ]);
    expect(read('1998-99', '2000-01', '2005')).toEqual(['1998/1999', '2000/2001', '2005']);
  });

  it('is a month where no cell proves otherwise, or one can be nothing else', () => {
    expect(read('2000/01', '2001/02')).toEqual(['2000-01', '2001-02']);
    expect(read('2000/01', '2001/11', '1998/99')).toEqual(['2000-01', '2001-11', '[1998..1999]']);
  });
});

describe('a column that is no dates', () => {
  it('is given up, and costs next to nothing from then on', () => {
    const prose = Array.from({ length: 200_000 }, (_, i) => `attack ${i} near checkpoint ${i % 7}`);
    expect(cpuTime(() => expect(inferenceOf(prose)).toBeNull())).toBeLessThan(3_000);
  });

  it('holds names, links and prose', () => {
    const columns = [
      ['hello', 'world'],
      ['https://example.org/2020/05/30', 'https://example.org/2020/06/01'],
      ['12 Main Street', '5 May Avenue'],
      ['unknown', 'n/a'],
      ['x'.repeat(5_000)],
    ];
    for (const column of columns) expect(inferenceOf(column), column[0]).toBeNull();
  });
});

describe('a long column', () => {
  it('of numbers is counted whole, however many differ and however often each comes', () => {
    const days = Array.from({ length: 25_000 }, (_, i) => {
      const [month, day] = [1 + Math.floor((i % 336) / 28), 1 + (i % 28)].map((n) =>
        String(n).padStart(2, '0'),
      );
      return `${1900 + Math.floor(i / 336)}${month}${day}`;
    });
    const cells = [...days, '7', ...days, days[0]!, '7'];
    expect(inferenceOf(cells)).toMatchObject({
      cells: 50_003,
      understood: 50_001,
      rules: [{ numbers: 'compact' }],
      first: '1900-01-01',
      last: '1974-05-24',
    });
  });

  it('is counted whole, whatever the times of day', () => {
    const times = Array.from({ length: 200_000 }, (_, i) => {
      const [day, hour, minute] = [1 + (i % 28), i % 24, i % 60].map((n) => String(n).padStart(2, '0'));
      return `2014-05-${day} ${hour}:${minute}:00.${i % 1000}`;
    });
    expect(inferenceOf(times)).toMatchObject({
      cells: 200_000,
      understood: 200_000,
      first: '2014-05-01',
      last: '2014-05-28',
    });
  });

  it('is counted whole with more distinct texts than are kept', () => {
    const texts = Array.from(
      { length: 24_000 },
      (_, i) => `${1 + (i % 12)}/${1 + (i % 28)}/${1000 + Math.floor(i / 60)} `,
    );
    const distinct = texts.map((text, i) => `${text.trim()} - ${1 + (i % 12)}/28/${3000 + (i % 6000)}`);
    const inference = inferenceOf(distinct);
    expect(inference).toMatchObject({ cells: 24_000, understood: 24_000, rules: [{ order: 'month-first' }] });
  }, 30_000);
});
