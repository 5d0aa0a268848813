import type { SeriesInfo } from '../../query/info/series-info';
import { bySize, drawnGroups } from '../../query/plan/drawn-groups';
import { NONE } from '../../query/query';
import type { Count, GroupsResult, GroupValue } from '../../query/result';
import { firstParents, pathToRoot } from '../../series/first-parents';
import { byCodePoint } from '../../text/order';
import type { Grouping } from '../../view/view';
import { formatCount } from '../../words/figures';
import { groupLabel } from '../../words/groups';
import { actorName, splitNoun } from '../../words/labels';
import { type ColourName, colourName, OTHER } from '../scene/palette';

/** As many lanes are drawn before the smallest are folded into one. */
export const MOST_LANES = 14;

/** A row of the timeline. */
export interface Lane {
  /** The group; `other` for the lane of the folded ones, '' without a split. */
  readonly id: string;
  /** The groups whose marks it draws: one, or all of the folded. */
  readonly members: readonly (string | null)[];
  readonly label: string;
  /** The full name. */
  readonly title: string;
  /** 0 for a root or a lane without parents among the lanes. */
  readonly depth: number;
  /** The name of the root that stands above the first lane under it, where the root has no lane of its own. */
  readonly heading: string | null;
  readonly colour: ColourName;
  readonly count: Count;
  readonly countText: string;
  /** Incidents in high; over folded groups an upper bound, for one incident may stand in several. */
  readonly matched: number;
}

export interface LanesInput {
  readonly groups: GroupsResult['groups'];
  readonly by: Grouping;
  readonly info: Pick<SeriesInfo, 'guide' | 'ranking'>;
  /** True where no lane is to be folded. */
  readonly expanded: boolean;
}

function countOf({ low, best, high }: Pick<GroupValue, 'low' | 'best' | 'high'>): Count {
  return { low: low ?? 0, best: best ?? 0, high: high ?? 0 };
}

/** A root and the groups under it. */
interface Rooted {
  readonly root: string;
  readonly members: GroupValue[];
  total: number;
}

/** Groups under their roots: by total of the root, then the root itself first, then by own total. */
function underRoots(values: readonly GroupValue[], parents: ReadonlyMap<string, string>): readonly Rooted[] {
  const roots = new Map<string, Rooted>();
  for (const value of [...values].sort(bySize)) {
    const root = pathToRoot(parents, value.series ?? '').at(-1) ?? '';
    const rooted = roots.get(root) ?? { root, members: [], total: 0 };
    rooted.members.push(value);
    rooted.total += value.best ?? 0;
    roots.set(root, rooted);
  }
  const sorted = [...roots.values()].sort((a, b) => b.total - a.total || byCodePoint(a.root, b.root));
  for (const { root, members } of sorted) {
    members.sort((a, b) => Number(b.series === root) - Number(a.series === root) || bySize(a, b));
  }
  return sorted;
}

/** Which groups keep a lane, and which are folded. A lane of one folded groups would gain nothing, so it stays. */
function fold(values: readonly GroupValue[], expanded: boolean) {
  const named = values.filter(({ series }) => series !== NONE).sort(bySize);
  const none = values.filter(({ series }) => series === NONE);
  if (expanded || values.length <= MOST_LANES) return { shown: named, folded: [], none };
  const room = MOST_LANES - 1 - none.length;
  return { shown: named.slice(0, room), folded: named.slice(room), none };
}

function laneOf(input: LanesInput, value: GroupValue, depth: number, heading: string | null): Lane {
  const { info, by } = input;
  const { short, full } = groupLabel(info.guide, by, value.series);
  return {
    id: value.series ?? '',
    members: [value.series],
    label: short,
    title: full,
    depth,
    heading,
    colour: colourName(drawnGroups(info, by.split), value.series),
    count: countOf(value),
    countText: formatCount(countOf(value)),
    matched: value.matched,
  };
}

function foldedLane({ info, by }: LanesInput, folded: readonly GroupValue[]): Lane {
  const sum = (pick: (count: Count) => number) =>
    folded.reduce((total, value) => total + pick(countOf(value)), 0);
  const count = { low: sum(({ low }) => low), best: sum(({ best }) => best), high: sum(({ high }) => high) };
  const label = `${folded.length} more ${splitNoun(info.guide, by.split).many}`;
  return {
    id: OTHER,
    members: folded.map(({ series }) => series),
    label,
    title: `${label}, added up`,
    depth: 0,
    heading: null,
    colour: '--group-other',
    count,
    countText: formatCount(count),
    matched: folded.reduce((total, { matched }) => total + matched, 0),
  };
}

function rootedLanes(input: LanesInput, { root, members }: Rooted): readonly Lane[] {
  const hasRoot = members.some(({ series }) => series === root);
  const heading = !hasRoot && members.length > 1 ? actorName(input.info.guide, root) : null;
  const depth = hasRoot || heading !== null ? 1 : 0;
  return members.map((value, index) =>
    laneOf(input, value, value.series === root ? 0 : depth, index === 0 ? heading : null),
  );
}

/**
 * The lanes of a timeline, top to bottom: actors as linked under their roots, else by size; then the folded ones as one lane,
 * then the lane of incidents where the value is not established.
 */
export function lanesOf(input: LanesInput): readonly Lane[] {
  const { groups, by, info, expanded } = input;
  const { shown, folded, none } = fold(groups, expanded);
  const lanes =
    by.split === 'actor' && by.roll === 'own'
      ? underRoots(shown, firstParents(info.guide.actorRelations)).flatMap((rooted) =>
          rootedLanes(input, rooted),
        )
      : shown.map((value) => laneOf(input, value, 0, null));
  return [
    ...lanes,
    ...(folded.length > 0 ? [foldedLane(input, folded)] : []),
    ...none.map((value) => laneOf(input, value, 0, null)),
  ];
}
