import { FRAME_WIDTH } from '../../boundaries/map-frame';
import { drawnAs } from '../../query/figures/derived';
import { baseOf } from '../../series/measures';
import { formatRate } from '../../words/chance/rates';
import { formatNumber } from '../../words/figures';
import { measureWords } from '../../words/labels';
import { EXCHANGED_WORDS, PRECISION_WORDS } from '../../words/marks/map';
import { RATE_UNIT } from '../../words/marks/regions';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { isRated, LEAST_RADIUS, type MapLayout, type PlaceShape } from './lay-map';
import { shadeColour, shadeSteps } from './shades';

/** One entry of the legend of a map: a small picture and its meaning. */
export interface MapLegendEntry {
  readonly key: string;
  readonly picture: SceneNode;
  readonly width: number;
  readonly height: number;
  readonly words: string;
}

function disc(radius: number, attrs: Readonly<Record<string, string | number>>) {
  const size = Math.max(14, Math.ceil(2 * radius + 3));
  const picture = node(
    'svg',
    { width: size, height: size, viewBox: `0 0 ${size} ${size}`, 'aria-hidden': 'true' },
    [node('circle', { cx: size / 2, cy: size / 2, r: Math.round(radius * 100) / 100, ...attrs })],
  );
  return { picture, width: size, height: size };
}

/** Round numbers near the largest value, and near a tenth of it. */
function sizesOf(most: number): readonly number[] {
  const round = (value: number) => {
    const step = 10 ** Math.floor(Math.log10(value));
    return Math.max(1, Math.floor(value / step) * step);
  };
  return most < 1 ? [] : [...new Set([most >= 10 ? round(most / 10) : 1, round(most)])];
}

/** What a mark counts, in the number that fits. */
function counted({ input: { info, view } }: MapLayout, value: number): string {
  const measure = baseOf(drawnAs(view, info.guide).measure);
  const { one, many } =
    measure === 'incidents' ? info.guide.meta.noun : measureWords(info.guide, measure).noun;
  return value === 1 ? one : many;
}

const SHAPE_WORDS: Readonly<Record<Exclude<PlaceShape, 'hexagon' | 'region'>, string>> = {
  dot: PRECISION_WORDS.town,
  ring: PRECISION_WORDS.district,
  area: PRECISION_WORDS.region,
  unsaid: PRECISION_WORDS.unknown,
};

function shapeEntries({ items }: MapLayout, paint: Paint): readonly MapLegendEntry[] {
  const ink = paint('--ink-2');
  const looks: Readonly<Record<keyof typeof SHAPE_WORDS, Readonly<Record<string, string | number>>>> = {
    dot: { fill: ink },
    ring: { fill: ink, 'fill-opacity': 0.2, stroke: ink, 'stroke-width': 2 },
    area: { fill: ink, 'fill-opacity': 0.1, stroke: ink, 'stroke-width': 1.25, 'stroke-dasharray': '3 2' },
    unsaid: { fill: ink, 'fill-opacity': 0.6 },
  };
  const shapes = (Object.keys(looks) as (keyof typeof looks)[]).filter((shape) =>
    items.some((item) => item.shape === shape),
  );
  const exchanged = items.some(({ mark }) => mark.isExchanged);
  const doubted = disc(5, { fill: 'none', stroke: ink, 'stroke-width': 1.25, 'stroke-dasharray': '2 2' });
  return [
    ...shapes.map((shape) => ({ key: shape, ...disc(5, looks[shape]), words: SHAPE_WORDS[shape] })),
    ...(exchanged ? [{ key: 'exchanged', ...doubted, words: EXCHANGED_WORDS }] : []),
  ];
}

function sizeEntries(layout: MapLayout, paint: Paint): readonly MapLegendEntry[] {
  // Up to so many all marks are as small as can be.
  const alike = Math.floor((LEAST_RADIUS / (layout.factor || 1)) ** 2);
  const least = layout.factor > 0 && alike > 1 ? [alike] : [];
  const sizes = sizesOf(layout.most).filter((value) => value > alike);
  return [...least, ...sizes].map((value) => ({
    key: `size-${value}`,
    ...disc(Math.max(LEAST_RADIUS, layout.factor * Math.sqrt(value)), {
      fill: 'none',
      stroke: paint('--ink-3'),
    }),
    words: `${least.includes(value) ? 'up to ' : ''}${formatNumber(value)} ${counted(layout, value)}`,
  }));
}

/** What each shade stands for, the lightest first; of regions also that in which nothing happened. */
function shadesInWords(layout: MapLayout): readonly { readonly shade: number; readonly words: string }[] {
  const { shades, items, input } = layout;
  const hasZero = items.some(({ shape, value }) => shape === 'region' && value === 0);
  const zero = hasZero ? [{ shade: 0, words: '0' }] : [];
  if (isRated(input)) {
    const rates = shades.map((top, at) => {
      const words =
        at === 0 ? `up to ${formatRate(top)}` : `${formatRate(shades[at - 1]!)}–${formatRate(top)}`;
      return { shade: at + 1, words: at === shades.length - 1 ? `${words} ${RATE_UNIT}` : words };
    });
    return [...zero, ...rates];
  }
  const steps = shadeSteps(shades.map((top) => (top === layout.most ? Math.round(top) : top)));
  const counts = steps.map(({ shade, from, to }, at) => {
    const words = from === to ? formatNumber(to) : `${formatNumber(from)}–${formatNumber(to)}`;
    return { shade, words: at === steps.length - 1 ? `${words} ${counted(layout, to)}` : words };
  });
  return [...zero, ...counts];
}

function shadeEntries(layout: MapLayout, paint: Paint): readonly MapLegendEntry[] {
  const size = { width: 16, height: 12 };
  return shadesInWords(layout).map(({ shade, words }) => ({
    key: `shade-${shade}`,
    picture: node('svg', { ...size, viewBox: '0 0 16 12', 'aria-hidden': 'true' }, [
      node('rect', {
        ...size,
        fill: shadeColour(shade, paint),
        'data-shade': shade,
      }),
      node('rect', {
        ...{ x: 0.5, y: 0.5, width: 15, height: 11, fill: 'none', stroke: paint('--line-strong') },
        ...{ 'stroke-opacity': 0.5 },
      }),
    ]),
    ...{ ...size, words },
  }));
}

function unsearchedEntry({ items }: MapLayout, paint: Paint): readonly MapLegendEntry[] {
  if (!items.some(({ mark }) => mark.search?.reach === 'none')) return [];
  const line = { fill: 'none', stroke: paint('--ink-3') };
  const size = { width: 16, height: 12 };
  const picture = node('svg', { ...size, viewBox: '0 0 16 12', 'aria-hidden': 'true' }, [
    node('path', { ...line, d: 'M0 5L5 0M0 12L12 0M5 12L16 1M12 12l4-4', 'stroke-width': 1.25 }),
    node('rect', { ...line, x: 0.5, y: 0.5, width: 15, height: 11 }),
  ]);
  return [{ key: 'unsearched', picture, ...size, words: 'nobody looked there' }];
}

const EARTH_KM = 6371;
/**
 * In a map that reaches farther than this from the middle of its projection, in radii of the Earth, a length is not the same everywhere: at a distance ρ it is
 * 1 / √(1 − ρ²/4) times too long across, which is more than two in a hundred.
 */
const FARTHEST = 0.394;
/** The longest bar, in pixels. */
const LONGEST_BAR = 88;

/** The longest of 1, 2, 5, 10, 20 … that is no more than a number. */
function roundBelow(most: number): number {
  const step = 10 ** Math.floor(Math.log10(most));
  return step * ([5, 2].find((times) => times * step <= most) ?? 1);
}

/** How long a stretch of the map is; none where it is not the same all over it. */
function scaleEntry({ input, unit }: MapLayout, paint: Paint): readonly MapLegendEntry[] {
  const { kind, scale, x, y, height } = input.base.frame;
  const radius = scale * unit;
  const farthest = Math.hypot(Math.max(x, FRAME_WIDTH - x), Math.max(y, height - y)) / scale;
  if (kind === 'world' || farthest > FARTHEST) return [];
  const km = roundBelow((LONGEST_BAR * EARTH_KM) / radius);
  const size = { width: Math.round((km / EARTH_KM) * radius) + 1, height: 8 };
  const picture = node('svg', { ...size, viewBox: `0 0 ${size.width} 8`, 'aria-hidden': 'true' }, [
    node('path', {
      d: `M.5 1v6M.5 4H${size.width - 0.5}M${size.width - 0.5} 1v6`,
      fill: 'none',
      stroke: paint('--ink-2'),
    }),
  ]);
  const words = km < 1 ? `${formatNumber(Math.round(km * 1000))} m` : `${formatNumber(km)} km`;
  return [{ key: 'scale', picture, ...size, words }];
}

/** How to read the marks of a map: their sizes or shades, and how precisely each says where; and how far apart things are. */
export function mapLegend(layout: MapLayout, paint: Paint): readonly MapLegendEntry[] {
  if (layout.items.length === 0) return [];
  if (layout.input.regions !== null || layout.input.places.as === 'hexagons')
    return [...shadeEntries(layout, paint), ...unsearchedEntry(layout, paint), ...scaleEntry(layout, paint)];
  return [...sizeEntries(layout, paint), ...shapeEntries(layout, paint), ...scaleEntry(layout, paint)];
}
