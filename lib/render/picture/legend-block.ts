import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { fitText, textWidth } from '../scene/text-width';
import type { Block } from './block';

/** One entry of a legend: a small picture of stated size, and its words, which are plain text already. */
export interface PictureLegendEntry {
  readonly picture: SceneNode;
  readonly width: number;
  readonly height: number;
  readonly words: string;
}

const SIZE = 12;
const ROW = 20;
const GAP = 16;

function entryNodes(
  entry: PictureLegendEntry & { readonly x: number },
  middle: number,
  paint: Paint,
): readonly SceneNode[] {
  const { x, width, height, picture, words } = entry;
  const text = { x: x + width + 6, y: middle + 4, 'font-size': SIZE, fill: paint('--ink-2') };
  return [
    node('g', { transform: `translate(${x},${middle - height / 2})` }, [picture]),
    node('text', text, words),
  ];
}

/** Entries side by side, on as many rows as they need. */
export function legendBlock(entries: readonly PictureLegendEntry[], width: number, paint: Paint): Block {
  const rows: (PictureLegendEntry & { readonly x: number })[][] = [[]];
  let x = 0;
  for (const entry of entries) {
    const words = fitText(entry.words, SIZE, width - entry.width - 6);
    const room = entry.width + 6 + textWidth(words, SIZE);
    if (x > 0 && x + room > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ ...entry, words, x });
    x += room + GAP;
  }
  let y = 0;
  const nodes: SceneNode[] = [];
  for (const row of rows) {
    const tall = Math.max(ROW, ...row.map(({ height }) => height + 4));
    nodes.push(...row.flatMap((entry) => entryNodes(entry, y + tall / 2, paint)));
    y += tall;
  }
  return { height: entries.length === 0 ? 0 : y, nodes };
}

/** A square of a colour. */
export function swatch(colour: string): Pick<PictureLegendEntry, 'picture' | 'width' | 'height'> {
  return {
    picture: node('rect', { width: 11, height: 11, rx: 2, fill: colour }),
    width: 11,
    height: 11,
  };
}
