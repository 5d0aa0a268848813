import type { Mark } from '../../../query/result';
import { settle } from '../../../series/estimate';
import type { Relation } from '../../../series/model';
import { node, type SceneNode } from '../../scene/scene';

/**
 * What a mark says by its shape. `disc`: claimed. `ring`: attributed. `dashed`: suspected, or only possible.
 * `square`: took part. `diamond`: nobody named.
 */
export const SHAPES = ['disc', 'ring', 'dashed', 'square', 'diamond'] as const;
export type Shape = (typeof SHAPES)[number];

/** A mark's look, without its place. */
export interface MarkForm {
  readonly shape: Shape;
  /** Radius of the circle with the mark's area, in pixels. */
  readonly radius: number;
  /** False where nobody reports deaths: the mark is cut flat. */
  readonly reported: boolean;
  readonly disputed: boolean;
  /** Half the width and the height of the box that nothing else may touch. */
  readonly half: number;
}

/** The smallest mark is 9 pixels wide; it stands for nought to a few deaths. */
export const LEAST_RADIUS = 4.5;
/** The largest. */
const MOST_RADIUS = 22;
const UNREPORTED_RADIUS = 5.75;

/** A figure of deaths for the size of a mark: best, or low where rival figures leave no best; null not reported. */
export function deathsOf(mark: Pick<Mark, 'fatalities'>): number | null {
  const { low, best } = settle(mark.fatalities);
  return best ?? low;
}

/** Pixels of radius for the square root of deaths, so that area goes with deaths. */
export function sizeFactor(marks: readonly Pick<Mark, 'fatalities'>[]): number {
  const most = marks.reduce((max, mark) => Math.max(max, deathsOf(mark) ?? 0), 0);
  return most === 0 ? 2 : Math.min(2, MOST_RADIUS / Math.sqrt(most));
}

const BY_RELATION: Readonly<Record<Relation, Shape>> = {
  claimed: 'disc',
  attributed: 'ring',
  suspected: 'dashed',
  involved: 'square',
};

/** The shape of a tie. */
function shapeOfTie({ relation, certainty }: Pick<Mark, 'relation' | 'certainty'>): Shape {
  if (relation === null) return 'diamond';
  return certainty === 'possible' ? 'dashed' : BY_RELATION[relation];
}

/** The look of a mark at a size factor. */
export function markForm(mark: Mark, factor: number): MarkForm {
  const deaths = deathsOf(mark);
  const shape = shapeOfTie(mark);
  const reported = deaths !== null;
  const radius = reported ? Math.max(LEAST_RADIUS, factor * Math.sqrt(deaths)) : UNREPORTED_RADIUS;
  const reach = shape === 'diamond' ? radius * 1.2533 : radius;
  return {
    shape,
    radius,
    reported,
    disputed: mark.disputed,
    half: Math.max(reach, cutReach(radius, mark.disputed)),
  };
}

function cutReach(radius: number, disputed: boolean): number {
  return disputed ? radius * 0.71 + 3 : 0;
}

/** The outline of a shape about 0,0; inset by half a stroke where it is drawn as a line. */
function outline(shape: Shape, radius: number, reported: boolean): string {
  const r = Math.round(radius * 100) / 100;
  const square = Math.round(radius * 88.6) / 100;
  const tip = Math.round(radius * 125.33) / 100;
  if (shape === 'square') {
    const top = reported ? -square : 0;
    return `M${-square},${top}H${square}V${square}H${-square}Z`;
  }
  if (shape === 'diamond')
    return reported ? `M0,${-tip}L${tip},0L0,${tip}L${-tip},0Z` : `M0,${-r}L${r},${r / 2}H${-r}Z`;
  if (!reported) return `M${-r},${r / 2}A${r},${r} 0 0 1 ${r},${r / 2}Z`;
  return `M${-r},0A${r},${r} 0 1 1 ${r},0A${r},${r} 0 1 1 ${-r},0Z`;
}

/** Dashes that close evenly around a circle. */
function dashes(radius: number): string {
  const around = 2 * Math.PI * radius;
  const period = around / Math.max(5, Math.round(around / 4.5));
  return `${(period * 0.6).toFixed(2)} ${(period * 0.4).toFixed(2)}`;
}

/** Draws a mark about 0,0. `ink` is for the cut of disputed marks, `page` for the clearing around it. */
export function drawMark(
  form: MarkForm,
  colours: { readonly fill: string; readonly page: string; readonly ink: string },
): readonly SceneNode[] {
  const filled = form.shape === 'disc' || form.shape === 'square';
  const stroke = form.radius > 7 ? 2 : 1.75;
  const d = outline(form.shape, filled ? form.radius : form.radius - stroke / 2, form.reported);
  const body = filled
    ? node('path', { d, fill: colours.fill, stroke: colours.page, 'stroke-width': 0.75 })
    : node('path', {
        ...{ d, stroke: colours.fill, 'stroke-width': stroke, fill: colours.page },
        'stroke-dasharray': form.shape === 'dashed' ? dashes(form.radius - stroke / 2) : null,
      });
  const tint = form.shape === 'ring' ? [node('path', { d, fill: colours.fill, 'fill-opacity': 0.22 })] : [];
  return [body, ...tint, ...(form.disputed ? cut(form.radius, colours) : [])];
}

function cut(
  radius: number,
  { page, ink }: { readonly page: string; readonly ink: string },
): readonly SceneNode[] {
  const reach = Math.round((radius * 0.71 + 2.5) * 100) / 100;
  const d = `M${-reach},${reach}L${reach},${-reach}`;
  return [
    node('path', { d, stroke: page, 'stroke-width': 3 }),
    node('path', { d, stroke: ink, 'stroke-width': 1.25 }),
  ];
}
