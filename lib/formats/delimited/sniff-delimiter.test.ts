import { describe, expect, it } from 'vitest';
import { sniffDelimiter } from './sniff-delimiter';

const lines = (...all: string[]) => `${all.join('\n')}\n`;

describe('what separates the cells of a text', () => {
  it.each<[string, string, string, string]>([
    ['commas', lines('date,place', '2020-01-01,Kabul'), ',', 'shape'],
    ['tabs', lines('date\tplace, town', '2020-01-01\tKabul, Herat'), '\t', 'shape'],
    ['bars', lines('date|place', '2020-01-01|Kabul'), '|', 'shape'],
    ['semicolons with decimal commas', lines('day;lat;lon', '1;34,5;69,2', '2;31,6;65,7'), ';', 'shape'],
    ['semicolons with one decimal comma a row', lines('day;lat', '1;34,5', '2;31,6', '3;31,7'), ';', 'shape'],
    ['commas with lists in cells', lines('date,actors', '2020,"a;b"', '2021,"a;b"', '2022,c'), ',', 'shape'],
    ['a tilde', lines('date~place', '2020-01-01~Kabul, Herat'), '~', 'shape'],
    ['a caret', lines('date^place^dead', '2020-01-01^Kabul^3', '2020-01-02^Kabul^4'), '^', 'shape'],
    ['control characters', lines('date\u0001place', '2020-01-01\u0001Kabul'), '\u0001', 'shape'],
    [
      'commas under a title',
      lines('Incidents of 2020', '', 'date,place,dead', '2020,a,1', '2020,b,1'),
      ',',
      'shape',
    ],
    ['commas inside quoted line breaks', lines('date,text', '2020,"a;\nb;\nc;"', '2021,x'), ',', 'shape'],
    [
      'commas where most quotation marks are torn',
      lines('date,place,note', '2020,a,"x', '2021,b,"y', '2022,c,z'),
      ',',
      'shape',
    ],
    ['what the first line says', lines('sep=;', 'a,b;c', '1,2;3'), ';', 'sep'],
    ['nothing', lines('date', '2020-01-01', '2020-01-02'), ',', 'none'],
    ['nothing, though there are times', lines('when', '12:30', '13:45'), ',', 'none'],
    [
      'nothing, though some cells have commas',
      lines('place', 'Kabul', 'Herat, Afghanistan', 'Kunduz'),
      ';',
      'none',
    ],
    ['nothing, though dates have blanks', lines('date', '22 March 2024', '23 March 2024'), ',', 'none'],
  ])('is found where it is %s', (_, text, delimiter, by) => {
    expect(sniffDelimiter(text, true)).toEqual({ delimiter, by });
  });
});
