import { group } from 'd3-array';
import type { Split } from '../../series/field-table';
import { isOwnKey, ownIds } from '../../series/fields';
import type { GradedLink } from '../links';
import { NONE, SEVERAL } from '../query';
import type { Matched } from './matched';

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

/** The distinct keys of the matched links, each with the firmest of its links. */
function byLinks(links: readonly GradedLink[], split: 'actor' | 'relation'): readonly InGroup[] {
  return [...group(links, ({ link }) => link[split] as string)].map(([key, held]) => ({
    group: key,
    best: held.some(({ best }) => best),
    low: held.some(({ low }) => low),
  }));
}

/**
 * The one group that an incident forms in a stack, best taken over firm links: that of its only firm key, `several` for
 * more, `none` where no key is firm. Keys that are not firm stand beside it, in high only.
 */
function stackedByLinks({ links, firm }: Matched, split: 'actor' | 'relation'): readonly InGroup[] {
  const keys = byLinks(links, split);
  const firmKeys = keys.filter(({ best }) => best);
  const doubtful = keys.filter(({ best }) => !best);
  const [only, ...more] = firmKeys;
  if (!only) return firm.best ? [{ group: NONE, best: true, low: false }, ...doubtful] : doubtful;
  if (more.length === 0) return [only, ...doubtful];
  return [{ group: SEVERAL, best: true, low: firmKeys.filter(({ low }) => low).length > 1 }, ...doubtful];
}

/** The groups of an incident under a split; see BinsQuery for `stacked`. */
export function groupsOf(match: Matched, split: Split, stacked: boolean): readonly InGroup[] {
  const { incident, links } = match;
  if (isOwnKey(split)) return byValues(ownIds(incident, split), stacked);
  switch (split) {
    case 'none':
      return [firmly(null)];
    case 'type':
      return byValues(incident.type === null ? [] : [incident.type], stacked);
    case 'region':
      return byValues(incident.regions, stacked);
    case 'initiator':
      return byValues([incident.initiator], stacked);
    default:
      return stacked ? stackedByLinks(match, split) : byLinks(links, split);
  }
}

/** Whether a group is none of those named, nor what lacks a value, nor what has several. */
export function isBeyond(one: string | null, named: readonly string[]): boolean {
  return one !== null && one !== NONE && one !== SEVERAL && !named.includes(one);
}

/** How an incident counts in all groups but those named, taken together; empty where it is in none of them. */
export function restOf(
  match: Matched,
  split: Split,
  stacked: boolean,
  named: readonly string[],
): readonly InGroup[] {
  const rest = groupsOf(match, split, stacked).filter((one) => isBeyond(one.group, named));
  if (rest.length === 0) return [];
  return [{ group: null, best: rest.some(({ best }) => best), low: rest.some(({ low }) => low) }];
}
