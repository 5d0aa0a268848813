import type { Paint, Token } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { wrapText } from './wrap-text';

/** A part of a picture: so high, drawn from its own upper left corner. */
export interface Block {
  readonly height: number;
  readonly nodes: readonly SceneNode[];
}

/** How a paragraph is set. Sizes are in pixels. */
export interface TextStyle {
  readonly size: number;
  readonly weight?: number;
  readonly colour: Token;
  readonly lines: number;
}

const LEADING = 1.35;

/** A paragraph, wrapped to a width. */
export function textBlock(text: string, width: number, style: TextStyle, paint: Paint): Block {
  const { size, weight = 400, colour, lines } = style;
  const leading = Math.round(size * LEADING);
  const wrapped = wrapText(text, size, width, lines);
  const nodes = wrapped.map((line, index) =>
    node(
      'text',
      {
        x: 0,
        y: index * leading + size,
        'font-size': size,
        'font-weight': weight === 400 ? null : weight,
        fill: paint(colour),
      },
      line,
    ),
  );
  return { height: wrapped.length * leading, nodes };
}

/** Blocks beneath each other, with a gap between those that have any height. */
export function column(blocks: readonly Block[], gap: number): Block {
  const filled = blocks.filter(({ height }) => height > 0);
  let y = 0;
  const nodes = filled.map((block, index) => {
    y += index === 0 ? 0 : gap;
    const placed = node('g', { transform: `translate(0,${y})` }, block.nodes);
    y += block.height;
    return placed;
  });
  return { height: y, nodes };
}
