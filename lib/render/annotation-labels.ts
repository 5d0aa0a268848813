import type { Annotation } from '../series/model';
import { formatEventDate } from '../time/format';
import { fitText, textWidth } from './text-width';
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

/** Puts labels beside their rules so that none touches another: to the right, else to the left, else a row lower. */
export function layAnnotations(
  annotations: readonly Annotation[],
  scale: TimeScale,
  right: number,
): readonly LaidAnnotation[] {
  const rows: [number, number][][] = Array.from({ length: MOST_ROWS }, () => []);
  const left = scale.x(scale.from);
  const seen = annotations.flatMap((annotation) => {
    const day = annotation.date.earliest;
    return day !== null && day >= scale.from && day <= scale.to
      ? [{ annotation, x: scale.x(day) + scale.pixelsPerDay / 2 }]
      : [];
  });
  return seen
    .sort((a, b) => a.x - b.x)
    .map(({ annotation, x }) => {
      const label = fitText(annotation.label, ANNOTATION_SIZE, Math.min(220, right - left));
      const width = textWidth(label, ANNOTATION_SIZE);
      const spots = rows.flatMap((_, row) => [
        { row, at: x + 4 },
        { row, at: x - 4 - width },
      ]);
      const free = spots.find(
        ({ row, at }) =>
          at >= left &&
          at + width <= right &&
          rows[row]!.every(([a, b]) => at + width + GAP <= a || at >= b + GAP),
      );
      if (free) rows[free.row]!.push([Math.min(x, free.at), Math.max(x, free.at + width)]);
      const words = `${annotation.label}, ${formatEventDate(annotation.date)}. ${annotation.text}`;
      return {
        id: annotation.id,
        x,
        label: free ? label : '',
        labelX: free?.at ?? x,
        row: free?.row ?? 0,
        words,
      };
    });
}

/** The rows of labels that are in use. */
export function annotationRows(laid: readonly LaidAnnotation[]): number {
  return laid.reduce((most, { row, label }) => (label === '' ? most : Math.max(most, row + 1)), 0);
}
