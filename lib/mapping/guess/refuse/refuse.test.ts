import { describe, expect, it } from 'vitest';
import { linesTable, proposalOf, SAMPLE_READING } from '../../../../testing/files/proposal-sample';
import { ISO_DATES } from '../../../dates/date-rule';
import { surveyTable } from '../../survey/survey-table';
import { namedDate } from '../dates/named-date';
import { proposeWithDate } from '../propose';

const rows = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n');
const day = (at: number) =>
  `2021-${String(1 + Math.floor(at / 28)).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`;
const month = (at: number) => `202${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;

describe('tables that are no series of events', () => {
  it.each([
    [
      'running totals by day',
      'cumulative-series',
      ['tanks', 'guns'],
      `date|day|tanks|guns\n${rows(40, (at) => `${day(at)}|${at + 1}|${at * 3}|${at * 2 + 5}`)}`,
    ],
    [
      'running totals, the latest first',
      'cumulative-series',
      ['deaths'],
      `date|cases|deaths\n${rows(40, (at) => `${day(39 - at)}|${(40 - at) * 31}|${(40 - at) * 2}`)}`,
    ],
    [
      'figures named as running totals, by region',
      'cumulative-series',
      ['cumulative_deaths'],
      `date|region|cumulative_deaths\n${rows(60, (at) => `${day(Math.floor(at / 4))}|R${at % 3}|${at * 10}`)}`,
    ],
    [
      'the dead of every day in every country',
      'table-of-totals',
      ['total_deaths'],
      `country|date|total_deaths\n${rows(90, (at) => `${['Mali', 'Niger', 'Chad'][at % 3]}|${day(Math.floor(at / 3))}|${Math.floor(at / 3) * 5 + (at % 3)}`)}`,
    ],
    [
      'counts by month',
      'table-of-totals',
      ['incidents'],
      `month|incidents|fatalities\n${rows(30, (at) => `${month(at)}|${(at * 7) % 11}|${(at * 3) % 8}`)}`,
    ],
    [
      'counts by year and country',
      'table-of-totals',
      ['attacks'],
      `year|country|attacks|killed\n${rows(30, (at) => `${2000 + Math.floor(at / 3)}|${['Mali', 'Niger', 'Chad'][at % 3]}|${(at * 7) % 50}|${(at * 5) % 70}`)}`,
    ],
    [
      'counts by year and month in two columns',
      'table-of-totals',
      ['Events'],
      `Country|Month|Year|Events|Fatalities\n${rows(24, (at) => `Mali|${(at % 12) + 1}|${2020 + Math.floor(at / 12)}|${(at * 7) % 50}|${(at * 5) % 70}`)}`,
    ],
    [
      'counts by day',
      'table-of-totals',
      ['count'],
      `date|count\n${rows(30, (at) => `${day(at)}|${(at * 7) % 11}`)}`,
    ],
    [
      'deaths by dyad and year',
      'table-of-totals',
      ['bd_best', 'bd_low', 'bd_high', 'dyad_id'],
      `dyad_id|side_a|side_b|battle_location|year|bd_best|bd_low|bd_high|type_of_conflict\n${rows(24, (at) => `4${at % 4}|Government|Front ${at % 4}|Land|${1990 + Math.floor(at / 4)}|${(at * 7) % 50}|${(at * 7) % 50}|${60 + at}|3`)}`,
    ],
    [
      'deaths by actor and year, with its countries',
      'table-of-totals',
      ['best_fatality_estimate', 'actor_name'],
      `actor_name|year|best_fatality_estimate|low_fatality_estimate|high_fatality_estimate|location\n${rows(24, (at) => `Front ${at % 4}|${1990 + Math.floor(at / 4)}|${25 + at}|${20 + at}|${60 + at}|Land ${at % 3}`)}`,
    ],
    [
      'deaths by country and month',
      'table-of-totals',
      ['ged_best', 'country'],
      `country|year|month|ged_best|ged_low|ged_high\n${rows(24, (at) => `Land ${at % 2}|2019|${1 + Math.floor(at / 2)}|${at}|${at}|${at + 2}`)}`,
    ],
    [
      'estimates of which nothing says where or on which day',
      'table-of-totals',
      ['low', 'high'],
      `conflict|year|best|low|high\n${rows(12, (at) => `War ${at % 5}|${1990 + ((at * 3) % 11)}|${at + 5}|${at}|${at + 20}`)}`,
    ],
    [
      'counts by week and region, with the middle of the region',
      'table-of-totals',
      ['EVENTS', 'WEEK'],
      `WEEK|COUNTRY|ADMIN1|EVENT_TYPE|EVENTS|FATALITIES|ID|CENTROID_LATITUDE|CENTROID_LONGITUDE\n${rows(24, (at) => `${day(7 * Math.floor(at / 3))}|Land|North ${at % 3}|Battles|${1 + (at % 4)}|${at % 5}|${at % 3}|10.${at % 3}|20.${at % 3}`)}`,
    ],
    [
      'no dates',
      'no-date-column',
      ['name', 'capital'],
      `name|capital\n${rows(12, (at) => `Land ${at}|Town ${at}`)}`,
    ],
    [
      'numbers that nothing says are years',
      'no-date-column',
      ['town'],
      `code|height|town\n${rows(12, (at) => `${1900 + at}|${at * 100}|Town`)}`,
    ],
  ])('%s', async (_, code, columns, text) => {
    const { refusal, mapping } = await proposalOf(text);
    expect(refusal?.code).toBe(code);
    for (const column of columns) expect(refusal?.reason).toContain(`“${column}”`);
    expect(mapping).toBeNull();
  });
});

describe('tables that are events', () => {
  it.each([
    [
      'dates and coordinates only',
      `date|latitude|longitude\n${rows(30, (at) => `${day(at)}|${at / 7}|${at / 3}`)}`,
    ],
    ['a date and an id that rises', `id|date\n${rows(30, (at) => `${at * 2}|${day(at)}`)}`],
    ['a magnitude a day', `date|magnitude\n${rows(30, (at) => `${day(at)}|${(at * 7) % 9}.5`)}`],
    [
      'years with names',
      `year|name|killed\n${rows(30, (at) => `${1990 + at}|Sinking of ship ${at}|${(at * 5) % 7}`)}`,
    ],
    [
      'years with places and estimates',
      `year|town|killed_low|killed_best|killed_high\n${rows(30, (at) => `${1990 + ((at * 7) % 23)}|Town ${at % 17}|${at}|${at + 1}|${at + 5}`)}`,
    ],
    ['weeks with names', `week|title|events\n${rows(30, (at) => `${day(at * 2)}|Raid on town ${at}|1`)}`],
    [
      'a place and the killed, several a day',
      `date|place|killed\n${rows(40, (at) => `${day(at % 9)}|Town ${at % 13}|${at % 7}`)}`,
    ],
  ])('%s', async (_, text) => {
    const { refusal } = await proposalOf(text);
    expect(refusal).toBeNull();
  });
});

it('never takes a running total for the killed of an event', async () => {
  const { mapping } = await proposalOf(
    `date|title|cumulative_deaths|latitude\n${rows(30, (at) => `${day(at)}|Attack on town ${at}|${at * 10}|${at / 7}`)}`,
  );
  expect(mapping?.fatalities).toEqual({ low: null, best: null, high: null });
});

it('takes a column of small or negative numbers for years where a reader says that it holds the date', async () => {
  const table = linesTable(`year|place\n${rows(12, (at) => `${at * 100 - 900}|Town ${at % 3}`)}`);
  const date = { kind: 'one', column: 'year', rule: ISO_DATES, precision: null } as const;
  const { mapping } = proposeWithDate(await surveyTable(table), SAMPLE_READING, date);
  expect(mapping?.date).toMatchObject({ kind: 'parts', year: 'year', month: null, day: null });
});

it('proposes the rest where a reader has chosen the date of a refused file', async () => {
  const table = linesTable(`code|place|killed\n${rows(12, (at) => `${1900 + at}|Town ${at % 3}|${at}`)}`);
  const date = {
    kind: 'one',
    column: 'code',
    rule: { ...ISO_DATES, numbers: 'year' },
    precision: null,
  } as const;
  const { mapping, refusal } = proposeWithDate(await surveyTable(table), SAMPLE_READING, date);
  expect(refusal).toBeNull();
  expect(mapping).toMatchObject({ date: { column: 'code' }, place: 'place', fatalities: { best: 'killed' } });
});

describe('a refusal', () => {
  it('says that the years are columns', async () => {
    const { refusal } = await proposalOf(
      'Country|Indicator|2019|2020|2021\nAtlantis|Battle deaths|12|15|9\nMu|Battle deaths|3|4|0',
    );
    expect(refusal).toMatchObject({ code: 'table-of-totals', column: '2019' });
    expect(refusal?.reason).toContain('The periods are columns (“2019”, “2020”, “2021”): a table of totals');
  });

  it.each([
    ['Date', 'January 3'],
    ['Дата', '3 января'],
    ['Fecha', '3/25'],
  ])('says that no column gives the year of %s', async (name, first) => {
    const { refusal } = await proposalOf(`${name}|Place\n${first}|A\n${first.replace('3', '7')}|B`);
    expect(refusal).toMatchObject({ code: 'no-date-column', column: name });
    expect(refusal?.reason).toContain(
      `days without a year, such as “${first}”, and no column gives the year`,
    );
  });
});

describe('a date that a reader names', () => {
  const TABLE = 'a|b|c|place\n2019|1|3|A\n2019|2|7|B\n2020|8|9|C';

  it('may be made of several columns, in the order they are named', async () => {
    const survey = await surveyTable(linesTable(TABLE));
    expect(namedDate('a, b, c', survey.columns, survey.rows)).toMatchObject({
      date: { kind: 'parts', year: 'a', month: 'b', day: 'c' },
    });
    expect(namedDate('a,x', survey.columns, survey.rows)).toEqual({ kind: 'unknown', name: 'x' });
  });

  it('may be made of several columns, by what they are called', async () => {
    const survey = await surveyTable(linesTable('Tag|Jahr|Monat|Ort\n3|2019|1|A\n7|2019|2|B'));
    expect(namedDate('Tag,Monat,Jahr', survey.columns, survey.rows)).toMatchObject({
      date: { kind: 'parts', year: 'Jahr', month: 'Monat', day: 'Tag' },
    });
  });

  it('is asked about again where it puts all rows into the first century', async () => {
    const survey = await surveyTable(linesTable(TABLE));
    const date = { kind: 'one', column: 'c', rule: ISO_DATES, precision: null } as const;
    const { questions } = proposeWithDate(survey, SAMPLE_READING, date);
    expect(questions.map(({ id }) => id)).toEqual(['early-years']);
    expect(questions[0]?.text).toContain('the numbers of “c”, 3 to 9, are years');
  });
});
