import { BAND_WORDS } from '../../words/coverage';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { fitText, textWidth } from '../scene/text-width';
import { type Band, bandExtent } from './coverage-bands';
import type { TimeScale } from './time-axis';

/** Height of a row of notes. */
export const NOTE_ROW = 16;
const SIZE = 10.5;
/** A label cut shorter than this says nothing. */
const LEAST_LABEL = 16;

interface LaidNote {
  readonly band: Band;
  readonly row: number;
}

/** The bands that concern only a part of what the lanes hold, packed into rows so that none touches another. */
export function layNotes(bands: readonly Band[], scale: TimeScale): readonly LaidNote[] {
  const ends: number[] = [];
  return bands
    .filter(({ lanes }) => lanes === null)
    .sort((a, b) => a.from - b.from)
    .map((band) => {
      const { x, width } = bandExtent(band, scale);
      const free = ends.findIndex((end) => end + 4 <= x);
      const row = free < 0 ? ends.length : free;
      ends[row] = x + width;
      return { band, row };
    });
}

/** The rows that notes take. */
export function noteRows(notes: readonly LaidNote[]): number {
  return notes.reduce((most, { row }) => Math.max(most, row + 1), 0);
}

/** Each note as a hatched strip with its words, from `top` downwards. */
export function drawNotes(
  notes: readonly LaidNote[],
  scale: TimeScale,
  top: number,
  id: string,
  paint: Paint,
): readonly SceneNode[] {
  return notes.map(({ band, row }) => {
    const { x, width } = bandExtent(band, scale);
    const y = top + row * NOTE_ROW;
    const fitted = fitText(band.label, SIZE, Math.max(width - 10, 0));
    const label = fitted.length < LEAST_LABEL ? '' : fitted;
    const backing = { x, y: y + 1, width: textWidth(label, SIZE) + 8, height: NOTE_ROW - 4 };
    return node('g', {}, [
      node('title', {}, `${BAND_WORDS[band.kind]}: ${band.text}`),
      node('rect', { x, y: y + 1, width, height: NOTE_ROW - 4, fill: `url(#${id}-${band.kind})` }),
      ...(label === '' ? [] : [node('rect', { ...backing, fill: paint('--page') })]),
      node('text', { x: x + 4, y: y + 11, 'font-size': SIZE, fill: paint('--ink-2') }, label),
    ]);
  });
}
