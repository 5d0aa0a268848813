import { settle } from '../series/estimate';
import { CERTAINTIES, type Certainty, type Measure } from '../series/model';
import { floorBin } from '../time/bin';
import type { Match, MatchedLink } from './matched';
import type { TotalQuery } from './query';
import type { TotalResult } from './result';
import { type Contribution, countIncidents, sumCasualties } from './sums';

/** The contribution of a match to the total of the view. */
export function contribution(match: Match): Contribution {
  return { incident: match.one.incident, weight: match.inBest ? match.weight : 0, inLow: match.inLow };
}

/** The firmest certainty among the links that allow best, or among all where none does. */
export function firmest(links: readonly MatchedLink[]): Certainty | 'none' {
  const allowed = links.some(({ best }) => best) ? links.filter(({ best }) => best) : links;
  return CERTAINTIES.find((certainty) => allowed.some(({ link }) => link.certainty === certainty)) ?? 'none';
}

function weightsByCertainty(matches: readonly Match[]): TotalResult['byCertainty'] {
  const weights = { certain: 0, probable: 0, possible: 0, none: 0 };
  for (const match of matches) if (match.inBest) weights[firmest(match.links)] += match.weight;
  return weights;
}

/** The meaning of a total query over its matches. */
export function evaluateTotal(matches: readonly Match[], query: TotalQuery): TotalResult {
  const contributions = matches.map(contribution);
  const reports = (measure: Exclude<Measure, 'incidents'>) =>
    matches.filter(({ one }) => settle(one.incident[measure]).best !== null).length;
  const dated = matches.filter(({ one }) => one.incident.date.days.length > 0);
  return {
    incidents: countIncidents(contributions),
    fatalities: sumCasualties(contributions, 'fatalities'),
    injured: sumCasualties(contributions, 'injured'),
    matched: matches.length,
    undated: matches.length - dated.length,
    coarserThanBin: dated.filter(({ one }) => floorBin(one.from, query.bin) !== floorBin(one.to, query.bin))
      .length,
    reported: { fatalities: reports('fatalities'), injured: reports('injured') },
    byCertainty: weightsByCertainty(matches),
  };
}
