import type { Mark } from '../../../query/result';
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

/** How large the marks of a timeline are: large, or fine where there are thousands of them. */
export type MarkLook = 'large' | 'fine';

/** Radii in pixels. */
interface Radii {
  /** Of the smallest mark, which stands for nought to a few deaths. */
  readonly least: number;
  readonly most: number;
  readonly unreported: number;
  /** The most pixels for the square root of one death. */
  readonly factor: number;
}

const RADII: Readonly<Record<MarkLook, Radii>> = {
  large: { least: 4.5, most: 22, unreported: 5.75, factor: 2 },
  fine: { least: 2, most: 8, unreported: 2, factor: 0.9 },
};

/** The sizes of the marks of one timeline, of which all have the same. */
export interface MarkSize extends Pick<Radii, 'least' | 'unreported'> {
  /** Pixels of radius for the square root of deaths, so that area goes with deaths. */
  readonly factor: number;
}

/** A figure of deaths for the size of a mark: best, or low where rival figures leave no best; null not reported. */
export function deathsOf(mark: Pick<Mark, 'fatalities'>): number | null {
  const { low, best } = mark.fatalities;
  return best ?? low;
}

/** The sizes of marks, by the one with the most deaths. */
export function markSize(marks: readonly Pick<Mark, 'fatalities'>[], look: MarkLook): MarkSize {
  const { least, most, unreported, factor } = RADII[look];
  const deaths = marks.reduce((max, mark) => Math.max(max, deathsOf(mark) ?? 0), 0);
  return { least, unreported, factor: deaths === 0 ? factor : Math.min(factor, most / Math.sqrt(deaths)) };
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

/** The look of a mark among others of a size. */
export function markForm(mark: Mark, { factor, least, unreported }: MarkSize): MarkForm {
  const deaths = deathsOf(mark);
  const shape = shapeOfTie(mark);
  const reported = deaths !== null;
  const radius = reported ? Math.max(least, factor * Math.sqrt(deaths)) : unreported;
  const reach = shape === 'diamond' ? radius * 1.2533 : radius;
  return {
    shape,
    radius,
    reported,
    disputed: mark.disputed,
    half: Math.max(reach, cutReach(radius, mark.disputed)),
  };
}

/** Whether a mark is so small that its lines are thin. */
export const isFine = (radius: number) => radius < RADII.large.least;

/** What tells the look of a mark from others; alike where it is drawn alike. */
export function formKey({ shape, radius, reported, disputed }: MarkForm): string {
  return `${shape} ${Math.round(radius * 100)} ${reported} ${disputed}`;
}

function cutReach(radius: number, disputed: boolean): number {
  return disputed ? radius * 0.71 + (isFine(radius) ? 1 : 3) : 0;
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
  const stroke = isFine(form.radius) ? 1 : form.radius > 7 ? 2 : 1.75;
  const d = outline(form.shape, filled ? form.radius : form.radius - stroke / 2, form.reported);
  const body = filled
    ? node('path', {
        d,
        fill: colours.fill,
        stroke: colours.page,
        'stroke-width': isFine(form.radius) ? 0.4 : 0.75,
      })
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
  const fine = isFine(radius);
  const reach = Math.round((radius * 0.71 + (fine ? 1 : 2.5)) * 100) / 100;
  const d = `M${-reach},${reach}L${reach},${-reach}`;
  return [
    node('path', { d, stroke: page, 'stroke-width': fine ? 1.75 : 3 }),
    node('path', { d, stroke: ink, 'stroke-width': fine ? 0.75 : 1.25 }),
  ];
}
