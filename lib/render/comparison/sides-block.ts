import type { Noun } from '../../series/measures';
import { sideInOne } from '../../words/comparison';
import { type Block, column } from '../picture/block';
import { wrapText } from '../picture/wrap-text';
import type { Paint } from '../scene/paint';
import { node } from '../scene/scene';
import type { Compared, ComparedSide } from './compared';
import { sideSpark, sparkMost } from './side-spark';

const SIZE = 12;
const LINE = 16;
const SPARK = { width: 96, height: 22 } as const;
/** In less width than this the sparkline is left out: the chart beneath shows the same. */
const NARROW = 480;

/** A side: its colour and name, its figures beneath, and its bins at the right. */
function sideBlock(compared: Compared, side: ComparedSide, noun: Noun, width: number, paint: Paint): Block {
  const spark = width >= NARROW;
  const room = width - 18 - (spark ? SPARK.width + 16 : 0);
  const ends = { first: side.first?.date ?? null, last: side.last?.date ?? null };
  const whole = compared.whole?.total.incidents.best ?? null;
  const figures = sideInOne({ ...side, ...ends, whole, noun });
  const names = wrapText(side.short, SIZE, room, 3);
  const lines = wrapText(side.caveat === null ? figures : `${figures}. ${side.caveat}`, SIZE, room, 4);
  const text = [...names, ...lines].map((line, at) =>
    node(
      'text',
      {
        ...{ x: 18, y: at * LINE + SIZE, 'font-size': SIZE },
        ...(at < names.length ? { 'font-weight': 600, fill: paint('--ink') } : { fill: paint('--ink-2') }),
      },
      line,
    ),
  );
  const bars = sideSpark(side, SPARK, sparkMost(compared), paint);
  return {
    height: Math.max(text.length * LINE, SPARK.height),
    nodes: [
      node('rect', { x: 0, y: 2, width: 11, height: 11, rx: 2, fill: paint(side.colour) }),
      ...text,
      ...(spark ? [node('g', { transform: `translate(${width - SPARK.width},0)` }, [bars])] : []),
    ],
  };
}

/** The sides of a comparison beneath each other. */
export function sidesBlock(compared: Compared, noun: Noun, width: number, paint: Paint): Block {
  return column(
    compared.sides.map((side) => sideBlock(compared, side, noun, width, paint)),
    10,
  );
}
