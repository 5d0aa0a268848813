import { aggregateOf, ownField } from '../../series/fields';
import { byEstimate } from '../../series/measures';
import { CERTAINTIES, type Certainty, type SeriesGuide } from '../../series/model';
import { floorBin } from '../../time/bin';
import { spanOf } from '../ancestors';
import type { GradedLink } from '../links';
import type { TotalQuery } from '../query';
import type { TotalResult } from '../result';
import { inBest, inLow, type Match } from './matched';
import { type Contribution, countIncidents, sumReported } from './sums';

/** The contribution of a match to the total of the view. */
export function contribution(match: Match): Contribution {
  return {
    incident: match.incident,
    weight: inBest(match) ? match.weight : 0,
    inLow: inLow(match),
  };
}

/** The firmest certainty among the links that allow best, or among all where none does. */
function firmest(links: readonly GradedLink[]): Certainty | 'none' {
  const allowed = links.some(({ best }) => best) ? links.filter(({ best }) => best) : links;
  return CERTAINTIES.find((certainty) => allowed.some(({ link }) => link.certainty === certainty)) ?? 'none';
}

/** The best count of the matches whose firmest certainty is the one given. */
function bestBy(matches: readonly Match[], certainty: Certainty | 'none'): number {
  return countIncidents(matches.filter(({ links }) => firmest(links) === certainty).map(contribution)).best;
}

/** The meaning of a total query over its matches. */
export function evaluateTotal(
  guide: Pick<SeriesGuide, 'fields'>,
  matches: readonly Match[],
  query: TotalQuery,
): TotalResult {
  const all = matches.map(contribution);
  const own = (query.own ?? []).filter((key) => ownField(guide, key) !== undefined);
  const dated = matches.filter(({ incident }) => incident.date.days.length > 0);
  const coarse = dated.filter(({ incident }) => {
    const { from, to } = spanOf(incident.date);
    return floorBin(from, query.bin) !== floorBin(to, query.bin);
  });
  return {
    incidents: countIncidents(all),
    ...byEstimate((key) => sumReported(all, key)),
    own: Object.fromEntries(own.map((key) => [key, sumReported(all, key, aggregateOf(guide, key))])),
    matched: matches.length,
    undated: matches.length - dated.length,
    coarserThanBin: coarse.length,
    byCertainty: {
      certain: bestBy(matches, 'certain'),
      probable: bestBy(matches, 'probable'),
      possible: bestBy(matches, 'possible'),
      none: bestBy(matches, 'none'),
    },
  };
}
