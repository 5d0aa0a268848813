import { describe, expect, it } from 'vitest';
import { collectSeries, openQuestions } from '../../testing/files/collect-series';
import { textSource } from '../../testing/files/text-source';
import { answerQuestion } from '../mapping/answer';
import type { DatasetId } from '../series/model';
import { type ExaminedTable, examine } from './run/import-file';

const SEED = { id: 'mine' as DatasetId, title: 'Mine' };

async function examined(text: string, name: string): Promise<ExaminedTable> {
  const found = await examine(textSource(text, name));
  if (found.kind !== 'table') throw new Error(JSON.stringify(found));
  return found;
}

/** What becomes of a file: its dates, what is said of them, and the questions that were answered on the way. */
async function made(text: string, answers: Readonly<Record<string, string>> = {}, name = 'mine.csv') {
  const found = await examined(text, name);
  const questions = openQuestions(found);
  const mapping = questions.reduce((soFar, { id, options }) => {
    const option = options.find(({ value }) => value === answers[id]);
    return option ? answerQuestion(soFar, option) : soFar;
  }, found.proposal.mapping!);
  const { series, problems, counts } = await collectSeries(found, mapping, SEED);
  return {
    asked: questions.map(({ id }) => id),
    dates: series.incidents.map(({ date }) => date.edtf),
    said: problems.map(({ row, code, value }) => `${row} ${code}: ${value}`),
    warnings: counts.warnings,
  };
}

/** Written by hand: the parts that a file has, under its names for them, and the dates that they make. */
const PARTS: readonly (readonly [what: string, file: string, dates: readonly string[]])[] = [
  [
    'keys with dots',
    'groups,date.year,date.month,date.day\nA,2015,6,23\nB,2016,1,14\n',
    ['2015-06-23', '2016-01-14'],
  ],
  [
    'run together',
    'id,startday,startmonth,startyear,endday,endmonth,endyear\n1,15,1,1990,15,1,1990\n2,25,6,1990,26,6,1990\n',
    ['1990-01-15', '1990-06-25/1990-06-26'],
  ],
  [
    'short forms of Spanish, a day 0',
    'IdCaso,DIAH,MESH,ANNOH,Lugar\n1,23,1,1991,A\n2,0,10,1998,B\n',
    ['1991-01-23', '1998-10'],
  ],
  [
    'German, with names of months and an end',
    'Ort;Beginn Jahr;Beginn Monat;Beginn Tag;Ende Jahr;Ende Monat;Ende Tag\nA;2019;Januar;3;2019;Januar;5\nB;2019;März;7;;;\n',
    ['2019-01-03/2019-01-05', '2019-03-07'],
  ],
  ['French', 'Jour;Mois;Année;Lieu\n3;1;2019;A\n7;2;2019;B\n', ['2019-01-03', '2019-02-07']],
  ['Russian', 'Год,Месяц,День,Место\n2024,март,12,А\n2024,апрель,13,Б\n', ['2024-03-12', '2024-04-13']],
  [
    'Arabic, in its digits',
    'السنة,الشهر,اليوم,المكان\n٢٠٢٤,٣,١٢,أ\n٢٠٢٤,٤,١٣,ب\n',
    ['2024-03-12', '2024-04-13'],
  ],
  ['Turkish', 'Yıl;Ay;Gün;Yer\n2019;1;3;A\n2019;2;7;B\n', ['2019-01-03', '2019-02-07']],
  [
    'a numbered Date beside year and month',
    'Year,Month,Date,Place\n2019,January,3,A\n2019,February,7,B\n',
    ['2019-01-03', '2019-02-07'],
  ],
  [
    'a year and days without one',
    'Year,Date,Location\n2019,January 3,A\n2020,February 29,B\n',
    ['2019-01-03', '2020-02-29'],
  ],
  [
    'a year and days without one, in numbers and another language',
    'Año,Fecha,Municipio\n2019,25/3,A\n2020,7/2,B\n',
    ['2019-03-25', '2020-02-07'],
  ],
  [
    // ISO 8601: 2024-W12 begins on Monday 18 March; 2025-W01 on 30 December 2024.
    'a year and a week of ISO 8601',
    'Year,ISO Week,Location\n2024,12,A\n2025,1,B\n',
    ['[2024-03-18..2024-03-24]', '[2024-12-30..2025-01-05]'],
  ],
  [
    'weeks with their letters',
    'Jahr;KW;Ort\n2024;KW 13;A\n2020;KW 53;B\n',
    ['[2024-03-25..2024-03-31]', '[2020-12-28..2021-01-03]'],
  ],
  // The 32nd day of 2019 is 1 February; 2020 is a leap year. EDTF numbers quarters 33 to 36.
  [
    'a year and the day of it',
    'year,day_of_year,place\n2019,32,A\n2020,366,B\n',
    ['2019-02-01', '2020-12-31'],
  ],
  ['a year and a quarter', 'Year,Quarter,Place\n2019,Q1,A\n2020,Q4,B\n', ['2019-33', '2020-36']],
  ['a year and a quarter in numbers', 'Jahr;Quartal;Ort\n2019;1;A\n2020;3;B\n', ['2019-33', '2020-35']],
  [
    'below names of groups',
    'Start,,,End,,,Place\nYear,Month,Day,Year,Month,Day,\n2019,1,3,2019,1,4,A\n2019,2,7,,,,B\n',
    ['2019-01-03/2019-01-04', '2019-02-07'],
  ],
  [
    'a day under another name beside its year',
    'Event Year,When,Place\n2019,2019-01-03,A\n2020,2020-08-09,B\n',
    ['2019-01-03', '2020-08-09'],
  ],
  [
    'a day with two digits of its year beside the year, which settles the century',
    'year,eventdate,city\n2019,3-Jan-19,A\n2020,19-Aug-20,B\n',
    ['2019-01-03', '2020-08-19'],
  ],
];

describe('a date in parts', () => {
  it.each(PARTS)('is found with %s', async (_, file, dates) => {
    expect(await made(file)).toEqual({ asked: [], dates, said: [], warnings: 0 });
  });

  it('is asked about where no day without a year is over 12, and without the year that was put in', async () => {
    const found = await examined('Year,Date,Place\n2019,5/3,A\n2019,7/2,B\n', 'mine.csv');
    const [question] = openQuestions(found);
    expect(question?.options.map(({ label }) => label)).toEqual([
      'day first: 5/3 is 5 March',
      'month first: 5/3 is 3 May',
    ]);
    const { dates } = await made('Year,Date,Place\n2019,5/3,A\n2019,7/2,B\n', { 'date-order': 'day-first' });
    expect(dates).toEqual(['2019-03-05', '2019-02-07']);
  });
});

describe('an end', () => {
  it('that is blank makes one day, whatever the other rows say', async () => {
    const { dates } = await made(
      'Title,Start,End\nA,2024-01-03,ongoing\nB,2024-02-07,\nC,2024-03-05,2024-03-09\nD,2024-03-06,en cours\n',
    );
    expect(dates).toEqual(['2024-01-03/..', '2024-02-07', '2024-03-05/2024-03-09', '2024-03-06/..']);
  });

  it('may be blank in every row', async () => {
    const { dates } = await made('title,start_date,end_date\nA,2024-01-03,\nB,2024-02-07,\n');
    expect(dates).toEqual(['2024-01-03', '2024-02-07']);
  });
});

describe('dates that something speaks against', () => {
  it('are warned of where a year lies far from all others, with the span of these', async () => {
    const file = 'date,place\n2024-03-01,A\n2024-03-09,B\n0024-03-12,C\n2024-03-15,D\n2024-03-20,E\n';
    expect(await made(file)).toEqual({
      asked: [],
      dates: ['2024-03-01', '2024-03-09', '0024-03-12', '2024-03-15', '2024-03-20'],
      said: ['4 far-date: 0024-03-12', 'null far-dates: 2024-03-01/2024-03-20'],
      warnings: 1,
    });
  });

  it('are none where the years of a series are sparse throughout, or two of a few differ', async () => {
    const sparse = [1066, 1415, 1588, 1704, 1815, 1916].map((year) => `${year}-05-05,x`).join('\n');
    expect((await made(`date,place\n${sparse}\n`)).said).toEqual([]);
    expect((await made('date,place\n1993-05-05,A\n2021-05-05,B\n2021-06-05,C\n')).said).toEqual([]);
  });

  it('are warned of where the year beside them is another, but not where it is one of those they last', async () => {
    const file =
      'Year,Date,Place\n2023,12/03/2023,A\n2024,25/03/2024,B\n2023,17/05/2024,C\n2024,30/12/2023 - 02/01/2024,D\n';
    expect(await made(file)).toMatchObject({
      dates: ['2023-03-12', '2024-03-25', '2024-05-17', '2023-12-30/2024-01-02'],
      said: ['4 year-differs: 17/05/2024'],
      warnings: 1,
    });
  });

  it('are warned of where a spreadsheet may have exchanged day and month', async () => {
    const half = 'Date,Place\n2024-01-03,A\n25/03/2024,B\n2024-02-03,C\n17/04/2024,D\n';
    expect((await made(half)).said).toEqual(['2 exchanged-day: 2024-01-03', '4 exchanged-day: 2024-02-03']);
    const mixed = 'Date,Place\n2024-01-23,A\n25/03/2024,B\n2024-02-03,C\n17/04/2024,D\n';
    expect((await made(mixed)).said).toEqual([]);
  });
});

describe('a date of something else', () => {
  it.each([
    'date_recorded',
    'last_updated',
    'Publication Date',
    'Дата добавления',
    'fecha de registro',
    'Erfasst am',
  ])('%s is asked about, although there is no other', async (name) => {
    expect((await made(`${name},place\n2024-01-03,A\n2024-02-07,B\n`)).asked).toEqual(['date-column']);
  });

  it('is never taken for a finer one of the event', async () => {
    const { dates, asked } = await made(
      'Date reported,Incident year,Incident month,Incident day\n2020-01-09,2020,1,5\n2020-03-06,2020,3,2\n',
    );
    expect([asked, dates]).toEqual([[], ['2020-01-05', '2020-03-02']]);
  });
});

describe('a moment', () => {
  it('counts on its day in the zone that its row names', async () => {
    // Kyiv is two hours before UTC in winter, and three in summer.
    const file =
      'started_at,timezone\n2024-03-01T23:30:00Z,Europe/Kyiv\n2024-07-02T20:30:00Z,Europe/Kyiv\n2024-07-03T21:30:00Z,Europe/Kyiv\n';
    const { dates, said } = await made(file);
    expect(dates).toEqual(['2024-03-02', '2024-07-02', '2024-07-04']);
    expect(said).toEqual(['null days-of-zone: ']);
  });

  it('counts on the day it is written with else, and it is said which that is', async () => {
    const found = await examined(
      'started_at,place\n2024-03-01T23:30:00Z,A\n2024-03-02T10:00:00Z,B\n',
      'a.csv',
    );
    const { series, problems, counts } = await collectSeries(found, null, SEED);
    expect(series.incidents.map(({ date }) => date.edtf)).toEqual(['2024-03-01', '2024-03-02']);
    expect(problems.map(({ reason }) => reason)).toEqual([
      'the times are in UTC, and each counts on its day in UTC, which may be another than the day on the spot',
    ]);
    expect(counts.warnings).toBe(0);
  });
});

describe('rows without a date below one that has', () => {
  const file = 'Date,Place\n2024-03-01,A\n,B\n,C\n2024-03-05,D\n';

  it('have it where a reader says so, and are problems else', async () => {
    const filled = await made(file, { 'blank-dates': 'above' });
    expect([filled.asked, filled.dates]).toEqual([
      ['blank-dates'],
      ['2024-03-01', '2024-03-01', '2024-03-01', '2024-03-05'],
    ]);
    const apart = await made(file, { 'blank-dates': 'none' });
    expect([apart.dates, apart.said]).toEqual([
      ['2024-03-01', '2024-03-05'],
      ['3 no-date: ', '4 no-date: '],
    ]);
  });

  it('are not asked about where they are few', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `2024-03-${String(at + 1).padStart(2, '0')},x`);
    expect((await made(`Date,Place\n${rows.join('\n')}\n,B\n,C\n`)).asked).toEqual([]);
  });
});

describe('GTD', () => {
  it('has doubt between the days of approxdate, where these hold the day that was coded', async () => {
    const header = 'eventid,iyear,imonth,iday,approxdate,gname';
    const { dates } = await made(
      `${header}\n1,2021,1,3,"January 3-5, 2021",X\n2,2021,1,4,,X\n3,2021,1,9,"January, 2021",X\n`,
    );
    expect(dates).toEqual(['[2021-01-03..2021-01-05]', '2021-01-04', '2021-01-09']);
  });
});
