import type { IncidentQuery, MarksQuery, PositionQuery, RowsQuery, SpellsQuery } from '../../query/query';
import type {
  IncidentResult,
  Mark,
  MarksResult,
  PositionResult,
  RowsResult,
  SpellsResult,
} from '../../query/result';
import type { IncidentId } from '../../series/model';
import { byCodePoint } from '../../series/text';
import type { Day } from '../../time/day';
import { looksAtLinks } from './filter-sql';
import type { Catalog } from './load-tables';
import { isDisputed, marksSql, tieOf } from './marks-sql';
import { positionSql } from './position-sql';
import { countMatchesSql, matchedLinksSql, rowsSql } from './rows-sql';
import { lastSql, quietSql } from './spells-sql';
import { numberOf, numberOrNull, type SqlRow, type Statement, textOrNull } from './statement';

/** Runs one statement. */
export type Ask = (statement: Statement) => Promise<readonly SqlRow[]>;

async function matchedLinks(
  ask: Ask,
  query: RowsQuery,
  numbers: readonly number[],
): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>();
  for (const row of await ask(matchedLinksSql(query.filter, numbers))) {
    const n = numberOf(row, 'n');
    found.set(n, [...(found.get(n) ?? []), numberOf(row, 'position')]);
  }
  return found;
}

/** A page of rows; an empty page has no row to tell the total, so it is counted apart. */
export async function answerRows(ask: Ask, { incidents }: Catalog, query: RowsQuery): Promise<RowsResult> {
  const page = await ask(rowsSql(query));
  if (page.length === 0) {
    const [count] = await ask(countMatchesSql(query.filter));
    return { total: numberOf(count, 'matched'), rows: [] };
  }
  const numbers = page.map((row) => numberOf(row, 'n'));
  const links = looksAtLinks(query.filter) ? await matchedLinks(ask, query, numbers) : null;
  return {
    total: numberOf(page[0], 'matched'),
    rows: page.map((row, i) => {
      const incident = incidents[numbers[i]!]!;
      return {
        incident,
        weight: numberOf(row, 'weight'),
        inLow: row.in_low === true,
        inBest: row.in_best === true,
        matched: links ? (links.get(numbers[i]!) ?? []) : incident.links.map((_, index) => index),
      };
    }),
  };
}

/** An id that no incident has stands nowhere. */
export async function answerPosition(
  ask: Ask,
  { incidents, numbers }: Catalog,
  query: PositionQuery,
): Promise<PositionResult> {
  const [row = {}] = await ask(positionSql(query, numbers.get(query.incident) ?? -1));
  const idAt = (column: string): IncidentId | null => {
    const n = numberOrNull(row, column);
    return n === null ? null : (incidents[n]?.id ?? null);
  };
  return {
    total: numberOf(row, 'matched'),
    index: numberOrNull(row, 'position'),
    previous: idAt('previous'),
    next: idAt('next'),
  };
}

function markOf({ incidents }: Catalog, row: SqlRow): Mark {
  const { id, title, date, fatalities, natureDisputed } = incidents[numberOf(row, 'n')]!;
  return {
    ...{ id, lane: textOrNull(row, 'lane'), title, date, fatalities },
    ...tieOf(numberOf(row, 'tie')),
    disputed: natureDisputed || isDisputed(numberOf(row, 'dispute')),
    inLow: row.in_low === true,
    inBest: row.in_best === true,
  };
}

/** The matches are counted first, so that too many cost no more than that. */
export async function answerMarks(ask: Ask, catalog: Catalog, query: MarksQuery): Promise<MarksResult> {
  const [count] = await ask(countMatchesSql(query.filter));
  const matched = numberOf(count, 'matched');
  if (matched === 0 || matched > query.limit) return { matched, marks: [] };
  const rows = await ask(marksSql(query));
  return { matched, marks: rows.map((row) => markOf(catalog, row)) };
}

export async function answerSpells(
  ask: Ask,
  { incidents }: Catalog,
  query: SpellsQuery,
): Promise<SpellsResult> {
  const [gaps, lasts] = await Promise.all([ask(quietSql(query)), ask(lastSql(query))]);
  const [gap, last] = [gaps[0], lasts[0]];
  const day = (row: SqlRow, column: string) => numberOf(row, column) as Day;
  return {
    quiet: gap ? { from: day(gap, 'first'), to: day(gap, 'last') } : null,
    last: last
      ? {
          id: incidents[numberOf(last, 'n')]!.id,
          earliest: day(last, 'earliest'),
          latest: day(last, 'latest'),
        }
      : null,
  };
}

/** One incident with the sources that it and its links name, by id. */
export function answerIncident(
  { incidents, numbers, sources }: Catalog,
  query: IncidentQuery,
): IncidentResult {
  const incident = incidents[numbers.get(query.incident) ?? -1] ?? null;
  if (!incident) return { incident, sources: [] };
  const named = new Set([...incident.sources, ...incident.links.flatMap((link) => link.sources)]);
  const found = [...named].flatMap((id) => sources.get(id) ?? []);
  return { incident, sources: found.sort((a, b) => byCodePoint(a.id, b.id)) };
}
