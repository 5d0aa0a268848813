import type { IncidentQuery, MarksQuery, PositionQuery, RowsQuery, SpellsQuery } from '../../query/query';
import type {
  IncidentResult,
  Mark,
  MarksResult,
  PositionResult,
  RowsResult,
  SpellsResult,
} from '../../query/result';
import type { Incident, IncidentId } from '../../series/model';
import { byCodePoint } from '../../text/order';
import type { Day } from '../../time/day';
import { looksAtLinks } from './filter';
import { numberOf, numberOrNull, type SqlRow, textOrNull } from './statement';
import { isDisputed, marksSql, tieOf } from './statements/marks';
import type { Database } from './statements/records';
import { countMatchesSql, matchedLinksSql, positionSql, rowsSql } from './statements/rows';
import { lastSql, quietSql } from './statements/spells';

async function matchedLinks(
  { dialect, ask }: Database,
  query: RowsQuery,
  numbers: readonly number[],
): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>();
  for (const row of await ask(matchedLinksSql(dialect, query.filter, numbers))) {
    const n = numberOf(row, 'n');
    found.set(n, [...(found.get(n) ?? []), numberOf(row, 'position')]);
  }
  return found;
}

/** A page of rows; an empty page has no row to tell the total, so it is counted apart. */
export async function answerRows(database: Database, query: RowsQuery): Promise<RowsResult> {
  const { dialect, ask, records } = database;
  const page = await ask(rowsSql(dialect, query));
  if (page.length === 0) {
    const [count] = await ask(countMatchesSql(dialect, query.filter));
    return { total: numberOf(count, 'matched'), rows: [] };
  }
  const numbers = page.map((row) => numberOf(row, 'n'));
  const [incidents, links] = await Promise.all([
    records.at(numbers, ask),
    looksAtLinks(query.filter) ? matchedLinks(database, query, numbers) : null,
  ]);
  return {
    total: numberOf(page[0], 'matched'),
    rows: page.map((row, i) => {
      const incident = incidents[i]!;
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
  { dialect, ask, records }: Database,
  query: PositionQuery,
): Promise<PositionResult> {
  const number = await records.numberOf(query.incident, ask);
  const [row = {}] = await ask(positionSql(dialect, query, number ?? -1));
  const [previous, next] = [numberOrNull(row, 'previous'), numberOrNull(row, 'next')];
  const beside = [previous, next].filter((n) => n !== null);
  const found = await records.at(beside, ask);
  const idAt = (n: number | null): IncidentId | null =>
    n === null ? null : (found[beside.indexOf(n)]?.id ?? null);
  return {
    total: numberOf(row, 'matched'),
    index: numberOrNull(row, 'position'),
    previous: idAt(previous),
    next: idAt(next),
  };
}

function markOf({ id, title, date, fatalities, natureDisputed }: Incident, row: SqlRow): Mark {
  return {
    ...{ id, lane: textOrNull(row, 'lane'), title, date, fatalities },
    ...tieOf(numberOf(row, 'tie')),
    disputed: natureDisputed || isDisputed(numberOf(row, 'dispute')),
    inLow: row.in_low === true,
    inBest: row.in_best === true,
    viewLow: row.view_low === true,
    viewBest: row.view_best === true,
  };
}

/** The matches are counted first, so that too many cost no more than that. */
export async function answerMarks(
  { dialect, ask, records }: Database,
  query: MarksQuery,
): Promise<MarksResult> {
  const [count] = await ask(countMatchesSql(dialect, query.filter));
  const matched = numberOf(count, 'matched');
  if (matched === 0 || matched > query.limit) return { matched, marks: [] };
  const rows = await ask(marksSql(dialect, query));
  const incidents = await records.at(
    rows.map((row) => numberOf(row, 'n')),
    ask,
  );
  return { matched, marks: rows.map((row, i) => markOf(incidents[i]!, row)) };
}

export async function answerSpells(
  { dialect, ask, records }: Database,
  query: SpellsQuery,
): Promise<SpellsResult> {
  const [gaps, lasts] = await Promise.all([ask(quietSql(dialect, query)), ask(lastSql(dialect, query))]);
  const last = lasts[0];
  const day = (row: SqlRow, column: string) => numberOf(row, column) as Day;
  const [quiet, ...ties] = gaps.map((gap) => ({ from: day(gap, 'first'), to: day(gap, 'last') }));
  const [incident] = last ? await records.at([numberOf(last, 'n')], ask) : [];
  return {
    quiet: quiet ?? null,
    ties,
    last:
      last && incident
        ? {
            id: incident.id,
            earliest: day(last, 'earliest'),
            latest: day(last, 'latest'),
            candidates: numberOf(last, 'candidates'),
          }
        : null,
  };
}

/** One incident with the sources that it and its links name, by id. */
export async function answerIncident(
  { ask, records }: Database,
  query: IncidentQuery,
): Promise<IncidentResult> {
  const number = await records.numberOf(query.incident, ask);
  const [incident = null] = number === null ? [] : await records.at([number], ask);
  if (!incident) return { incident, sources: [] };
  const named = new Set([...incident.sources, ...incident.links.flatMap((link) => link.sources)]);
  const found = [...named].flatMap((id) => records.sources.get(id) ?? []);
  return { incident, sources: found.sort((a, b) => byCodePoint(a.id, b.id)) };
}
