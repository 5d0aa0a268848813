import { CERTAINTIES, RELATIONS } from '../../series/model';
import { byCodePoint } from '../../text/order';
import type { Day } from '../../time/day';
import type { MarksQuery } from '../query';
import type { Mark, MarksResult } from '../result';
import { groupsOf, type InGroup, linksIn } from './groups';
import { inBest, inLow, type Match } from './matched';

function mark(match: Match, by: MarksQuery, { group: lane, best, low }: InGroup): Mark {
  const { incident } = match;
  const links = linksIn(match.links, by, lane).map(({ link }) => link);
  const relation = RELATIONS.find((one) => links.some((link) => link.relation === one)) ?? null;
  const tied = links.filter((link) => link.relation === relation);
  return {
    ...{ id: incident.id, lane, title: incident.title, date: incident.date, fatalities: incident.fatalities },
    relation,
    certainty: CERTAINTIES.find((one) => tied.some((link) => link.certainty === one)) ?? null,
    disputed: incident.natureDisputed || tied.some((link) => link.disputed),
    inLow: inLow(match) && low,
    inBest: inBest(match) && best,
    viewLow: inLow(match),
    viewBest: inBest(match),
  };
}

function nullsLast(a: Day | null, b: Day | null): number {
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

/** The meaning of a marks query over its matches. */
export function evaluateMarks(matches: readonly Match[], query: MarksQuery): MarksResult {
  const marks = matches.flatMap((match) =>
    groupsOf(match, query, false).map((group) => mark(match, query, group)),
  );
  return { matched: matches.length, marks: matches.length > query.limit ? [] : marks.sort(byDate) };
}
