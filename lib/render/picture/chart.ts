import type { Paint } from '../scene/paint';
import type { Block } from './block';

/** What one kind of picture has between its heading and its foot. */
export interface Chart {
  readonly title: string;
  /** Draws the chart at a width; `extra` pixels may be added to its height, and are where it can grow. */
  readonly draw: (width: number, extra: number, paint: Paint) => readonly Block[];
  /** What must be said to read it at a width. */
  readonly caption: (width: number) => readonly string[];
}

/** How a chart stands in a document. */
export interface ChartPlace {
  /** Prefix of all ids in it, unique in the document. */
  readonly id: string;
  /** Where marks lead, as the start of their addresses; null where nothing can be clicked. */
  readonly links: string | null;
}
