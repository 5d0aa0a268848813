import type { Annotation } from '../../series/model';
import type { Day } from '../../time/day';
import { formatEventDate } from '../../time/format';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { fitText, textWidth } from '../scene/text-width';
import type { TimeScale } from './time-axis';

/** The type size of the labels. */
export const ANNOTATION_SIZE = 11;
/** Rows of labels; an annotation that finds no place keeps its rule. */
const MOST_ROWS = 3;
const GAP = 8;

/** A thin rule through the lanes with its label. */
export interface LaidAnnotation {
  readonly id: string;
  readonly x: number;
  /** '' where no label found a place. */
  readonly label: string;
  /** Left edge of the label. */
  readonly labelX: number;
  readonly row: number;
  /** All of it in words. */
  readonly words: string;
}

interface Spot {
  readonly row: number;
  readonly at: number;
}

/** Whether a rule that runs down past a label leaves it alone: it stands beside it, or on the other side of the rule of the label itself. */
function leaves(
  rule: number,
  { x, from, to }: { readonly x: number; readonly from: number; readonly to: number },
) {
  if (from > x) return rule <= x || rule >= to + GAP;
  return rule >= x || rule <= from - GAP;
}

/** Whether a label and its rule, which runs down from it, leave the other labels and rules alone. */
function clears(spot: Spot, width: number, x: number, others: readonly LaidAnnotation[]): boolean {
  const [from, to] = [spot.at - GAP, spot.at + width + GAP];
  return others.every((other) => {
    const [left, right] = [other.labelX, other.labelX + textWidth(other.label, ANNOTATION_SIZE)];
    if (other.label === '') return true;
    if (other.row === spot.row)
      return Math.max(to, x) <= Math.min(left, other.x) || Math.min(from, x) >= Math.max(right, other.x);
    return other.row < spot.row
      ? leaves(other.x, { x, from: spot.at, to: spot.at + width })
      : leaves(x, { x: other.x, from: left, to: right });
  });
}

/** Lengths to which a label is cut, one after the other, until it finds a place. */
const LENGTHS = [220, 130, 80] as const;

/** The first free place for a label: as long as can be, then as high as can be, right of its rule before left. */
function findSpot(
  text: string,
  x: number,
  { left, right }: { readonly left: number; readonly right: number },
  laid: readonly LaidAnnotation[],
): { readonly label: string; readonly spot: Spot | null } {
  for (const length of LENGTHS) {
    const label = fitText(text, ANNOTATION_SIZE, length);
    const width = textWidth(label, ANNOTATION_SIZE);
    const spots = Array.from({ length: MOST_ROWS }, (_, row) => [
      { row, at: x + 4 },
      { row, at: x - 4 - width },
    ]).flat();
    const spot = spots
      .filter(({ at }) => at >= left && at + width <= right)
      .find((one) => clears(one, width, x, laid));
    if (spot) return { label, spot };
  }
  return { label: '', spot: null };
}

/** A day with something to be told of it, in pixels. */
export type MarkedDay = Pick<LaidAnnotation, 'id' | 'x' | 'label' | 'words'>;

/** Puts labels beside their rules so that none touches another label or rule: to the right, to the left, or a row lower. */
export function layLabels(
  days: readonly MarkedDay[],
  room: { readonly left: number; readonly right: number },
): readonly LaidAnnotation[] {
  const laid: LaidAnnotation[] = [];
  for (const { x, label: whole, ...day } of [...days].sort((a, b) => a.x - b.x)) {
    const { label, spot } = findSpot(whole, x, room, laid);
    laid.push({ ...day, x, label, labelX: spot?.at ?? x, row: spot?.row ?? 0 });
  }
  return laid;
}

/** An annotation in words: what it is, when, and what is told of it. */
export function annotationWords({ label, date, text }: Annotation): string {
  return `${label}, ${formatEventDate(date)}. ${text}`;
}

/** The annotations of an axis of time with their labels. */
export function layAnnotations(
  annotations: readonly Annotation[],
  scale: TimeScale,
  right: number,
): readonly LaidAnnotation[] {
  const days = annotations
    .filter(({ date: { earliest: day } }) => day !== null && day >= scale.from && day <= scale.to)
    .map((annotation) => ({
      ...{ id: annotation.id, label: annotation.label, words: annotationWords(annotation) },
      x: scale.x(annotation.date.earliest as Day) + scale.pixelsPerDay / 2,
    }));
  return layLabels(days, { left: scale.x(scale.from), right });
}

/** The height of a row of labels. */
export const ANNOTATION_ROW = 16;

/** The labels of annotations in rows from `top` on, each with its rule down to `end`. */
export function annotationNodes(
  laid: readonly LaidAnnotation[],
  { top, end }: { readonly top: number; readonly end: number },
  paint: Paint,
): readonly SceneNode[] {
  return laid.map(({ x, label, labelX, row, words }) => {
    const y = label === '' ? end - 4 : top + row * ANNOTATION_ROW + 2;
    const rule = node('line', { x1: x, x2: x, y1: y, y2: end, stroke: paint('--ink-3') });
    const place = { x: labelX, y: top + row * ANNOTATION_ROW + 12, 'font-size': ANNOTATION_SIZE };
    const text = node('text', { ...place, fill: paint('--ink-2') }, label);
    return node('g', {}, [node('title', {}, words), rule, ...(label === '' ? [] : [text])]);
  });
}

/** The rows of labels that are in use. */
export function annotationRows(laid: readonly LaidAnnotation[]): number {
  return laid.reduce((most, { row, label }) => (label === '' ? most : Math.max(most, row + 1)), 0);
}
