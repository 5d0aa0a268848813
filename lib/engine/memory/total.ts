import type { GradedLink } from '../../query/links';
import type { TotalQuery } from '../../query/query';
import type { TotalResult } from '../../query/result';
import { SteadySum } from '../../query/sums';
import { aggregateOf, ownField } from '../../series/fields';
import { byEstimate } from '../../series/measures';
import { CERTAINTIES, type Certainty, type SeriesGuide } from '../../series/model';
import { floorBin } from '../../time/bin';
import type { Match } from './matched';
import { type Contribution, countIncidents, sumReported } from './tallies';

/** The contribution of a match to the total of the view. */
export function contribution(match: Match): Contribution {
  return { incident: match.one.incident, weight: match.inBest ? match.weight : 0, inLow: match.inLow };
}

/** The firmest certainty among the links that allow best, or among all where none does. */
export function firmest(links: readonly GradedLink[]): Certainty | 'none' {
  const allowed = links.some(({ best }) => best) ? links.filter(({ best }) => best) : links;
  return CERTAINTIES.find((certainty) => allowed.some(({ link }) => link.certainty === certainty)) ?? 'none';
}

function weightsByCertainty(matches: readonly Match[]): TotalResult['byCertainty'] {
  const sums = {
    certain: new SteadySum(),
    probable: new SteadySum(),
    possible: new SteadySum(),
    none: new SteadySum(),
  };
  for (const match of matches) if (match.inBest) sums[firmest(match.links)].add(match.weight);
  const { certain, probable, possible, none } = sums;
  return { certain: certain.value, probable: probable.value, possible: possible.value, none: none.value };
}

/** The meaning of a total query over its matches. */
export function evaluateTotal(
  guide: Pick<SeriesGuide, 'fields'>,
  matches: readonly Match[],
  query: TotalQuery,
): TotalResult {
  const contributions = matches.map(contribution);
  const dated = matches.filter(({ one }) => one.incident.date.days.length > 0);
  return {
    incidents: countIncidents(contributions),
    ...byEstimate((key) => sumReported(contributions, key)),
    own: Object.fromEntries(
      (query.own ?? [])
        .filter((key) => ownField(guide, key) !== undefined)
        .map((key) => [key, sumReported(contributions, key, aggregateOf(guide, key))]),
    ),
    matched: matches.length,
    undated: matches.length - dated.length,
    coarserThanBin: dated.filter(({ one }) => floorBin(one.from, query.bin) !== floorBin(one.to, query.bin))
      .length,
    byCertainty: weightsByCertainty(matches),
  };
}
