import { MARKED } from '../../../series/measures';
import { BAND_WORDS, type BandKind } from '../../../words/coverage';
import { formatNumber } from '../../../words/figures';
import type { Band } from '../../axis/coverage-bands';
import type { Paint } from '../../scene/paint';
import { node, type SceneNode } from '../../scene/scene';
import type { LaidMark, TimelineLayout } from '../layout';
import { deathsOf, drawMark, type MarkForm, type MarkSize, SHAPES, type Shape } from './mark-shape';

/** One entry of "How to read the marks": a small picture and its meaning. */
export interface LegendEntry {
  readonly key: string;
  readonly words: string;
  readonly picture: SceneNode;
}

const SHAPE_WORDS: Readonly<Record<Shape, string>> = {
  disc: 'claimed',
  ring: 'attributed',
  dashed: 'suspected, or only possible',
  square: 'took part',
  diamond: 'no actor established',
};

function picture(width: number, height: number, children: readonly SceneNode[]): SceneNode {
  return node('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, children);
}

function markPicture(form: MarkForm, paint: Paint): SceneNode {
  const size = Math.max(18, Math.ceil(2 * form.half + 2));
  const colours = { fill: paint('--ink-2'), page: paint('--page'), ink: paint('--ink') };
  const centred = { transform: `translate(${size / 2},${size / 2})` };
  return picture(size, size, [node('g', centred, drawMark(form, colours))]);
}

function sample(shape: Shape, radius = 5, reported = true, disputed = false): MarkForm {
  return { shape, radius, reported, disputed, half: Math.max(radius, disputed ? radius * 0.71 + 3 : 0) };
}

/** The sizes that the largest mark and one of about a quarter of its deaths have. */
function sizeEntries(
  marks: readonly LaidMark[],
  { factor, least: smallest }: MarkSize,
  paint: Paint,
): readonly LegendEntry[] {
  const { many } = MARKED.behind;
  const most = marks.reduce((max, { mark }) => Math.max(max, deathsOf(mark) ?? 0), 0);
  const small = Math.floor((smallest / factor) ** 2);
  if (!marks.some(({ form }) => form.reported)) return [];
  const least = small === 0 ? `0 ${many}` : `0–${Math.min(small, most)} ${many}`;
  const entry = (key: string, words: string, radius: number): LegendEntry => ({
    ...{ key, words, picture: markPicture(sample('disc', radius), paint) },
  });
  return [
    entry('size-least', most === 0 ? `0 ${many}` : least, smallest),
    ...(most > small ? [entry('size-most', `${formatNumber(most)} ${many}`, factor * Math.sqrt(most))] : []),
  ];
}

function barPicture(kind: 'doubt' | 'duration' | 'open', id: string, paint: Paint): SceneNode {
  const fill = paint('--ink-2');
  const piece = (x: number, width: number, opacity: number) =>
    node('rect', {
      x,
      y: kind === 'duration' ? 6.5 : 7,
      width,
      height: kind === 'duration' ? 5 : 4,
      fill,
      'fill-opacity': opacity,
    });
  if (kind === 'duration') return picture(34, 18, [piece(2, 30, 0.85)]);
  const steps = Array.from({ length: 10 }, (_, i) => i);
  const soft = steps.map((i) =>
    piece(2 + i * 3, 3, kind === 'open' ? 0.5 - i * 0.045 : 0.5 - Math.abs(i - 4.5) * 0.1),
  );
  return picture(
    34,
    18,
    soft.map((one) => ({ ...one, attrs: { ...one.attrs, 'data-legend': id } })),
  );
}

function barEntries(marks: readonly LaidMark[], paint: Paint): readonly LegendEntry[] {
  const seen = (test: (mark: LaidMark) => boolean) => marks.some(test);
  const has = (kind: string) => (mark: LaidMark) =>
    mark.bars.some((bar) => bar.kind === kind && bar.x1 - bar.x0 > 2 * mark.form.half);
  const entry = (key: 'doubt' | 'duration' | 'open', words: string): LegendEntry => ({
    ...{ key, words, picture: barPicture(key, key, paint) },
  });
  return [
    ...(seen(has('doubt')) ? [entry('doubt', 'day not known: somewhere along the soft bar')] : []),
    ...(seen(has('duration')) ? [entry('duration', 'lasted several days')] : []),
    ...(seen(has('open-end')) || seen(has('open-start')) ? [entry('open', 'end or start not known')] : []),
  ];
}

function bandEntries(bands: readonly Band[], id: string, paint: Paint): readonly LegendEntry[] {
  const kinds = [...new Set(bands.map(({ kind }) => kind))];
  return kinds.map((kind: BandKind) => ({
    key: `band-${kind}`,
    words: BAND_WORDS[kind].toLowerCase(),
    picture: picture(34, 18, [
      node('rect', {
        x: 1.5,
        y: 2.5,
        width: 31,
        height: 13,
        fill: `url(#${id}-${kind})`,
        stroke: paint('--line-strong'),
      }),
    ]),
  }));
}

/** What the reader needs to read this timeline, and nothing that does not occur in it. `id` names the hatchings. */
export function legendOf(
  layout: TimelineLayout,
  bands: readonly Band[],
  id: string,
  paint: Paint,
): readonly LegendEntry[] {
  const marks = layout.items.filter((item) => item.kind === 'mark');
  const { guide, offers } = layout.input.info;
  const drawn = SHAPES.filter((shape) => marks.some(({ form }) => form.shape === shape));
  // In a series that names nobody, or counts no killed, this is so of every mark and tells them apart in nothing.
  const shapes = guide.actors.length > 0 ? drawn : [];
  const hasKilled = offers.measures.includes(MARKED.key);
  const entry = (key: string, words: string, form: MarkForm): LegendEntry => ({
    key,
    words,
    picture: markPicture(form, paint),
  });
  return [
    ...shapes.map((shape) => entry(shape, SHAPE_WORDS[shape], sample(shape))),
    ...(marks.some(({ form }) => form.disputed)
      ? [entry('disputed', 'disputed', sample('disc', 5, true, true))]
      : []),
    ...sizeEntries(marks, layout.size, paint),
    ...(hasKilled && marks.some(({ form }) => !form.reported)
      ? [entry('unreported', 'deaths not reported', sample('disc', 5.5, false))]
      : []),
    ...barEntries(marks, paint),
    ...bandEntries(bands, id, paint),
  ];
}
