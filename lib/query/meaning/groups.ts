import { group } from 'd3-array';
import { idsOf, isLinkSplit, isValueFacet, type LinkSplit, type ValueFacet } from '../../series/facets';
import type { OwnKey } from '../../series/fields';
import { rolledUp } from '../ancestors';
import { NONE, SEVERAL, type SplitBy } from '../query';
import type { Matched, MatchedLink } from './matched';

/** A group that an incident counts in, null without a split, and whether it does so firmly enough for best and for low. */
export interface InGroup {
  readonly group: string | null;
  readonly best: boolean;
  readonly low: boolean;
}

const firmly = (one: string | null): InGroup => ({ group: one, best: true, low: true });

/** The groups of a split by something the incident itself has, which is never in doubt. */
function byValues(values: readonly string[], stacked: boolean): readonly InGroup[] {
  const distinct = [...new Set(values)];
  if (distinct.length === 0) return [firmly(NONE)];
  return stacked && distinct.length > 1 ? [firmly(SEVERAL)] : distinct.map(firmly);
}

/** The values of an incident in a split: those of its row, or the regions that these are rolled up under. */
function valuesOf({ incident, regions }: Matched, { split, roll }: SplitBy & { split: ValueFacet | OwnKey }) {
  const own = idsOf(incident, split);
  if (split !== 'region' || roll === undefined) return own;
  const { under, roots } = regions;
  const rolled = roll === 'roots' ? roots : under.filter((id) => roll.includes(id));
  return rolled.length === 0 ? own : rolled;
}

/** A split whose groups are those of links. */
interface ByLinks extends SplitBy {
  readonly split: LinkSplit;
}

function isByLinks(by: SplitBy): by is ByLinks {
  return isLinkSplit(by.split);
}

/** The groups that a link gives its incident: its relation, its actor, or those that its actor is rolled up under. */
function keysOf({ link, lineage }: MatchedLink, { split, roll }: ByLinks): readonly string[] {
  return split === 'relation' || roll === undefined ? [link[split]] : rolledUp(lineage, roll);
}

/** The links that put an incident into a group: all of them where links do not decide. */
export function linksIn(
  links: readonly MatchedLink[],
  by: SplitBy,
  one: string | null,
): readonly MatchedLink[] {
  return isByLinks(by) ? links.filter((link) => keysOf(link, by).some((key) => key === one)) : links;
}

/** The distinct groups of the matched links, each with the firmest of its links. */
function byLinks(links: readonly MatchedLink[], by: ByLinks): readonly InGroup[] {
  const keyed = links.flatMap((link) => keysOf(link, by).map((key) => ({ ...link, key })));
  return [...group(keyed, ({ key }) => key)].map(([key, held]) => ({
    group: key,
    best: held.some(({ best }) => best),
    low: held.some(({ low }) => low),
  }));
}

/**
 * The one group that an incident forms in a stack, best taken over firm links: that of its only firm key, `several` for
 * more, `none` where no key is firm. Keys that are not firm stand beside it, in high only.
 */
function stackedByLinks({ links, firm }: Matched, by: ByLinks): readonly InGroup[] {
  const keys = byLinks(links, by);
  const firmKeys = keys.filter(({ best }) => best);
  const doubtful = keys.filter(({ best }) => !best);
  const [only, ...more] = firmKeys;
  if (!only) return firm.best ? [{ group: NONE, best: true, low: false }, ...doubtful] : doubtful;
  if (more.length === 0) return [only, ...doubtful];
  return [{ group: SEVERAL, best: true, low: firmKeys.filter(({ low }) => low).length > 1 }, ...doubtful];
}

/** The groups of an incident under a split; see BinsQuery for `stacked`. */
export function groupsOf(match: Matched, by: SplitBy, stacked: boolean): readonly InGroup[] {
  if (isByLinks(by)) return stacked ? stackedByLinks(match, by) : byLinks(match.links, by);
  const { split } = by;
  return isValueFacet(split) ? byValues(valuesOf(match, { ...by, split }), stacked) : [firmly(null)];
}

/** Whether a group is none of those named, nor what lacks a value, nor what has several. */
export function isBeyond(one: string | null, named: readonly string[]): boolean {
  return one !== null && one !== NONE && one !== SEVERAL && !named.includes(one);
}

/** How an incident counts in all groups but those named, taken together; empty where it is in none of them. */
export function restOf(
  match: Matched,
  by: SplitBy,
  stacked: boolean,
  named: readonly string[],
): readonly InGroup[] {
  const rest = groupsOf(match, by, stacked).filter((one) => isBeyond(one.group, named));
  if (rest.length === 0) return [];
  return [{ group: null, best: rest.some(({ best }) => best), low: rest.some(({ low }) => low) }];
}
