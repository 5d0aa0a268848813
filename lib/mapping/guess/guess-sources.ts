import { nameWords } from '../../text/name-words';
import type { ColumnProfile } from '../survey/survey';
import { dyads } from './actors/dyads';
import { certaintyOfRank, rankedColumns } from './columns/best-column';
import { isWordy, shareOf, webShare } from './columns/content';
import { SOURCES } from './columns/field-names';
import { rankInWords } from './columns/name-list';
import { because, type Guesser } from './guess';

/** `Link 1`, `Link 2` … are one family. */
const family = ({ name }: ColumnProfile) => nameWords(name).replace(/ ?\d+$/, '');

const SIGNS = ['|', ';', '\n', ' '] as const;
const FEWEST = 0.005;

/** A cell with several sources: each part has letters, and between blanks each is an address. */
function partsWell(text: string, sign: string): boolean {
  const parts = text.split(sign).map((part) => part.trim());
  const filled = parts.filter((part) => part !== '');
  if (filled.length < 2) return false;
  if (sign === ' ') return filled.every((part) => /^https?:\/\//i.test(part));
  return filled.every((part) => /\p{L}{2}/u.test(part));
}

/** What parts several sources in a cell; a semicolon inside an address does not. */
function separatorOf(columns: readonly ColumnProfile[]): string | null {
  const [column] = columns;
  if (!column) return null;
  for (const sign of SIGNS) {
    const has = shareOf(column, (text) => text.trim().includes(sign));
    if (has < FEWEST) continue;
    const well = shareOf(column, (text) => partsWell(text, sign));
    const isWeb = webShare(column) > 0.5;
    const between =
      !isWeb || shareOf(column, (text) => new RegExp(`[${sign}]\\s*https?:`).test(text)) >= has / 2;
    if (well >= has * 0.8 && between) return sign;
  }
  return null;
}

/** Finds sources: one column, or a family of numbered ones; of several, the one with addresses. */
export const guessSources: Guesser = ({ free, rows }) => {
  const actors = new Set(dyads(free).map(({ acts }) => acts));
  const ranked = rankedColumns(
    free.filter((column) => !actors.has(column)),
    SOURCES,
    isWordy,
    rows,
  )
    .map(({ column, rank }) => ({ column, rank, score: rank + webShare(column) * 1.5 }))
    .sort((a, b) => b.score - a.score);
  const [first] = ranked;
  if (!first) return [];
  const own = family(first.column);
  const relatives = free.filter(
    (column) => family(column) === own && (column.filled === 0 || isWordy(column)),
  );
  const columns = relatives.length > 1 ? relatives : [first.column];
  const change = { sources: { columns: columns.map(({ name }) => name), separator: separatorOf(columns) } };
  const web = webShare(first.column) > 0.5 ? ', and holds addresses' : '';
  const words = `${rankInWords(first.rank, 'sources')}${web}`;
  return [{ change, reason: because('sources', columns, words, certaintyOfRank(first.rank)) }];
};
