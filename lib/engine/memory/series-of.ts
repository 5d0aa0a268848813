import { group } from 'd3-array';
import type { GradedLink } from '../../query/links';
import { NONE, SEVERAL } from '../../query/query';
import type { Split } from '../../series/field-table';
import { isOwnKey, ownIds } from '../../series/fields';
import type { Graded } from './matched';

/** A series an incident belongs to, and whether it does so firmly enough for best and for low. */
export interface InGroup {
  readonly series: string | null;
  readonly best: boolean;
  readonly low: boolean;
}

const firm = (series: string | null): InGroup => ({ series, best: true, low: true });

/** The series of a split by something the incident itself has, which is never in doubt. */
function ofValues(values: readonly string[], stacked: boolean): readonly InGroup[] {
  const distinct = [...new Set(values)];
  if (distinct.length === 0) return [firm(NONE)];
  return stacked && distinct.length > 1 ? [firm(SEVERAL)] : distinct.map(firm);
}

/** The distinct keys of the matched links, each with the firmest of its links. */
function ofLinks({ links }: Graded, split: 'actor' | 'relation'): readonly InGroup[] {
  const known = tied[split].get(links);
  if (known !== undefined) return known;
  const fresh = inGroupsOf(links, split);
  tied[split].set(links, fresh);
  return fresh;
}

/** Incidents that share a list of matched links share its series. */
const tied = {
  actor: new WeakMap<readonly GradedLink[], readonly InGroup[]>(),
  relation: new WeakMap<readonly GradedLink[], readonly InGroup[]>(),
};

function inGroupsOf(all: readonly GradedLink[], split: 'actor' | 'relation'): readonly InGroup[] {
  const keys = group(all, ({ link }) => link[split] as string);
  return [...keys].map(([series, links]) => ({
    series,
    best: links.some(({ best }) => best),
    low: links.some(({ low }) => low),
  }));
}

/**
 * The one series that an incident forms in a stack, best taken over firm links: that of its only firm key, `several`
 * for more, `none` where no key is firm. Keys that are not firm stand beside it, in high only.
 */
function stackLinks(match: Graded, split: 'actor' | 'relation'): readonly InGroup[] {
  const keys = ofLinks(match, split);
  const firmKeys = keys.filter(({ best }) => best);
  const doubtful = keys.filter(({ best }) => !best);
  const [only, ...more] = firmKeys;
  if (!only) return match.linkBest ? [{ series: NONE, best: true, low: false }, ...doubtful] : doubtful;
  if (more.length === 0) return [only, ...doubtful];
  return [{ series: SEVERAL, best: true, low: firmKeys.filter(({ low }) => low).length > 1 }, ...doubtful];
}

/** Whether a series is none of those named, nor what lacks a value, nor what has several. */
export function isBeyond(series: string | null, named: readonly string[]): boolean {
  return series !== null && series !== NONE && series !== SEVERAL && !named.includes(series);
}

/** How an incident counts in all series but those named, taken together; empty where it is in none of them. */
export function restOf(
  match: Graded,
  split: Split,
  stacked: boolean,
  named: readonly string[],
): readonly InGroup[] {
  const rest = seriesOf(match, split, stacked).filter(({ series }) => isBeyond(series, named));
  if (rest.length === 0) return [];
  return [{ series: null, best: rest.some(({ best }) => best), low: rest.some(({ low }) => low) }];
}

/** The series of an incident under a split; see BinsQuery for `stacked`. */
export function seriesOf(match: Graded, split: Split, stacked: boolean): readonly InGroup[] {
  const { incident } = match.one;
  if (isOwnKey(split)) return ofValues(ownIds(incident, split), stacked);
  switch (split) {
    case 'none':
      return [firm(null)];
    case 'type':
      return ofValues(incident.type === null ? [] : [incident.type], stacked);
    case 'region':
      return ofValues(incident.regions, stacked);
    case 'initiator':
      return ofValues([incident.initiator], stacked);
    default:
      return stacked ? stackLinks(match, split) : ofLinks(match, split);
  }
}
