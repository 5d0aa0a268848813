'use client';

import { useLayoutEffect, useRef } from 'react';
import { usePageLook } from '@/components/ui/use-browser-state';
import { type Palette, paintNodes } from '@/lib/render/scene/canvas-scene';
import type { Paint } from '@/lib/render/scene/paint';
import type { LaidMark, TimelineLayout } from '@/lib/render/timeline/layout';
import { barNodes, fadeGradients } from '@/lib/render/timeline/marks/item-nodes';
import { drawMark, formKey } from '@/lib/render/timeline/marks/mark-shape';
import styles from './timeline.module.css';

/** More pixels than this in one canvas some browsers refuse: of a larger drawing each is a coarser one. */
const MOST_PIXELS = 16_000_000;
/** Looks that are kept between frames. */
const MOST_STAMPS = 2000;

const outline = (d: string) => new Path2D(d);

/** Gives colours as the page has them now; each is looked up once. */
function pagePaint(element: Element): Paint {
  const style = getComputedStyle(element);
  const known = new Map<string, string>();
  return (token) => {
    const colour = known.get(token) ?? style.getPropertyValue(token).trim();
    known.set(token, colour);
    return colour;
  };
}

type Stamps = Map<string, HTMLCanvasElement>;

/** A mark of one look, painted once. */
function makeStamp({ form }: LaidMark, colour: string, paint: Paint, ratio: number): HTMLCanvasElement {
  const stamp = document.createElement('canvas');
  const size = Math.ceil(2 * (form.half + 1) * ratio);
  stamp.width = size;
  stamp.height = size;
  const brush = stamp.getContext('2d');
  if (brush === null) return stamp;
  brush.scale(ratio, ratio);
  brush.translate(size / ratio / 2, size / ratio / 2);
  const nodes = drawMark(form, { fill: colour, page: paint('--page'), ink: paint('--ink') });
  paintNodes(brush, nodes, { outline, gradients: new Map() });
  return stamp;
}

function stampOf(stamps: Stamps, item: LaidMark, colour: string, paint: Paint, ratio: number) {
  const key = `${colour} ${formKey(item.form)}`;
  const known = stamps.get(key);
  if (known) return known;
  if (stamps.size >= MOST_STAMPS) stamps.clear();
  const stamp = makeStamp(item, colour, paint, ratio);
  stamps.set(key, stamp);
  return stamp;
}

interface Painting {
  readonly layout: TimelineLayout;
  readonly id: string;
  readonly paint: Paint;
  readonly ratio: number;
  readonly stamps: Stamps;
}

/** The bars of dates first, then every mark where its layout has it, moved to whole pixels of the screen. */
function paintMarks(brush: CanvasRenderingContext2D, { layout, id, paint, ratio, stamps }: Painting): void {
  const marks = layout.items.filter((item) => item.kind === 'mark');
  const colourOf = ({ lane }: LaidMark) => layout.lanes[lane]?.lane.colour ?? '--group-other';
  const palette: Palette = {
    outline,
    gradients: new Map(fadeGradients(id, layout, paint).map((one) => [String(one.attrs.id), one])),
  };
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const mark of marks) paintNodes(brush, barNodes(mark, colourOf(mark), id, paint), palette);
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.globalAlpha = 1;
  for (const mark of marks) {
    const stamp = stampOf(stamps, mark, paint(colourOf(mark)), paint, ratio);
    const [x, y] = [mark.x, mark.y].map((at) => Math.round(at * ratio - stamp.width / 2));
    brush.drawImage(stamp, x ?? 0, y ?? 0);
  }
}

/** Pixels of the canvas for one of the page. */
function ratioFor(width: number, height: number): number {
  return Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
}

/**
 * Thousands of marks as one picture, over the lanes and in the same frame as they. Pointer and keyboard find marks by their places, and the one
 * that they are at is a link beneath it, with its name.
 */
export function MarkCanvas({ layout, id, height }: { layout: TimelineLayout; id: string; height: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const kept = useRef({ look: '', stamps: new Map() as Stamps, paint: null as Paint | null });
  const look = usePageLook();
  const { width } = layout.frame;
  useLayoutEffect(() => {
    const element = canvas.current;
    const brush = element?.getContext('2d');
    if (!element || !brush) return;
    const ratio = ratioFor(width, height);
    const now = `${look} ${ratio}`;
    if (kept.current.look !== now || kept.current.paint === null) {
      kept.current = { look: now, stamps: new Map(), paint: pagePaint(element) };
    }
    const size = [Math.round(width * ratio), Math.round(height * ratio)] as const;
    if (element.width !== size[0] || element.height !== size[1]) [element.width, element.height] = size;
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.clearRect(0, 0, ...size);
    const { stamps, paint } = kept.current;
    if (paint) paintMarks(brush, { layout, id, paint, ratio, stamps });
  }, [layout, id, width, height, look]);
  return (
    <div className={styles.marks} style={{ marginTop: -height }} aria-hidden="true">
      <canvas ref={canvas} style={{ width, height }} />
    </div>
  );
}
