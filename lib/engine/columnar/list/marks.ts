import type { MarksQuery, SplitBy } from '../../../query/query';
import type { Mark, MarksResult } from '../../../query/result';
import { isValueFacet } from '../../../series/facets';
import { CERTAINTIES, RELATIONS } from '../../../series/model';
import { byCodePoint } from '../../../text/order';
import type { Columns } from '../columns/columns';
import { idsOf, isByLinks, linkMembers, type Member, valueMembers } from '../selection/match-links';
import { BEST, LOW, type Selection } from '../selection/selection';
import { countMatches, eachMatch } from '../selection/window';

/** Gives the lanes of a row. */
function lanesBy(columns: Columns, { lists }: Selection, by: SplitBy): (row: number) => readonly Member[] {
  const { split, roll } = by;
  if (isByLinks(by)) return (row) => linkMembers(lists[columns.linkLists.codes[row]!]!, by, false);
  if (!isValueFacet(split)) return () => [{ id: null, best: true, low: true }];
  const { codes, values } = columns.groupIds(split, roll);
  return (row) => valueMembers(values.at(codes[row]!)!, false);
}

/** The relation of the strongest tie of a lane to an incident, its firmest certainty, and whether it is disputed. */
function tieOf(columns: Columns, { lists }: Selection, by: SplitBy, lane: string | null, row: number) {
  const list = lists[columns.linkLists.codes[row]!]!;
  const all = list.links.map(({ link }) => link);
  const links = isByLinks(by) ? all.filter((link) => idsOf(link, by).some((id) => id === lane)) : all;
  const relation = RELATIONS.find((one) => links.some((link) => link.relation === one)) ?? null;
  const tied = links.filter((link) => link.relation === relation);
  return {
    relation,
    certainty: CERTAINTIES.find((one) => tied.some((link) => link.certainty === one)) ?? null,
    disputed: list.natureDisputed || tied.some(({ disputed }) => disputed),
  };
}

function nullsLast(a: number | null, b: number | null): number {
  return a === null || b === null ? (a === null ? 1 : 0) - (b === null ? 1 : 0) : a - b;
}

function byDate(a: Mark, b: Mark): number {
  return (
    nullsLast(a.date.earliest, b.date.earliest) ||
    nullsLast(a.date.latest, b.date.latest) ||
    byCodePoint(a.id, b.id) ||
    byCodePoint(a.lane ?? '', b.lane ?? '')
  );
}

/** The marks of rows that lie surely in a window, which are the same in any other. */
export type KeptMarks = Map<number, readonly Mark[]>;

/** Rows of which marks are kept for the next window. */
const MOST_KEPT = 50_000;

/** The marks of a timeline; none where more incidents match than it can show. */
export function answerMarks(
  columns: Columns,
  selection: Selection,
  query: MarksQuery,
  kept: KeptMarks,
): MarksResult {
  const {
    filter: { from, to },
    limit,
  } = query;
  const matched = countMatches(columns, selection, from, to);
  if (matched > limit) return { matched, marks: [] };
  const lanesOf = lanesBy(columns, selection, query);
  if (kept.size > MOST_KEPT) kept.clear();
  const marksOf = (row: number, share: number, sure: boolean): readonly Mark[] => {
    const id = columns.incidentIds.at(row)!;
    const [title, date] = [columns.part('title', row), columns.part('date', row)];
    const fatalities = columns.part('fatalities', row);
    const firm = selection.firm[columns.linkLists.codes[row]!]!;
    const [viewLow, viewBest] = [(firm & LOW) !== 0 && sure, (firm & BEST) !== 0 && share > 0];
    return lanesOf(row).map(({ id: lane, best, low }) => ({
      ...{ id, lane, title, date, fatalities, ...tieOf(columns, selection, query, lane, row) },
      ...{ inLow: viewLow && low, inBest: viewBest && best, viewLow, viewBest },
    }));
  };
  const marks: Mark[] = [];
  eachMatch(columns, selection, [from, to], (row, share, sure) => {
    const own = (sure ? kept.get(row) : undefined) ?? marksOf(row, share, sure);
    if (sure) kept.set(row, own);
    for (const mark of own) marks.push(mark);
  });
  return { matched, marks: marks.sort(byDate) };
}
