import { memberships } from '../../series/hierarchy';
import type { CoverageNote, SeriesGuide } from '../../series/model';
import { regionsAbove } from '../../series/places/region-tree';
import type { View } from '../../view/view';

/** What must be known of a series to say what lies in what. */
export type NarrowingGuide = Pick<SeriesGuide, 'actors' | 'actorRelations' | 'regions'>;

/** What a coverage note can be narrowed to, and how ids of it lie in each other. */
export interface Narrowing {
  /** The split of a view by it. */
  readonly split: View['split'];
  /** The ids that a note is narrowed to; empty: to nothing. */
  readonly noted: (note: CoverageNote) => readonly string[];
  /** The ids that a view asks for; empty: everything. */
  readonly asked: (view: View) => readonly string[];
  /** An id and all that it lies in, an actor in every whole that it was ever a part of. */
  readonly above: (id: string) => readonly string[];
  /** Whether anything lies in both. */
  readonly meet: (one: string, other: string) => boolean;
}

type Tree = Pick<Narrowing, 'above' | 'meet'>;

/** Things that lie in no other. */
const FLAT: Tree = { above: (id) => [id], meet: (one, other) => one === other };

/** Trees of actors, by the relations that make them: notes are asked about at every step of the window. */
const ACTOR_TREES = new WeakMap<NarrowingGuide['actorRelations'], Tree>();

function actorTree({ actors, actorRelations }: NarrowingGuide): Tree {
  const known = ACTOR_TREES.get(actorRelations);
  if (known !== undefined) return known;
  const [over, under] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const add = (to: Map<string, Set<string>>, key: string, id: string) =>
    to.set(key, (to.get(key) ?? new Set<string>()).add(id));
  const ids = actors.map(({ id }) => id);
  for (const { member, ancestor } of memberships(ids, actorRelations)) {
    add(over, member, ancestor);
    add(under, ancestor, member);
  }
  const above = (id: string) => [...(over.get(id) ?? [id])];
  const parts = (id: string) => under.get(id) ?? new Set([id]);
  const tree = {
    above,
    meet: (one: string, other: string) => [...parts(one)].some((id) => parts(other).has(id)),
  };
  ACTOR_TREES.set(actorRelations, tree);
  return tree;
}

function regionTree({ regions }: NarrowingGuide): Tree {
  const over = regionsAbove(regions);
  const above = (id: string) => over([id]);
  // A region lies in one other, so two meet where one lies in the other.
  return { above, meet: (one, other) => above(one).includes(other) || above(other).includes(one) };
}

/** All that coverage notes of a series can be narrowed to. */
export function narrowingsOf(guide: NarrowingGuide): readonly Narrowing[] {
  return [
    { split: 'actor', noted: (note) => note.actors, asked: (view) => view.actors, ...actorTree(guide) },
    { split: 'type', noted: (note) => note.types, asked: (view) => view.types, ...FLAT },
    {
      split: 'region',
      noted: ({ regions = [] }) => regions,
      asked: (view) => view.regions,
      ...regionTree(guide),
    },
  ];
}

/** Whether an id is one of others, or lies in one of them. */
export function liesIn({ above }: Pick<Narrowing, 'above'>, id: string, others: readonly string[]): boolean {
  return above(id).some((one) => others.includes(one));
}

/**
 * How far a note holds for what a view asks for, as far as one narrowing goes: for all of it, for a part, or, null, for nothing of it. A note on
 * an actor or a region concerns all that lies in it; what is asked for concerns the notes on what lies in it.
 */
export function reachOf(narrowing: Narrowing, note: CoverageNote, view: View): 'whole' | 'part' | null {
  const [noted, asked] = [narrowing.noted(note), narrowing.asked(view)];
  if (noted.length === 0) return 'whole';
  if (asked.length === 0) return 'part';
  if (asked.every((id) => liesIn(narrowing, id, noted))) return 'whole';
  return asked.some((id) => noted.some((other) => narrowing.meet(id, other))) ? 'part' : null;
}
