import { liesIn, type Narrowing, narrowingsOf, reachOf } from '../../query/coverage/narrowing';
import { NONE } from '../../query/query';
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

/** The lanes that a note concerns as a whole; null where it concerns only a part of what they hold. */
function lanesOfNote(
  note: CoverageNote,
  lanes: readonly Part[],
  view: View,
  narrowings: readonly Narrowing[],
): readonly number[] | null {
  const all = lanes.map((_, index) => index);
  const apart = lanes.length === 0 ? undefined : narrowings.find(({ split }) => split === view.split);
  if (!narrowings.every((one) => one === apart || reachOf(one, note, view) === 'whole')) return null;
  const noted = apart?.noted(note) ?? [];
  if (apart === undefined || noted.length === 0) return all;
  // Of a lane that stands for groups without naming them it is not known whether a note is on all of them.
  const isWhole = ({ members }: Part) =>
    members.length === 0
      ? reachOf(apart, note, view) === 'whole'
      : members.every((member) => member !== null && liesIn(apart, member, noted));
  const own = all.filter((index) => isWhole(lanes[index]!));
  return own.length > 0 ? own : null;
}

/** Whether a note concerns anything of what lanes hold: one on a region that has no lane says nothing of the others. */
function concerns(note: CoverageNote, lanes: readonly Part[], view: View, narrowings: readonly Narrowing[]) {
  const apart = narrowings.find(({ split }) => split === view.split);
  const noted = apart?.noted(note) ?? [];
  if (apart === undefined || noted.length === 0 || lanes.length === 0) return true;
  const isOf = (member: string | null) =>
    member === null || member === NONE || noted.some((id) => apart.meet(member, id));
  return lanes.some(({ members }) => members.length === 0 || members.some(isOf));
}

/** The coverage notes that concern a view, and what of the window lies outside the coverage. */
export function coverageBands(
  guide: SeriesGuide,
  view: View,
  lanes: readonly Part[],
  scale: TimeScale,
): readonly Band[] {
  const narrowings = narrowingsOf(guide);
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
    .filter((note) => note.from <= scale.to && note.to >= scale.from)
    .filter((note) => narrowings.every((one) => reachOf(one, note, view) !== null))
    .filter((note) => concerns(note, lanes, view, narrowings))
    .map(
      (note): Band => ({
        kind: note.kind,
        from: note.from,
        to: note.to,
        text: note.text,
        label: bandLabel(note, guide),
        lanes: lanesOfNote(note, lanes, view, narrowings),
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
