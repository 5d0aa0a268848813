import { describe, expect, it } from 'vitest';
import { findHeader } from './find-header';

const rows = (...lines: string[]) => lines.map((line) => line.split(','));

describe('where the header is', () => {
  it.each<[string, string[][], number, boolean]>([
    ['the first record', rows('date,place,dead', '2020-01-01,Kabul,3', '2020-01-02,Herat,4'), 1, true],
    [
      'above dates and figures in digits of another script',
      rows('التاريخ,المكان,القتلى', '٢٠٢٤/٠٣/١٢,مدينة,٢', '٢٠٢٤/٠٣/١٣,قرية,٠'),
      1,
      true,
    ],
    ['names with a number', rows('id,Link 1,Link 2', '7,a,b', '8,c,d'), 1, true],
    [
      'below a header of groups',
      rows(
        'Event,,Place,,Casualties,',
        'Date,Title,City,Country,Killed,Injured',
        '2020-01-01,Raid,Kabul,AF,3,4',
        '2020-01-02,Raid,Herat,AF,4,1',
      ),
      2,
      true,
    ],
    [
      'above rows of words, with a column or two without names',
      rows('name,,town,,date', 'Raid,x,Kabul,y,2020-01-01', 'Raid,x,Herat,y,2020-01-02'),
      1,
      true,
    ],
    ['one column', rows('date', '2020-01-01', '2020-01-02'), 1, true],
    [
      'below a title',
      rows('Incidents of 2020', 'date,place,dead', '2020-01-01,Kabul,3', '2020-01-02,Herat,4'),
      2,
      true,
    ],
    [
      'below titles padded with empty cells',
      rows('Incidents,,', 'Source: UN,,', 'date,place,dead', '2020-01-01,a,3'),
      3,
      true,
    ],
    [
      'below titles, with more remarks than rows',
      rows(
        'Incident log,,',
        'Source: UN,,',
        ',,',
        'date,place,dead',
        '2020-01-01,a,3',
        ',,',
        'Provisional,,',
        'Ask us,,',
      ),
      4,
      true,
    ],
    [
      'below a comment with as many cells',
      rows('# from UN, UNAMA, AAN', 'date,place,dead', '2020-01-01,a,3'),
      2,
      true,
    ],
    [
      'names of which some are missing',
      rows('date,,dead,', '2020-01-01,Kabul,3,x', '2020-01-02,Herat,4,y'),
      1,
      true,
    ],
    ['HXL tags alone', rows('#date,#loc+name', '2020-01-01,Kabul'), 1, true],
    ['nowhere', rows('2020-01-01,Kabul,3', '2020-01-02,Herat,4'), 0, true],
    [
      'nowhere, as in GDELT',
      rows('20240322,202403,2024,2024.2,RUS,GOV', '20240322,202403,2024,2024.2,USA,COP'),
      0,
      true,
    ],
    [
      'doubtful where all is text',
      rows('Kabul,attack,Taliban', 'Herat,raid,army', 'Herat,attack,IS'),
      1,
      false,
    ],
  ])('%s', (_, records, header, certain) => {
    expect(findHeader(records)).toEqual({ header, certain });
  });
});
