import { describe, expect, it } from 'vitest';
import { knownCells } from '../cells/known-cells';
import { sourceList } from './sources';
import { sourcesIn, trimAddress } from './sources-in-cell';

describe('the sources in a cell', () => {
  const [a, b, c] = ['https://a.org/1', 'https://b.org/2', 'https://c.org/3'];

  it.each([
    ['a comma and a blank', `${a}, ${b}, ${c}`],
    ['a comma alone', `${a},${b},${c}`],
    ['blanks', `${a}  ${b} ${c}`],
    ['semicolons', `${a}; ${b};${c}`],
    ['bars', `${a}|${b} | ${c}`],
    ['line ends', `${a}\n${b}\r\n${c}`],
    ['signs and a stop at the end', `${a}; ${b}, ${c}.`],
    ['brackets around each', `(${a}), [${b}] <${c}>`],
  ])('are parted at %s, whatever separator is set', (_, cell) => {
    for (const separator of [null, ';', ',', '|']) expect(sourcesIn(cell, separator)).toEqual([a, b, c]);
  });

  it.each([
    ['commas', 'https://a.org/x,y,z'],
    ['semicolons', 'https://a.org/p;id=1;q=2'],
    ['another address', 'https://web.archive.org/web/2020/https://a.org/1'],
    ['brackets', 'https://en.example.org/wiki/A_(town)'],
  ])('keep %s that stand inside an address', (_, address) => {
    for (const separator of [null, ';', ',']) expect(sourcesIn(address, separator)).toEqual([address]);
    expect(sourcesIn(`${address}, ${b}`, null)).toEqual([address, b]);
  });

  it('are a name of their own beside an address, and a citation where words go before it', () => {
    expect(sourcesIn(`Reuters, ${a}, AP`, null)).toEqual(['Reuters', a, 'AP']);
    expect(sourcesIn(`Reuters of 3 May ${a}`, null)).toEqual([`Reuters of 3 May ${a}`]);
    const columns = [{ name: 'source', hxl: null }];
    const list = sourceList(
      columns,
      { columns: ['source'], separator: null },
      knownCells(columns, { literals: {} }),
    );
    list.read([`Reuters of 3 May ${a}.`]);
    expect(list.all()).toMatchObject([{ title: 'Reuters of 3 May', url: a }]);
  });

  it('are parted by the separator alone where there is no address', () => {
    expect(sourcesIn('Daily A; Daily B', ';')).toEqual(['Daily A', 'Daily B']);
    expect(sourcesIn('Daily A, of the North', null)).toEqual(['Daily A, of the North']);
  });
});

it.each([
  ['https://a.org/1,', 'https://a.org/1'],
  ['https://a.org/1).', 'https://a.org/1'],
  ['https://a.org/1_(2)', 'https://a.org/1_(2)'],
  ['"https://a.org/1"', 'https://a.org/1'],
])('takes the punctuation off %s', (text, address) => expect(trimAddress(text)).toBe(address));
