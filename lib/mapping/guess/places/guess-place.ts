import type { GeoPrecision } from '../../../series/model';
import type { Mapping, MappingField } from '../../mapping';
import { canBeDistricts } from '../../presets/parts';
import type { ColumnProfile } from '../../survey/survey';
import { bestColumn, certaintyOfRank, rankedColumns } from '../columns/best-column';
import { isWordy, shareOf, webShare } from '../columns/content';
import { COUNTRY, DISTRICTS, GEO_PRECISION, PLACE, REGION } from '../columns/field-names';
import { namesIn } from '../columns/find-separator';
import { type NameList, rankInWords } from '../columns/name-list';
import { because, type Guess, type Guesser, type GuessInput } from '../guess';
import { areaShare, isOfStreets, pairShare } from './place-content';

const LONGEST = 300;
const MOST_REGIONS = 5_000;

const isName = (column: ColumnProfile) =>
  isWordy(column) && column.longest <= LONGEST && pairShare(column) < 0.5 && webShare(column) < 0.2;

/** A region comes again; short codes such as NSW are regions too. */
const isRegion = (column: ColumnProfile) =>
  isName(column) && column.distinct !== null && column.distinct <= MOST_REGIONS;

function guessed(
  field: MappingField,
  column: ColumnProfile,
  rank: number,
  meaning: string,
  change: Partial<Mapping>,
): Guess {
  const words =
    rank > 0 ? rankInWords(rank, meaning) : `its cells name ${meaning} each, as by “province” or “district”`;
  return { change, reason: because(field, [column], words, certaintyOfRank(rank)) };
}

/** What parts several regions in a cell: every part stands by itself in another. */
function separatorOf({ values }: ColumnProfile): string | null {
  const alone = new Set(values.map(([text]) => text.trim()));
  const signs = ['|', ';', '\n', ' / ', '/', ' & ', ', ', ','];
  const parts = (sign: string) =>
    values.filter(([text]) => text.includes(sign)).map(([text]) => namesIn(text, sign));
  const fits = (sign: string) => {
    const cells = parts(sign).filter((names) => names.length > 1);
    const known = cells.flat().filter((name) => alone.has(name));
    return cells.length > 0 && known.length >= cells.flat().length * 0.8;
  };
  return signs.find(fits) ?? null;
}

/** Of columns named alike the one that says most rows a place: a name that is filled in half of them at least. */
function fullest(
  columns: readonly ColumnProfile[],
  list: NameList,
  rows: number,
  fits: (column: ColumnProfile) => boolean,
) {
  const byName = rankedColumns(columns, list, fits, rows);
  // A town says where it was to more readers than a street, whatever the columns are called.
  const ranked = [
    ...byName.filter(({ column }) => !isOfStreets(column)),
    ...byName.filter(({ column }) => isOfStreets(column)),
  ];
  return ranked.find(({ column }) => column.filled >= rows / 2) ?? ranked[0] ?? null;
}

const GEO_WORDS: Readonly<Record<string, GeoPrecision>> = {
  exact: 'exact',
  point: 'exact',
  town: 'town',
  city: 'town',
  village: 'town',
  district: 'district',
  county: 'district',
  admin2: 'district',
  region: 'region',
  province: 'region',
  admin1: 'region',
  country: 'country',
};

/** Precision only where the cells say it in words; what codes mean is known of published layouts alone. */
function geoPrecision({ free }: GuessInput): readonly Guess[] {
  const knows = (column: ColumnProfile) =>
    shareOf(column, (text) => Object.hasOwn(GEO_WORDS, text.toLowerCase())) >= 0.8;
  const found = bestColumn(free, GEO_PRECISION, knows);
  if (!found) return [];
  const { column, rank } = found;
  const values = Object.fromEntries(
    column.values.flatMap(([text]) => {
      const meant = GEO_WORDS[text.toLowerCase()];
      return meant ? [[text, meant]] : [];
    }),
  );
  const change = { geoPrecision: { column: column.name, values, otherwise: null } };
  return [guessed('geoPrecision', column, rank, 'the precision of the place', change)];
}

/** The columns of parts of the regions, by their names alone; one may name the place as well. */
function districts(free: readonly ColumnProfile[]): readonly Guess[] {
  const found = DISTRICTS.map((list) =>
    bestColumn(free, list, (one) => isRegion(one) && canBeDistricts(one)),
  );
  const [first] = found;
  if (!first) return [];
  const columns = found.flatMap((one) => (one === null ? [] : [one.column]));
  const words = `named like parts of a region, which lie in it`;
  const change = { districts: columns.map(({ name }) => name) };
  return [{ change, reason: because('districts', columns, words, certaintyOfRank(first.rank)) }];
}

/** Finds country, region, its parts and place by name, where they hold words. */
export const guessPlace: Guesser = (input) => {
  const { free, rows } = input;
  const country = bestColumn(free, COUNTRY, isRegion);
  const noCountry = free.filter((column) => column !== country?.column);
  const byContent = noCountry.find((column) => isRegion(column) && areaShare(column) >= 0.6);
  const region =
    fullest(noCountry, REGION, rows, isRegion) ?? (byContent ? { column: byContent, rank: 0 } : null);
  const noRegion = noCountry.filter((column) => column !== region?.column);
  const place = fullest(noRegion, PLACE, rows, isName);
  return [
    ...(country
      ? [guessed('country', country.column, country.rank, 'a country', { country: country.column.name })]
      : []),
    ...(region
      ? [
          guessed('regions', region.column, region.rank, 'a region', {
            regions: [region.column.name],
            regionSeparator: separatorOf(region.column),
          }),
        ]
      : []),
    ...(region ? districts(noRegion) : []),
    ...(place ? [guessed('place', place.column, place.rank, 'a place', { place: place.column.name })] : []),
    ...geoPrecision(input),
  ];
};
