import { hasPhrase, nameWords } from '../../../text/name-words';
import { isFigureLike } from '../../cells/read-figure';
import type { EstimateMapping, Mapping } from '../../mapping';
import type { Question } from '../../proposal';
import type { ColumnProfile } from '../../survey/survey';
import { bestColumn, certaintyOfRank, scoreOf } from '../columns/best-column';
import { isNumeric, shareOf } from '../columns/content';
import {
  FATALITIES,
  HIGH,
  INJURED,
  LOW,
  PERPETRATORS_KILLED,
  RUNNING,
  VICTIMS,
} from '../columns/field-names';
import { type NameList, nameRank, rankInWords } from '../columns/name-list';
import { because, type Guess, type Guesser, type GuessInput } from '../guess';
import { figureRank, partColumns } from './casualty-names';
import { guessDecimals } from './figure-decimals';

type CasualtyField = 'fatalities' | 'injured' | 'perpetratorsKilled';

const LEAST = -999;
const MOSTLY = 0.6;
/** Texts of a column that are looked at, the most frequent ones. */
const LOOKED_AT = 500;

/** Numbers, or what stands for them: `12+`, `10-15`, `dozens`; running totals are never those of one event. */
function isCount(column: ColumnProfile): boolean {
  if (nameRank(column, RUNNING) > 0) return false;
  if (isNumeric(column)) return (column.least ?? 0) >= LEAST;
  const first = { ...column, values: column.values.slice(0, LOOKED_AT) };
  return shareOf(first, (text) => isFigureLike(text.trim())) >= MOSTLY;
}

/** A column of one side of an estimate: `deaths_low` beside `deaths_best`, or the bare `low` of low, best, high. */
function bound(
  columns: readonly ColumnProfile[],
  best: ColumnProfile | null,
  list: NameList,
  side: NameList,
): ColumnProfile | null {
  const named = columns.filter((column) => isCount(column) && column !== best && nameRank(column, side) > 0);
  const own = named.find((column) => hasPhrase(nameWords(column.name), list.words));
  if (own) return own;
  const bare = named.find((column) => nameRank(column, side) >= 2);
  const isBestBare = best !== null && /^best/i.test(best.name);
  return isBestBare && list === FATALITIES ? (bare ?? null) : null;
}

/** The plainest column; of columns that only speak of it among other things, one alone is taken. */
function plainest(columns: readonly ColumnProfile[], list: NameList, rows: number): ColumnProfile | null {
  const ranked = columns
    .map((column) => ({ column, rank: figureRank(column, list) }))
    .filter(({ column, rank }) => rank > 0 && column.filled > 0 && isCount(column))
    .sort((a, b) => scoreOf(b, rows) - scoreOf(a, rows));
  const [first, second] = ranked;
  if (!first) return null;
  return first.rank >= 2 || !second || second.rank < first.rank ? first.column : null;
}

/** Parts are added up only where no column gives the whole. */
function summed(
  field: CasualtyField,
  list: NameList,
  columns: readonly ColumnProfile[],
  meaning: string,
): readonly Guess[] {
  const parts = partColumns(columns, list).filter(isCount);
  if (parts.length < 2) return [];
  const value: EstimateMapping = { low: null, best: null, high: null, parts: parts.map(({ name }) => name) };
  const reason = because(
    field,
    parts,
    `named parts of ${meaning}; no column gives their sum, so it is made`,
    'likely',
  );
  return [{ change: { [field]: value } as Partial<Mapping>, reason }];
}

function estimate(
  field: CasualtyField,
  list: NameList,
  { free: columns, rows }: GuessInput,
  meaning: string,
): readonly Guess[] {
  const best = plainest(columns, list, rows);
  const low = bound(columns, best, list, LOW);
  const high = bound(columns, best, list, HIGH);
  const used = [low, best, high].filter((column) => column !== null);
  if (used.length === 0 || (!best && used.length < 2)) return summed(field, list, columns, meaning);
  const value: EstimateMapping = {
    low: low?.name ?? null,
    best: best?.name ?? null,
    high: high?.name ?? null,
  };
  const rank = best ? figureRank(best, list) : 1;
  const words = `${rankInWords(rank, meaning)}, and holds numbers`;
  return [
    {
      change: { [field]: value } as Partial<Mapping>,
      reason: because(field, used, words, certaintyOfRank(rank)),
    },
  ];
}

/** Numbers of people below zero are codes for "not known" (GTD −9 and −99). */
function unknowns(columns: readonly ColumnProfile[]): readonly Guess[] {
  const negative = columns.flatMap(({ values }) =>
    values.map(([text]) => text).filter((text) => Number(text) < 0 && Number.isFinite(Number(text))),
  );
  const texts = [...new Set(negative)].slice(0, 10);
  if (texts.length === 0) return [];
  const reason = because(
    'unknownNumbers',
    [],
    `no number of people is below zero: ${texts.join(', ')}`,
    'likely',
  );
  return [{ change: { unknownNumbers: texts }, reason }];
}

/** Victims may be killed, hurt or taken: where nothing else counts people, it is asked which. */
function victims(columns: readonly ColumnProfile[]): readonly Guess[] {
  const column = bestColumn(columns, VICTIMS, isCount)?.column;
  if (!column) return [];
  const killed = { fatalities: { low: null, best: column.name, high: null } };
  const injured = { injured: { low: null, best: column.name, high: null } };
  const none = { low: null, best: null, high: null };
  const question: Question = {
    id: 'victims',
    text: `What became of the people that “${column.name}” counts?`,
    options: [
      { value: 'killed', label: 'they were killed', change: { mapping: killed } },
      { value: 'injured', label: 'they were injured', change: { mapping: { ...injured, fatalities: none } } },
      { value: 'unsaid', label: 'it is not said: leave them out', change: { mapping: { fatalities: none } } },
    ],
  };
  const reason = because('fatalities', [column], 'its name speaks of victims, and holds numbers', 'guess');
  return [{ change: killed, reason, question }];
}

/** Finds killed, injured and perpetrators killed, each one figure or low, best and high. */
export const guessCasualties: Guesser = ({ free, rows }) => {
  const ofPerpetrators = bestColumn(free, PERPETRATORS_KILLED, isCount);
  const others = free.filter((column) => column !== ofPerpetrators?.column);
  const guesses = [
    ...estimate('fatalities', FATALITIES, { free: others, rows }, 'people killed'),
    ...estimate('injured', INJURED, { free: others, rows }, 'people injured'),
    ...(ofPerpetrators
      ? estimate(
          'perpetratorsKilled',
          PERPETRATORS_KILLED,
          { free: [ofPerpetrators.column], rows },
          'perpetrators killed',
        )
      : []),
  ];
  const all = guesses.length > 0 ? guesses : victims(others);
  const used = new Set(all.flatMap(({ reason }) => reason.columns));
  const columns = free.filter(({ name }) => used.has(name));
  return [...all, ...unknowns(columns), ...guessDecimals(columns)];
};
