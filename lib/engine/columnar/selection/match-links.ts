import { rolledUp } from '../../../query/ancestors';
import { doubtsLinks, gradeLink } from '../../../query/links';
import { type Filter, type GroupClause, NONE, SEVERAL, type SplitBy } from '../../../query/query';
import { isLinkSplit, type LinkSplit } from '../../../series/facets';
import type { LinkList, ListedLink } from '../columns/link-lists';

/** A link that the filter matches, and whether it is firm enough for best and for low. */
export interface MatchedLink {
  readonly link: ListedLink;
  readonly best: boolean;
  readonly low: boolean;
}

/** Something that incidents are counted under, and whether they are so firmly enough for best and for low. */
export interface Member<Id = string | null> {
  readonly id: Id;
  readonly best: boolean;
  readonly low: boolean;
}

/** The matched links of a list, and what they allow. */
export interface MatchedList {
  readonly links: readonly MatchedLink[];
  readonly natureDisputed: boolean;
  /** Whether links, nature and the clause on groups allow best and low. */
  readonly best: boolean;
  readonly low: boolean;
  /** Whether the clause on groups alone does. */
  readonly groupBest: boolean;
  readonly groupLow: boolean;
}

/** Grades a link by what the meaning says of it. */
export function graded(link: ListedLink, suspectedAsked: boolean): MatchedLink {
  const { best, low } = gradeLink(link, suspectedAsked);
  return { link, best, low };
}

function isAsked(link: ListedLink, { natureDisputed }: LinkList, filter: Filter): boolean {
  const { actors, relations, certainties, disputed } = filter;
  return (
    (relations.length === 0 || relations.includes(link.relation)) &&
    (certainties.length === 0 || certainties.includes(link.certainty)) &&
    (disputed === null || (link.disputed || natureDisputed) === (disputed === 'only')) &&
    (actors.length === 0 || link.under.some((actor) => actors.includes(actor)))
  );
}

/** A split whose groups follow from the links. */
export interface ByLinks extends SplitBy {
  readonly split: LinkSplit;
}

export function isByLinks(by: SplitBy): by is ByLinks {
  return isLinkSplit(by.split);
}

/** The groups that a link is counted in. */
export function idsOf(link: ListedLink, { split, roll }: ByLinks): readonly string[] {
  return split === 'relation' || roll === undefined ? [link[split]] : rolledUp(link, roll);
}

/** The distinct ids of matched links, each as firm as the firmest of its links. */
export function membersOf(
  links: readonly MatchedLink[],
  ids: (link: MatchedLink) => readonly string[],
): readonly Member<string>[] {
  const found = new Map<string, Member<string>>();
  for (const link of links) {
    for (const id of ids(link)) {
      const other = found.get(id);
      found.set(id, {
        id,
        best: link.best || other?.best === true,
        low: link.low || other?.low === true,
      });
    }
  }
  return [...found.values()];
}

/** In a stack an incident forms one group of those that are firm; the others stand beside it, in high only. */
function stacked(members: readonly Member<string>[], best: boolean): readonly Member<string>[] {
  const firm = members.filter((one) => one.best);
  const doubtful = members.filter((one) => !one.best);
  if (firm.length === 1) return [...firm, ...doubtful];
  if (firm.length > 1) {
    return [{ id: SEVERAL, best: true, low: firm.filter(({ low }) => low).length > 1 }, ...doubtful];
  }
  return best ? [{ id: NONE, best: true, low: false }, ...doubtful] : doubtful;
}

/** The groups of an incident in a split by values of its own. */
export function valueMembers(ids: readonly string[], isStacked: boolean): readonly Member<string>[] {
  const groups = isStacked && ids.length > 1 ? [SEVERAL] : ids;
  return groups.map((id) => ({ id, best: true, low: true }));
}

/** The groups that matched links are counted in. */
export function linkMembers(
  { links, best }: Pick<MatchedList, 'links' | 'best'>,
  by: ByLinks,
  isStacked: boolean,
): readonly Member<string>[] {
  const members = membersOf(links, ({ link }) => idsOf(link, by));
  return isStacked ? stacked(members, best) : members;
}

/** Whether a group is none of those named, nor what lacks a value, nor what has several. */
export function isBeyond(id: string | null, named: readonly string[]): boolean {
  return id !== null && id !== NONE && id !== SEVERAL && !named.includes(id);
}

/** The members that a clause on groups asks for. */
export function askedMembers<Id extends string | null>(
  { each, beyond, only, not }: GroupClause,
  members: (isStacked: boolean) => readonly Member<Id>[],
): readonly Member<Id>[] {
  const asks =
    (named: readonly string[], but: readonly string[]) =>
    ({ id }: Member<Id>) =>
      id !== null && (named.includes(id) || (but.length > 0 && isBeyond(id, but)));
  return [...members(false).filter(asks(each, beyond)), ...members(true).filter(asks(only, not))];
}

const EVERY = { best: true, low: true } as const;

/** How firmly links count in the groups asked for; null where they count in none of them. */
function inGroups(graded: Pick<MatchedList, 'links' | 'best'>, clause: GroupClause | null) {
  if (clause === null || !isByLinks(clause)) return EVERY;
  const asked = askedMembers(clause, (isStacked) => linkMembers(graded, clause, isStacked));
  if (asked.length === 0) return null;
  return { best: asked.some(({ best }) => best), low: asked.some(({ low }) => low) };
}

/** What a filter makes of a list of links; null where none of them matches, or none counts in the groups asked for. */
export function matchList(list: LinkList, filter: Filter): MatchedList | null {
  const { natureDisputed } = list;
  // Most lists have nothing that is asked for.
  if (!list.links.some((link) => isAsked(link, list, filter))) return null;
  const links = list.links
    .filter((link) => isAsked(link, list, filter))
    .map((link) => graded(link, filter.suspicions));
  const doubts = doubtsLinks(filter);
  const best = !doubts || links.some((link) => link.best);
  const low = !natureDisputed && (!doubts || links.some((link) => link.low));
  const chosen = inGroups({ links, best }, filter.series);
  if (chosen === null) return null;
  return {
    ...{ links, natureDisputed, groupBest: chosen.best, groupLow: chosen.low },
    ...{ best: best && chosen.best, low: low && chosen.low },
  };
}
