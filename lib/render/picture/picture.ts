import { uncountable } from '../../query/coverage/searched';
import { drawnAs } from '../../query/figures/derived';
import { isOwnKey } from '../../series/fields';
import { type BaseMeasure, baseOf, estimateOf, MARKED } from '../../series/measures';
import { statedText } from '../../series/stated';
import { besideFigure, oneLine } from '../../text/one-line';
import { dayInWords } from '../../time/format';
import { coverageText, NO_FIGURE, UNCOUNTABLE_WORDS } from '../../words/coverage';
import { formatCount, formatSum, wholeQuantity } from '../../words/figures';
import { nounOf } from '../../words/headline/headline';
import { capitalised, lowered, measureWords } from '../../words/labels';
import { asOfSentence, licenceSentence } from '../../words/provenance';
import { countedInWords } from '../../words/view';
import { darkPaint, lightPaint, type Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { type Block, column, textBlock } from './block';
import { chartOf, emptyBlock, isEmptyPicture } from './chart-blocks';
import { mapHeight } from './map-block';
import type { PictureInput, PictureKind } from './picture-input';
import { withScriptRuns } from './script-runs';

export const PICTURE_THEMES = ['light', 'dark'] as const;
export type PictureTheme = (typeof PICTURE_THEMES)[number];

/** The size of a picture in pixels; null is the height that its content needs. */
export interface PictureSize {
  readonly width: number;
  readonly height: number | null;
  readonly theme: PictureTheme;
}

/** A picture, or the least height at which everything fits into the width. */
export type Picture =
  | { readonly kind: 'picture'; readonly scene: SceneNode; readonly width: number; readonly height: number }
  | { readonly kind: 'too-low'; readonly least: number };

/** Wider pictures are drawn as one of this width and enlarged, so that their text keeps its proportion. */
const WIDEST = 1600;
/** Text may be drawn this much smaller to fit a height. */
const MOST_SHRINK = 1.7;

/** The typefaces of pictures, the bundled ones first. */
export const FONTS =
  "Inter, 'Inter Variable', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans Hans', 'Noto Sans KR', 'Noto Sans CJK SC', system-ui, sans-serif";

/** The sums beside the count: of the killed, and of what the picture counts where that is something else. */
function sumsText({ info, view, answers: { total } }: PictureInput): string {
  const { guide, offers } = info;
  const shown = baseOf(drawnAs(view, guide).measure);
  const named = [...new Set<BaseMeasure>([MARKED.key, shown])].filter((key) => offers.measures.includes(key));
  const texts = named.flatMap((key) => {
    const sum = isOwnKey(key) ? total.own[key] : key === 'incidents' ? undefined : total[key];
    const label = estimateOf(key)?.label ?? measureWords(guide, key).label;
    return sum === undefined ? [] : [`; ${lowered(label)}: ${formatSum(sum)}`];
  });
  return texts.join('');
}

/** `23 (18–24) attacks; killed: 169 (163–217)`; why there are none where nothing could be counted. */
function figuresText(input: PictureInput): string {
  const { info, view, window, answers } = input;
  const { incidents, matched } = answers.total;
  const noun = nounOf(view, info.guide.meta);
  const why = uncountable(view, window, info.guide, matched);
  if (why !== null) return `${capitalised(noun.many)}: ${NO_FIGURE} (${UNCOUNTABLE_WORDS[why]})`;
  const count = wholeQuantity(incidents.best, noun);
  const ranged = incidents.low === incidents.high ? count : `${formatCount(incidents)} ${noun.many}`;
  return `${ranged}${sumsText(input)}`;
}

function headOf(input: PictureInput, title: string, width: number, paint: Paint): Block {
  const { info, view, window } = input;
  const size = width < 480 ? 16 : width < 1000 ? 19 : 22;
  const words = countedInWords(view, info.guide, window);
  return column(
    [
      textBlock(info.guide.meta.title, width, { size: 12, colour: '--ink-3', lines: 2 }, paint),
      textBlock(words, width, { size, weight: 600, colour: '--ink', lines: 6 }, paint),
      textBlock(`${title}. ${figuresText(input)}.`, width, { size: 13, colour: '--ink-2', lines: 3 }, paint),
    ],
    4,
  );
}

function footOf(input: PictureInput, caption: readonly string[], width: number, paint: Paint): Block {
  const { info } = input;
  const { meta } = info.guide;
  const small = { size: 11, lines: 12 } as const;
  const named = [statedText(meta.publisher), meta.title].filter((text) => text !== null);
  const source = `Source: ${named.map(besideFigure).join(', ')}.${licenceSentence(meta)} Revision ${info.revision.slice(0, 12)} of ${dayInWords(info.published)}.${asOfSentence(meta)} Drawn by Annals.`;
  return column(
    [
      textBlock([...caption, coverageText(input)].join(' '), width, { ...small, colour: '--ink-2' }, paint),
      textBlock(source, width, { ...small, colour: '--ink-3' }, paint),
    ],
    4,
  );
}

const GAP = 14;
const MARGIN = 24;

/** Whether a chart grows into the height it is given; else the foot moves down. */
function grows(kind: PictureKind, { info, view, answers }: PictureInput): boolean {
  const { mode } = drawnAs(view, info.guide);
  return kind === 'activity' && mode !== 'panels' && mode !== 'calendar' && answers.total.matched > 0;
}

/** How much of its height a chart can do without: a map is drawn smaller. */
function slack(kind: PictureKind, { map }: PictureInput, width: number): number {
  return kind === 'map' && map !== null ? MOST_LOST * mapHeight(map, width) : 0;
}
const MOST_LOST = 0.55;

/** Everything of a picture at a width, `extra` pixels higher than it needs to be, or lower where its chart can be. */
function contentOf(
  kind: PictureKind,
  input: PictureInput,
  width: number,
  extra: number,
  paint: Paint,
): Block {
  const margin = width < 480 ? 14 : MARGIN;
  const inner = width - 2 * margin;
  const chart = chartOf(kind, input);
  const body = isEmptyPicture(kind, input)
    ? [emptyBlock(input, inner, paint)]
    : chart.draw(inner, extra, paint);
  const above = column([headOf(input, chart.title, inner, paint), ...body], GAP);
  const foot = footOf(input, chart.caption(inner), inner, paint);
  const spare = grows(kind, input) ? 0 : Math.max(0, extra);
  const content = column([{ ...above, height: above.height + spare }, foot], GAP);
  return {
    height: content.height + 2 * margin,
    nodes: [node('g', { transform: `translate(${margin},${margin})` }, content.nodes)],
  };
}

/** Halvings in the search for the width that fills a height. */
const STEPS = 5;

/** The width at which a picture is drawn before it is enlarged to `width`, so that it fits the height. */
function drawnWidth(kind: PictureKind, input: PictureInput, size: PictureSize, paint: Paint): number | null {
  const base = Math.min(size.width, WIDEST);
  const { height: most } = size;
  if (most === null) return base;
  const fits = (width: number): boolean =>
    (contentOf(kind, input, width, 0, paint).height - slack(kind, input, width - 2 * MARGIN)) *
      (size.width / width) <=
    most;
  if (fits(base)) return base;
  let [low, high] = [base, Math.round(base * MOST_SHRINK)];
  if (!fits(high)) return null;
  for (let step = 0; step < STEPS && high - low > 1; step++) {
    const middle = Math.round((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * A view as a picture that stands alone: title, view in words, figures with low and high, the chart, its legend, what
 * was watched, source, licence and revision. Same input, same scene.
 */
export function drawPicture(kind: PictureKind, input: PictureInput, size: PictureSize): Picture {
  const paint = size.theme === 'dark' ? darkPaint : lightPaint;
  const width = drawnWidth(kind, input, size, paint);
  if (width === null) {
    const smallest = Math.round(Math.min(size.width, WIDEST) * MOST_SHRINK);
    const { height } = contentOf(kind, input, smallest, 0, paint);
    const least = height - slack(kind, input, smallest - 2 * MARGIN);
    return { kind: 'too-low', least: Math.ceil(least * (size.width / smallest)) };
  }
  const zoom = size.width / width;
  const natural = contentOf(kind, input, width, 0, paint);
  const wanted = size.height === null ? natural.height : size.height / zoom;
  const content =
    wanted === natural.height ? natural : contentOf(kind, input, width, wanted - natural.height, paint);
  const height = size.height ?? Math.round(natural.height * zoom);
  const box = { width: size.width, height, viewBox: `0 0 ${width} ${wanted}` };
  const words = countedInWords(input.view, input.info.guide, input.window);
  const scene = node(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...box, role: 'img', 'font-family': FONTS },
    [
      node('title', {}, oneLine(`${words}. ${input.info.guide.meta.title}`)),
      node('rect', { width, height: wanted, fill: paint('--page') }),
      ...content.nodes,
    ],
  );
  return { kind: 'picture', scene: withScriptRuns(scene), width: size.width, height };
}
