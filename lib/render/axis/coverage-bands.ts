import { firstParents, pathToRoot } from '../../series/first-parents';
import type { CoverageNote, SeriesGuide } from '../../series/model';
import type { Day } from '../../time/day';
import type { View } from '../../view/view';
import { BAND_WORDS, type BandKind, bandLabel } from '../../words/coverage';
import { node, type SceneNode } from '../scene/scene';
import type { TimeScale } from './time-axis';

/** What is drawn apart, a lane or a panel: `members` are the groups in it. */
interface Part {
  readonly members: readonly (string | null)[];
}

/** A stretch of time in which the coder watched less well, for the lanes it concerns as a whole. */
export interface Band {
  readonly kind: BandKind;
  readonly from: Day;
  readonly to: Day;
  readonly text: string;
  /** What it is about, short enough to stand in the drawing: `A sample only: sabotage`. */
  readonly label: string;
  /** Indexes of the lanes; null where it concerns only a part of what the lanes hold. */
  readonly lanes: readonly number[] | null;
}

function concernsLane(
  note: CoverageNote,
  lane: Part,
  split: View['split'],
  parents: ReadonlyMap<string, string>,
): boolean {
  if (split === 'type') return lane.members.every((member) => note.types.some((type) => type === member));
  const covers = (member: string | null) =>
    member !== null && pathToRoot(parents, member).some((actor) => note.actors.some((one) => one === actor));
  return lane.members.every(covers);
}

/** Whether the filters of the view leave anything that the note speaks of. */
function concernsView(note: CoverageNote, view: View, parents: ReadonlyMap<string, string>): boolean {
  const typed =
    note.types.length === 0 ||
    view.types.length === 0 ||
    note.types.some((type) => view.types.includes(type));
  const related = (actor: string) =>
    note.actors.some(
      (one) => pathToRoot(parents, actor).includes(one) || pathToRoot(parents, one).includes(actor),
    );
  return typed && (note.actors.length === 0 || view.actors.length === 0 || view.actors.some(related));
}

/** Whether the view shows nothing but the types that the note is narrowed to, or the note is not narrowed by types. */
function wholeByType(note: CoverageNote, view: View): boolean {
  return (
    note.types.length === 0 ||
    (view.types.length > 0 && view.types.every((type) => note.types.some((one) => one === type)))
  );
}

function lanesOfNote(
  note: CoverageNote,
  lanes: readonly Part[],
  view: View,
  parents: ReadonlyMap<string, string>,
): readonly number[] | null {
  const all = lanes.map((_, index) => index);
  const byType = view.split === 'type' && note.actors.length === 0;
  if (!byType && !wholeByType(note, view)) return null;
  if (!byType && note.actors.length === 0) return all;
  if (view.split !== 'actor' && !byType) return null;
  const own = all.filter((index) => concernsLane(note, lanes[index]!, byType ? 'type' : 'actor', parents));
  return own.length > 0 ? own : null;
}

/** The coverage notes that concern a view, and what of the window lies outside the coverage. */
export function coverageBands(
  guide: SeriesGuide,
  view: View,
  lanes: readonly Part[],
  scale: TimeScale,
): readonly Band[] {
  const parents = firstParents(guide.actorRelations);
  const all = lanes.map((_, index) => index);
  const { from, to } = guide.meta.coverage;
  const outside = (start: Day, end: Day): Band[] =>
    start <= end
      ? [
          {
            kind: 'outside',
            from: start,
            to: end,
            text: 'Outside the coverage of the series',
            label: BAND_WORDS.outside,
            lanes: all,
          },
        ]
      : [];
  const notes = guide.coverageNotes
    .filter((note) => note.from <= scale.to && note.to >= scale.from && concernsView(note, view, parents))
    .map(
      (note): Band => ({
        kind: note.kind,
        from: note.from,
        to: note.to,
        text: note.text,
        label: bandLabel(note, guide),
        lanes: lanesOfNote(note, lanes, view, parents),
      }),
    );
  return [
    ...outside(scale.from, Math.min(from - 1, scale.to) as Day),
    ...notes,
    ...outside(Math.max(to + 1, scale.from) as Day, scale.to),
  ];
}

/** The part of a band inside the window, in pixels. */
export function bandExtent(
  band: Pick<Band, 'from' | 'to'>,
  scale: TimeScale,
): { readonly x: number; readonly width: number } {
  const from = Math.max(band.from, scale.from) as Day;
  const to = Math.min(band.to, scale.to) as Day;
  const x = scale.x(from);
  return { x, width: Math.max(0, scale.x((to + 1) as Day) - x) };
}

const HATCHES: Readonly<
  Record<BandKind, { readonly step: number; readonly d: string; readonly dash: string | null }>
> = {
  outside: { step: 5, d: 'M0,0V5', dash: null },
  gap: { step: 5, d: 'M0,0V5', dash: null },
  thin: { step: 10, d: 'M0,0V10', dash: null },
  sample: { step: 7, d: 'M0,0V7', dash: '2 3' },
};

const ALL_HATCHES = Object.keys(HATCHES) as readonly BandKind[];

/** The hatchings of these kinds, as patterns with ids that begin with `id`. */
export function hatchPatterns(
  id: string,
  colour: string,
  kinds: readonly BandKind[] = ALL_HATCHES,
): readonly SceneNode[] {
  return kinds.map((kind) => {
    const { step, d, dash } = HATCHES[kind];
    return node(
      'pattern',
      {
        ...{ id: `${id}-${kind}`, width: step, height: step, patternUnits: 'userSpaceOnUse' },
        patternTransform: kind === 'outside' ? 'rotate(-45)' : 'rotate(45)',
      },
      [node('path', { d, stroke: colour, 'stroke-width': 1, 'stroke-dasharray': dash })],
    );
  });
}
