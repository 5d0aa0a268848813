import { type DateRule, ISO_DATES } from '../../lib/dates/date-rule';

/** One way to write a date, with an example and what it means in EDTF. */
export interface DateShape {
  readonly shape: string;
  readonly example: string;
  readonly edtf: string;
  /** How its column is read. */
  readonly rule: DateRule;
}

const ENGLISH: DateRule = { ...ISO_DATES, language: 'en' };
const DAY_FIRST: DateRule = { ...ISO_DATES, order: 'day-first', pivot: 2068 };
const MONTH_FIRST: DateRule = { ...ISO_DATES, order: 'month-first', pivot: 2068 };
const YEAR_FIRST: DateRule = { ...ISO_DATES, order: 'year-first', pivot: 2068 };

type Row = readonly [shape: string, example: string, edtf: string];

function shapes(rule: DateRule, rows: readonly Row[]): readonly DateShape[] {
  return rows.map(([shape, example, edtf]) => ({ shape, example, edtf, rule }));
}

function inLanguage(language: string, rows: readonly (readonly [string, string])[]): readonly DateShape[] {
  const name = `in the language ${language}`;
  return rows.map(([example, edtf]) => ({ shape: name, example, edtf, rule: { ...ISO_DATES, language } }));
}

/**
 * The shapes of dates that are understood. A time of day is left out and its zone never moves the day; years before 1
 * are astronomical in EDTF, so that 44 BC is -0043.
 */
export const DATE_SHAPES: readonly DateShape[] = [
  ...shapes(ISO_DATES, [
    ['ISO day', '2024-03-22', '2024-03-22'],
    ['ISO month', '2024-03', '2024-03'],
    ['ISO year', '2024', '2024'],
    ['ISO time in UTC', '2024-03-22T23:30:00Z', '2024-03-22'],
    ['ISO time without a zone', '1991-08-08T00:00:00', '1991-08-08'],
    ['ISO time with an offset: the day as written', '2022-02-25T00:55:45+02:00', '2022-02-25'],
    ['day and time with a space', '2014-01-22 00:00:00.000', '2014-01-22'],
    ['time and the name of its zone', '2024-03-22 23:30 Europe/Kyiv', '2024-03-22'],
    ['time in UTC with its zone: the day there', '2024-03-22T23:30:00Z[Europe/Kyiv]', '2024-03-23'],
    ['day and its zone', '2024-03-22+02:00', '2024-03-22'],
    ['ISO time in basic format', '20240322T233000Z', '2024-03-22'],
    ['ISO day in basic format', '20240322', '2024-03-22'],
    ['ISO week', '2024-W12', '[2024-03-18..2024-03-24]'],
    ['day of an ISO week', '2024-W12-5', '2024-03-22'],
    ['EDTF range', '2024-03-22/2024-03-25', '2024-03-22/2024-03-25'],
    ['EDTF range of times', '2024-03-22T10:00Z/2024-03-23T11:30Z', '2024-03-22/2024-03-23'],
    ['EDTF set', '[2016-01..2016-03]', '[2016-01..2016-03]'],
    ['EDTF uncertain', '2022-10-08?', '2022-10-08?'],
    ['EDTF approximate', '2023-09~', '2023-09~'],
    ['EDTF unspecified', '2017-03-XX', '2017-03-XX'],
    ['EDTF wholly open', '../..', '../..'],
    ['EDTF before the year 1', '-0043-03-15', '-0043-03-15'],
    ['range in basic format', '20200101-20200105', '2020-01-01/2020-01-05'],
    ['year first, with slashes', '2023/12/31', '2023-12-31'],
    ['year first, with dots', '2023.12.31', '2023-12-31'],
    ['year first, without leading zeros', '2024-3-5', '2024-03-05'],
    ['year and month with a slash', '2024/3', '2024-03'],
    ['month and year with a slash', '03/2024', '2024-03'],
    ['month and year with a dot', '03.2024', '2024-03'],
    ['zeros for what is unknown', '2017-00-00', '2017'],
    ['full-width digits', '２０２４－０３－２２', '2024-03-22'],
    ['Arabic-Indic digits', '٢٠٢٤-٠٣-٢٢', '2024-03-22'],
    ['Persian digits', '۲۰۲۴/۰۳/۲۲', '2024-03-22'],
    ['Devanagari digits', '२०२४-०३-२२', '2024-03-22'],
    ['Chinese and Japanese', '2024年3月22日', '2024-03-22'],
    ['Chinese and Japanese month', '2024年3月', '2024-03'],
    ['Korean', '2024년 3월 22일', '2024-03-22'],
    ['Vietnamese', '22 tháng 3, 2024', '2024-03-22'],
    ['quarter, letter first', 'Q1 2024', '2024-33'],
    ['quarter, year first', '2024Q1', '2024-33'],
    ['quarter with a hyphen', '2024-Q4', '2024-36'],
    ['quarter in words', '1st quarter of 2024', '2024-33'],
    ['half-year', 'H2 2016', '2016-41'],
    ['half-year in words', 'first half of 2016', '2016-40'],
    ['season', 'Spring 2023', '2023-21'],
    ['winter of two years', 'winter 2023/24', '2023-24'],
    ['range of years', '2014-2016', '2014/2016'],
    ['range of years in short', '1914-18', '1914/1918'],
    ['one of two years', '872/3 AD', '[0872..0873]'],
    ['years in doubt', 'c. 872/3 AD', '[0872~..0873~]'],
    ['BC', '44 BCE', '-0043'],
    ['AD', 'AD 79', '0079'],
    ['one of two years BC', '404 or 403 BC', '[-0403,-0402]'],
    ['range of years BC', '44-40 BC', '-0043/-0039'],
    ['decade', '1990s', '199X'],
    ['hundreds, which may be a decade or a century', '1200s', '12XX'],
    ['century', '19th century', '18XX'],
    ['century BC', '5th century BC', '-04XX'],
    ['part of a decade', 'early 1990s', '[1990~..1992~]'],
    ['part of a year', 'mid-2021', '2021-38~'],
    ['since', 'since 2014', '2014/..'],
    ['onwards', '2014 onwards', '2014/..'],
    ['until', 'until 2016', '../2016'],
    ['before', 'before 2016', '[..2015]'],
    ['after', 'after 2016', '[2017..]'],
    ['by', 'by 2016', '[..2016]'],
    ['not before', 'not before 2016', '[2016..]'],
    ['circa', 'circa 1850', '1850~'],
    ['about, as a sign', '~ 1850', '1850~'],
    ['question mark in brackets', '2017 (?)', '2017?'],
    ['a remark that the day is not known', '2017 (exact date unknown)', '2017'],
    ['a remark of doubt', '(Believed to be) 2020-05-30', '2020-05-30?'],
  ]),
  ...shapes(ENGLISH, [
    ['day, month, year', '22 March 2024', '2024-03-22'],
    ['day, short month, year', '22-Mar-2024', '2024-03-22'],
    ['month, ordinal day, year', 'March 22nd, 2024', '2024-03-22'],
    ['short month with a dot', 'Mar. 22 2024', '2024-03-22'],
    ['stray dot', 'March 28. 2021', '2021-03-28'],
    ['ordinal day of a month', 'the 3rd of May 1999', '1999-05-03'],
    ['label and weekday', 'EOW: Monday, January 3, 1791', '1791-01-03'],
    ['weekday', 'Saturday, January 23rd, 2016', '2016-01-23'],
    ['month and year', 'Jan 2024', '2024-01'],
    ['year and month', '2024 Jan', '2024-01'],
    ['e-mail', 'Fri, 22 Mar 2024 23:30:00 +0300', '2024-03-22'],
    ['JavaScript', 'Fri Mar 22 2024 01:30:00 GMT+0300 (Moscow Standard Time)', '2024-03-22'],
    ['Unix', 'Fri Mar 22 23:30:00 UTC 2024', '2024-03-22'],
    ['Kibana', 'Mar 22, 2024 @ 23:30:00.000', '2024-03-22'],
    ['day and the name of a zone', 'July 4, 2022 EDT', '2022-07-04'],
    ['time before the date', '11 p.m., March 3, 2021', '2021-03-03'],
    ['days of a month, month first', 'January 1-3, 2021', '2021-01-01/2021-01-03'],
    ['days of a month, day first', '1–3 January 2021', '2021-01-01/2021-01-03'],
    ['days of two months', '30 April - 2 May 2021', '2021-04-30/2021-05-02'],
    ['days of two years', '30 December – 2 January 2021', '2020-12-30/2021-01-02'],
    ['two whole dates', 'May 5, 2021 - May 31, 2021', '2021-05-05/2021-05-31'],
    ['a length of time in brackets', '2–12 April 1915 (1 week and 3 days)', '1915-04-02/1915-04-12'],
    ['a note in brackets, which is told of', '5 May 1916 (disputed)', '1916-05-05'],
    ['from, to', 'from May 2014 to June 2014', '2014-05/2014-06'],
    ['one of two months', 'August/September 1993', '[1993-08..1993-09]'],
    ['one of two days', '12/13 March 2021', '[2021-03-12..2021-03-13]'],
    ['or', '3 or 5 May 2014', '[2014-05-03,2014-05-05]'],
    ['and', '3 and 5 May 2014', '{2014-05-03,2014-05-05}'],
    ['between days', 'Between 3 and 5 May 2014', '[2014-05-03..2014-05-05]'],
    ['between months', 'between May 2014 and June 2014', '[2014-05..2014-06]'],
    ['open end', '8 April 2012 – present', '2012-04-08/..'],
    ['early in a month', 'early March 2021', '[2021-03-01~..2021-03-10~]'],
    ['middle of a month', 'mid-March 2021', '[2021-03-11~..2021-03-20~]'],
    ['late in a month', 'late February 2024', '[2024-02-21~..2024-02-29~]'],
    ['about a day', 'approx. 5 May 2014', '2014-05-05~'],
    ['on or about', 'on or about March 3, 2020', '2020-03-03~'],
    ['doubt in words', 'probably May 2014', '2014-05?'],
    ['week of a day', 'week of March 18, 2024', '[2024-03-18..2024-03-24]'],
    ['day BC', '15 March 44 BC', '-0043-03-15'],
  ]),
  ...shapes(DAY_FIRST, [
    ['day first, with dots', '31.12.2023', '2023-12-31'],
    ['day first, with slashes', '03/04/2021', '2021-04-03'],
    ['two-digit year', '31.12.23', '2023-12-31'],
    ['unknown day', '00/03/2017', '2017-03'],
    ['days of a month in numbers', '22.–24.03.2021', '2021-03-22/2021-03-24'],
    ['two days in numbers', '1/2/2021 - 3/2/2021', '2021-02-01/2021-02-03'],
  ]),
  ...shapes(MONTH_FIRST, [
    ['month first', '12/31/2023 0:00', '2023-12-31'],
    ['month first, with time and zone', '1/31/2017 11:30 PM EST', '2017-01-31'],
  ]),
  ...shapes(YEAR_FIRST, [['two-digit year first', '24/03/22', '2024-03-22']]),
  ...shapes({ ...ENGLISH, pivot: 2068 }, [
    ['two-digit year after a month', '22-Mar-69', '1969-03-22'],
    ['month of a two-digit year', 'Mar-24', '2024-03'],
  ]),
  ...shapes({ ...ISO_DATES, numbers: 'compact' }, [['month in digits', '202403', '2024-03']]),
  ...shapes({ ...ISO_DATES, numbers: 'epoch-s' }, [['seconds since 1970', '1711150200', '2024-03-22']]),
  ...shapes({ ...ISO_DATES, numbers: 'year-pairs' }, [
    ['a year and the next, in a column of them', '2001/02', '[2001..2002]'],
  ]),
  ...shapes({ ...ISO_DATES, numbers: 'epoch-ms' }, [['milliseconds since 1970', '-1000', '1969-12-31']]),
  ...shapes({ ...ISO_DATES, numbers: 'excel' }, [['serial of a spreadsheet', '45373.98', '2024-03-22']]),
  ...shapes({ ...ISO_DATES, numbers: 'excel-1904' }, [['serial since 1904', '43911', '2024-03-22']]),
  ...inLanguage('ru', [
    ['22 марта 2024 г.', '2024-03-22'],
    ['с 15 по 17 марта 2024', '2024-03-15/2024-03-17'],
  ]),
  ...inLanguage('uk', [
    ['22 березня 2024 р.', '2024-03-22'],
    ['між 5 та 7 квітня 2019', '[2019-04-05..2019-04-07]'],
  ]),
  ...inLanguage('pl', [
    ['22 marca 2024', '2024-03-22'],
    ['od 3 do 5 czerwca 2019', '2019-06-03/2019-06-05'],
  ]),
  ...inLanguage('de', [
    ['Freitag, 22. März 2024', '2024-03-22'],
    ['vom 3. bis 5. Juni 2019', '2019-06-03/2019-06-05'],
    ['Anfang März 2019', '[2019-03-01~..2019-03-10~]'],
  ]),
  ...inLanguage('fr', [
    ['vendredi 1er mars 2024', '2024-03-01'],
    ['du 3 au 5 juin 2019', '2019-06-03/2019-06-05'],
  ]),
  ...inLanguage('es', [
    ['22 de marzo de 2024', '2024-03-22'],
    ['entre el 5 y el 7 de abril de 2019', '[2019-04-05..2019-04-07]'],
    ['del 3 al 5 de junio de 2019', '2019-06-03/2019-06-05'],
  ]),
  ...inLanguage('pt', [['de 3 a 5 de junho de 2019', '2019-06-03/2019-06-05']]),
  ...inLanguage('it', [['tra il 3 e il 5 giugno 2019', '[2019-06-03..2019-06-05]']]),
  ...inLanguage('nl', [['van 3 tot 5 juni 2019', '2019-06-03/2019-06-05']]),
  ...inLanguage('tr', [['3 ile 5 Haziran 2019 arasında', '2019-06-03/2019-06-05']]),
  ...inLanguage('ar', [
    ['٢٢ مارس ٢٠٢٤', '2024-03-22'],
    ['من 3 إلى 5 يونيو 2019', '2019-06-03/2019-06-05'],
  ]),
  ...inLanguage('el', [['22 Μαρτίου 2024', '2024-03-22']]),
];
