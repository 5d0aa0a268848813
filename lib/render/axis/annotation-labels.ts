import type { Annotation } from '../../series/model';
import type { Day } from '../../time/day';
import { formatEventDate } from '../../time/format';
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

/** Whether a label and its rule, which runs down from it, leave the other labels and rules alone. */
function clears(spot: Spot, width: number, x: number, others: readonly LaidAnnotation[]): boolean {
  const [from, to] = [spot.at - GAP, spot.at + width + GAP];
  return others.every((other) => {
    const [left, right] = [other.labelX, other.labelX + textWidth(other.label, ANNOTATION_SIZE)];
    if (other.label === '') return true;
    if (other.row === spot.row)
      return Math.max(to, x) <= Math.min(left, other.x) || Math.min(from, x) >= Math.max(right, other.x);
    if (other.row < spot.row) return other.x <= from || other.x >= to;
    return x <= left - GAP || x >= right + GAP;
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

/** Puts labels beside their rules so that none touches another label or rule: to the right, to the left, or a row lower. */
export function layAnnotations(
  annotations: readonly Annotation[],
  scale: TimeScale,
  right: number,
): readonly LaidAnnotation[] {
  const left = scale.x(scale.from);
  const seen = annotations
    .filter(({ date: { earliest: day } }) => day !== null && day >= scale.from && day <= scale.to)
    .map((annotation) => ({
      annotation,
      x: scale.x(annotation.date.earliest as Day) + scale.pixelsPerDay / 2,
    }))
    .sort((a, b) => a.x - b.x);
  const laid: LaidAnnotation[] = [];
  for (const { annotation, x } of seen) {
    const { label, spot } = findSpot(annotation.label, x, { left, right }, laid);
    const words = `${annotation.label}, ${formatEventDate(annotation.date)}. ${annotation.text}`;
    laid.push({ id: annotation.id, x, label, labelX: spot?.at ?? x, row: spot?.row ?? 0, words });
  }
  return laid;
}

/** The rows of labels that are in use. */
export function annotationRows(laid: readonly LaidAnnotation[]): number {
  return laid.reduce((most, { row, label }) => (label === '' ? most : Math.max(most, row + 1)), 0);
}
