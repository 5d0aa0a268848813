import { ISO_DATES } from '../../../dates/date-rule';
import type { ColumnProfile } from '../../survey/survey';
import type { Layout, LayoutColumns } from '../layout';
import { actorIn, listIn, published, ruleBy } from '../parts';

const ACTOR = (which: 1 | 2) =>
  `Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code`
    .split(' ')
    .map((name) => `Actor${which}${name}`);

const GEO = (of: string, second: boolean) =>
  `Type FullName CountryCode ADM1Code${second ? ' ADM2Code' : ''} Lat Long FeatureID`
    .split(' ')
    .map((name) => `${of}Geo_${name}`);

const names = (second: boolean) => [
  ...'GlobalEventID SQLDATE MonthYear Year FractionDate'.split(' '),
  ...ACTOR(1),
  ...ACTOR(2),
  ...'IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale'.split(' '),
  ...'NumMentions NumSources NumArticles AvgTone'.split(' '),
  ...GEO('Actor1', second),
  ...GEO('Actor2', second),
  ...GEO('Action', second),
  ...'DATEADDED SOURCEURL'.split(' '),
];

/** The columns of GDELT events by their places: version 1 with 58 (57 before April 2013), version 2 with 61. */
export const GDELT_1 = names(false);
export const GDELT_2 = names(true);

/** The codes of both actors, and of where each is. */
export const ACTOR_CODES: readonly string[] = [
  ...ACTOR(1),
  ...ACTOR(2),
  ...GEO('Actor1', true),
  ...GEO('Actor2', true),
];

/** Root codes of CAMEO, the scheme by which GDELT codes events. */
const CAMEO: Readonly<Record<string, string>> = {
  '01': 'make public statement',
  '02': 'appeal',
  '03': 'express intent to cooperate',
  '04': 'consult',
  '05': 'engage in diplomatic cooperation',
  '06': 'engage in material cooperation',
  '07': 'provide aid',
  '08': 'yield',
  '09': 'investigate',
  '10': 'demand',
  '11': 'disapprove',
  '12': 'reject',
  '13': 'threaten',
  '14': 'protest',
  '15': 'exhibit force posture',
  '16': 'reduce relations',
  '17': 'coerce',
  '18': 'assault',
  '19': 'fight',
  '20': 'use unconventional mass violence',
};

/** Codes as numbers, from tools that drop the leading zero, mean the same. */
const LABELS = Object.fromEntries(
  Object.entries(CAMEO).flatMap(([code, label]) => [
    [code, label],
    [String(Number(code)), label],
  ]),
);

/** A file without a header names its columns by their places. */
const hasNoNames = (columns: readonly ColumnProfile[]) =>
  columns.every(({ name }) => /^column \d+$/.test(name));

const isDay = ({ least, greatest, numbers, filled }: ColumnProfile) =>
  numbers === filled && (least ?? 0) >= 19_000_101 && (greatest ?? 0) <= 21_001_231;

/** The columns by GDELT's names, though the file has none; as they are where it has. */
export function namedByPlace(columns: LayoutColumns): LayoutColumns {
  if (!hasNoNames(columns.all)) return columns;
  const order = columns.all.length >= 61 ? GDELT_2 : GDELT_1;
  const byPlace = new Map(order.map((name, at) => [name.toLowerCase(), columns.all[at]?.name ?? null]));
  const find = (name: string) => byPlace.get(name.toLowerCase()) ?? null;
  return {
    ...columns,
    has: (...wanted) => wanted.every((name) => find(name) !== null),
    name: (...wanted) => wanted.map(find).find((name) => name !== null) ?? null,
    names: (...wanted) => wanted.map(find).filter((name) => name !== null),
  };
}

/** How many columns editions without a header have. */
export const WIDTHS: readonly number[] = [57, 58, 61];

function fitsByPlace({ all }: LayoutColumns): boolean {
  if (!WIDTHS.includes(all.length) || !hasNoNames(all)) return false;
  const [id, day] = all;
  return id !== undefined && day !== undefined && id.numbers === id.filled && isDay(day);
}

/** GDELT events, versions 1 and 2, with or without a header. Rows are codings of news by a machine, not incidents. */
export const GDELT: Layout = {
  id: 'gdelt',
  name: 'GDELT events',
  fits: (columns) =>
    fitsByPlace(columns) || columns.has('GlobalEventID', 'SQLDATE', 'EventRootCode', 'Actor1Name'),
  map(given) {
    const columns = namedByPlace(given);
    const { name } = columns;
    return {
      date: { kind: 'one', column: name('SQLDATE') ?? '', rule: ISO_DATES, precision: null },
      id: name('GlobalEventID'),
      actors: [...actorIn(name('Actor1Name')), ...actorIn(name('Actor2Name'))],
      type: name('EventRootCode'),
      subtypes: columns.names('EventCode'),
      typeLabels: LABELS,
      place: name('ActionGeo_FullName'),
      country: name('ActionGeo_CountryCode'),
      lat: name('ActionGeo_Lat'),
      lon: name('ActionGeo_Long'),
      geoPrecision: ruleBy(
        name('ActionGeo_Type'),
        { '1': 'country', '2': 'region', '3': 'town', '4': 'town', '5': 'region' },
        null,
      ),
      sources: listIn(columns.names('SOURCEURL')),
      meta: published({
        description:
          'GDELT event database. Each row is a mention in the news as a machine coded it; one incident may have many rows, and some rows are none.',
        publisher: 'The GDELT Project',
        licence: {
          name: 'Free to use with citation of the GDELT Project',
          url: 'https://www.gdeltproject.org/about.html',
          closed: null,
        },
        noun: { one: 'coded mention', many: 'coded mentions' },
      }),
    };
  },
};
