import { incidentHref } from '../../view/addresses/addresses';
import { viewHref } from '../../view/serialize';
import type { View } from '../../view/view';
import {
  ANNOTATION_ROW,
  annotationNodes,
  annotationRows,
  type LaidAnnotation,
  layAnnotations,
} from '../axis/annotation-labels';
import { axisLabels, gridLines } from '../axis/axis-nodes';
import { type Band, bandExtent, coverageBands, hatchPatterns } from '../axis/coverage-bands';
import { drawNotes, layNotes, NOTE_ROW, noteRows } from '../axis/coverage-notes';
import { datedContext } from '../axis/dated-context';
import { FIRST_WIDTH, plotFrame, timeScale, timeTicks } from '../axis/time-axis';
import { narrowTo } from '../overview/window-change';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { fitText } from '../scene/text-width';
import { laneNodes } from './lane-nodes';
import type { LaidItem, TimelineLayout } from './layout';
import { fadeGradients, itemNodes, labelLook } from './marks/item-nodes';
import { itemSentence } from './summary';

/** Height of the row of axis labels. */
const AXIS = 24;

/** A timeline as drawings that fit beneath each other: the axis, what lies under the marks, and each mark. */
export interface TimelineParts {
  readonly width: number;
  readonly headHeight: number;
  readonly bodyHeight: number;
  readonly head: readonly SceneNode[];
  readonly under: readonly SceneNode[];
  /** The same for a picture of one lane alone, of which the first has the patterns of all, and the last what stands beneath the lanes. */
  readonly underLane: (lane: number) => readonly SceneNode[];
  readonly bands: readonly Band[];
}

interface Drawing {
  readonly layout: TimelineLayout;
  readonly annotations: readonly LaidAnnotation[];
  readonly bands: readonly Band[];
  readonly id: string;
  readonly paint: Paint;
}

function drawHead({ layout, annotations, paint }: Drawing, height: number): readonly SceneNode[] {
  const { frame, scale } = layout;
  const right = frame.width - frame.right;
  const ticks = timeTicks(scale.from, scale.to, frame);
  const labels = annotationNodes(annotations, { top: AXIS, end: height }, paint);
  return [axisLabels(ticks, scale, right, 15, paint), ...labels];
}

/** A stretch of the coverage over the lanes that it concerns; `only` of one of them. */
function drawBand(drawing: Drawing, band: Band, only: number | null): readonly SceneNode[] {
  const { layout, id, paint } = drawing;
  const { x, width } = bandExtent(band, layout.scale);
  const outside = band.kind === 'outside';
  const hatch = (y: number, height: number) =>
    node('rect', {
      x,
      y,
      width,
      height,
      fill: `url(#${id}-${band.kind})`,
      'fill-opacity': outside ? 1 : 0.8,
    });
  const own = (band.lanes ?? [])
    .filter((index) => only === null || index === only)
    .map((index) => layout.lanes[index])
    .filter((lane) => lane !== undefined);
  if (!outside && only !== null && own.length === 0) return [];
  const wash = outside
    ? [node('rect', { x, y: 0, width, height: layout.height, fill: paint('--raised') })]
    : [];
  const label = fitText('not covered', 11, width - 12) === 'not covered' ? 'not covered' : '';
  const text = node(
    'text',
    {
      x: x + 6,
      y: 13,
      'font-size': 11,
      fill: paint('--ink-2'),
      stroke: paint('--page'),
      'stroke-width': 3,
      'paint-order': 'stroke',
    },
    label,
  );
  return [
    node('g', {}, [
      node('title', {}, band.text),
      ...wash,
      ...(outside ? [hatch(0, layout.height)] : own.map(({ top, height }) => hatch(top, height))),
      ...(outside && label !== '' ? [text] : []),
    ]),
  ];
}

function drawUnder(drawing: Drawing, bodyHeight: number, only: number | null = null): readonly SceneNode[] {
  const { layout, annotations, bands, id, paint } = drawing;
  const { frame, scale } = layout;
  const rules = annotations.map(({ x }) =>
    node('line', {
      x1: x,
      x2: x,
      y1: 0,
      y2: layout.height,
      stroke: paint('--ink-3'),
      'stroke-dasharray': '2 3',
    }),
  );
  const { lanes } = layout;
  const shown = only === null ? lanes : lanes.slice(only, only + 1);
  const defs = () =>
    node('defs', {}, [...hatchPatterns(id, paint('--line-strong')), ...fadeGradients(id, layout, paint)]);
  const notes = () => drawNotes(layNotes(bands, scale), scale, layout.height + 4, id, paint);
  return [
    ...(only === null || only === 0 ? [defs()] : []),
    gridLines(timeTicks(scale.from, scale.to, frame), scale, 0, bodyHeight, paint),
    ...bands.flatMap((band) => drawBand(drawing, band, only)),
    ...rules,
    ...shown.map((lane) => laneNodes(layout, lane, paint)),
    ...(only === null || only === lanes.length - 1 ? notes() : []),
  ];
}

/** The rows of annotations above the lanes: at least those that the server has drawn, as with the height of lanes. */
function headRows({ input, frame, scale }: TimelineLayout, laid: readonly LaidAnnotation[]): number {
  if (frame.width <= FIRST_WIDTH) return annotationRows(laid);
  const first = plotFrame(FIRST_WIDTH);
  const drawn = layAnnotations(
    datedContext(input.info.guide.annotations, input.view),
    timeScale(scale.from, scale.to, first),
    first.width - first.right,
  );
  return Math.max(annotationRows(laid), annotationRows(drawn));
}

/** Draws everything of a timeline but its marks. `id` is the prefix of all ids, unique in the page. */
export function timelineParts(layout: TimelineLayout, id: string, paint: Paint): TimelineParts {
  const { input, frame, scale } = layout;
  const { guide } = input.info;
  const annotations = layAnnotations(
    datedContext(guide.annotations, input.view),
    scale,
    frame.width - frame.right,
  );
  const bands = coverageBands(
    guide,
    input.view,
    layout.lanes.map(({ lane }) => lane),
    scale,
  );
  const drawing: Drawing = { layout, annotations, bands, id, paint };
  const headHeight = AXIS + headRows(layout, annotations) * ANNOTATION_ROW + 2;
  const rows = noteRows(layNotes(bands, scale));
  const bodyHeight = layout.height + (rows === 0 ? 0 : rows * NOTE_ROW + 4);
  return {
    ...{ width: frame.width, headHeight, bodyHeight, bands },
    head: drawHead(drawing, headHeight),
    under: drawUnder(drawing, bodyHeight),
    underLane: (lane) => drawUnder(drawing, bodyHeight, lane),
  };
}

/** The address behind each item: the incident's own page, or the view narrowed to the days of a count. */
export function itemHrefs(layout: TimelineLayout): (item: LaidItem) => string {
  const { view } = layout.input;
  return (item) =>
    item.kind === 'mark' ? incidentHref(view, item.mark.id) : viewHref(viewOfCount(layout, item));
}

/** The view that shows the incidents behind a count. */
export function viewOfCount(
  { input, lanes }: TimelineLayout,
  item: Exclude<LaidItem, { kind: 'mark' }>,
): View {
  return narrowTo(input.view, lanes[item.lane]!.lane, item);
}

/** An item as a link with its sentence as name and tooltip. */
function itemLink(layout: TimelineLayout, item: LaidItem, href: string, id: string, paint: Paint): SceneNode {
  const sentence = itemSentence(layout, item);
  const colour = layout.lanes[item.lane]?.lane.colour ?? '--group-other';
  return node('a', { href, 'aria-label': sentence }, [
    node('title', {}, sentence),
    ...itemNodes(item, colour, id, paint),
  ]);
}

/** The whole timeline as one picture, for export and for pages without scripts. */
export function timelineScene(layout: TimelineLayout, id: string, paint: Paint): SceneNode {
  const { width, headHeight, bodyHeight, head, under } = timelineParts(layout, id, paint);
  const hrefOf = itemHrefs(layout);
  const height = headHeight + bodyHeight;
  const marks = layout.items.map((item) => itemLink(layout, item, hrefOf(item), id, paint));
  return node(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
      'font-family': 'Inter Variable, Inter, system-ui, sans-serif',
    },
    [
      ...head,
      node('g', { transform: `translate(0,${headHeight})` }, [...under, node('g', labelLook(paint), marks)]),
    ],
  );
}
