import { sideRates } from '../../query/exposure/side-rates';
import { besideFigure } from '../../text/one-line';
import { viewHref } from '../../view/serialize';
import { notedSentence } from '../../words/address/readers-own';
import { comparisonsInWords, DOUBT_AND_CHANCE } from '../../words/chance/comparisons';
import { activityTitle } from '../../words/chart';
import { chartNotes } from '../../words/comparison';
import { bestInWords } from '../../words/figures';
import { nounOf } from '../../words/headline/headline';
import { activityScene } from '../activity/activity';
import { activityCaption } from '../activity/caption';
import { type ActivityData, activityData } from '../activity/data';
import type { ActivityGroup } from '../activity/groups';
import { TALL } from '../activity/layout';
import { binView, markView } from '../activity/links';
import { type Compared, comparedInfo, comparedMeasure, comparedOf } from '../comparison/compared';
import { comparedScene } from '../comparison/compared-chart';
import { comparisonCaption, comparisonTitle } from '../comparison/comparison';
import { comparisonBlock } from '../comparison/comparison-block';
import { sidesBlock } from '../comparison/sides-block';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { lanesOf } from '../timeline/lanes';
import { layTimeline } from '../timeline/laying';
import type { TimelineLayout } from '../timeline/layout';
import { legendOf } from '../timeline/marks/mark-legend';
import { timelineSummary, timelineTitle } from '../timeline/summary';
import { timelineParts, timelineScene } from '../timeline/timeline';
import { type Block, textBlock } from './block';
import type { Chart, ChartPlace } from './chart';
import { legendBlock, type PictureLegendEntry, swatch } from './legend-block';
import { mapChart } from './map-block';
import type { PictureInput, PictureKind } from './picture-input';

/** A picture by itself. */
const ALONE: ChartPlace = { id: 'p', links: null };

/** A drawing whose links lead out of the document it stands in, or that has none. */
function linkedTo({ tag, attrs, children, text }: SceneNode, links: string | null): SceneNode {
  const { href, tabindex: _, ...rest } = attrs;
  const inner = children?.map((child) => linkedTo(child, links));
  const out = links === null ? rest : { ...rest, href: `${links}${href}`, target: '_blank', rel: 'noopener' };
  return {
    tag: tag === 'a' && links === null ? 'g' : tag,
    attrs: tag === 'a' ? out : attrs,
    ...(inner === undefined ? {} : { children: inner }),
    ...(text === undefined ? {} : { text }),
  };
}

function sceneBlock(scene: SceneNode, { links }: ChartPlace): Block {
  return { height: Number(scene.attrs.height), nodes: [linkedTo(scene, links)] };
}

function groupLegend(data: ActivityData, width: number, paint: Paint): Block {
  if (data.split === 'none' || data.mode === 'panels') return { height: 0, nodes: [] };
  const entries = data.groups.map(({ label, colour, total }): PictureLegendEntry => {
    return { ...swatch(paint(colour)), words: `${besideFigure(label)} ${bestInWords(total)}` };
  });
  return legendBlock(entries, width, paint);
}

function activityChart({ info, view, window, answers, late }: PictureInput, place: ChartPlace): Chart {
  const data = activityData({ info, view, window, answers, late });
  const href = (group: ActivityGroup, index: number) => {
    const bin = data.bins[index];
    return bin && place.links !== null ? viewHref(markView(view, data, bin, group)) : null;
  };
  return {
    title: activityTitle(data),
    draw: (width, extra, paint) => [
      groupLegend(data, width, paint),
      sceneBlock(
        activityScene(data, {
          ...{ width, tall: TALL + extra, paint, href, tabStops: false },
          // Alone, it need not line up with a timeline; the names of panels need the gutter.
          ...(data.mode === 'panels' ? {} : { frame: { width, left: 36, right: 8 } }),
        }),
        place,
      ),
    ],
    caption: () => activityCaption(data),
  };
}

function timelineLayout({ info, view, window, answers }: PictureInput, width: number): TimelineLayout {
  const { marks } = answers.marks;
  const lanes = lanesOf({ groups: answers.lanes.groups, by: view, info, expanded: false });
  return layTimeline({
    ...{ info, view, window: { from: window.from, to: window.to }, width, lanes, marks, look: 'large' },
    cells: { bin: window.bin, bins: answers.cells.bins },
  });
}

function markLegend(layout: TimelineLayout, width: number, id: string, paint: Paint): Block {
  const { bands } = timelineParts(layout, id, paint);
  const entries = legendOf(layout, bands, id, paint).map(
    ({ picture, words }): PictureLegendEntry => ({
      picture,
      words,
      width: Number(picture.attrs.width),
      height: Number(picture.attrs.height),
    }),
  );
  return legendBlock(entries, width, paint);
}

function timelineChart(input: PictureInput, place: ChartPlace): Chart {
  const known = new Map<number, TimelineLayout>();
  const layoutAt = (width: number): TimelineLayout => {
    const layout = known.get(width) ?? timelineLayout(input, width);
    known.set(width, layout);
    return layout;
  };
  return {
    title: timelineTitle(input),
    draw: (width, _, paint) => {
      const layout = layoutAt(width);
      const { id } = place;
      return [sceneBlock(timelineScene(layout, id, paint), place), markLegend(layout, width, id, paint)];
    },
    caption: (width) => [timelineSummary(input.answers.marks.matched, layoutAt(width), 'still')],
  };
}

function comparisonChart(input: PictureInput, place: ChartPlace): Chart {
  const compared = comparedOf({
    info: comparedInfo(input.info, input.whole, input.view),
    view: input.view,
    comparison: input.answers.comparison,
  });
  if (compared !== null) return comparedChart(input, compared, place);
  return {
    title: comparisonTitle(input),
    draw: (width, _, paint) => [comparisonBlock(input, width, paint)],
    caption: () => [
      ...comparisonCaption(input),
      ...[notedSentence(input.view.notes, input.window) ?? []].flat(),
    ],
  };
}

/** What stands side by side, as the page has it: each side with its figures, and all of them on one scale. */
function comparedChart(input: PictureInput, compared: Compared, place: ChartPlace): Chart {
  const { view, answers } = input;
  const info = comparedInfo(input.info, input.whole, view);
  const noun = nounOf(view, info.guide.meta);
  const rates = sideRates(view, info.guide, answers.comparison);
  const label = `${comparedMeasure(compared, info.guide, noun)}${compared.aligned ? ', each from its own start' : ''}`;
  const { links, id } = place;
  return {
    title: compared.title,
    draw: (width, _, paint) => [
      sidesBlock(compared, noun, width, paint),
      textBlock(label, width, { size: 12, colour: '--ink-2', lines: 2 }, paint),
      sceneBlock(
        comparedScene(compared, { width, left: 36, right: 8 }, label, {
          ...{ paint, id },
          ...(links === null ? {} : { href: ({ side }, bin) => viewHref(binView(side.view, bin)) }),
        }),
        place,
      ),
    ],
    caption: () => [
      ...comparisonsInWords(rates, (id) => compared.sides[Number(id)]?.short ?? id).map((said) => `${said}.`),
      ...(rates.length === 0 ? [] : [DOUBT_AND_CHANCE]),
      ...(compared.again === null ? [] : [compared.again]),
      ...chartNotes(compared),
    ],
  };
}

/** A note in place of a chart that has nothing to show. */
export function emptyBlock({ info, view }: PictureInput, width: number, paint: Paint): Block {
  const { many } = nounOf(view, info.guide.meta);
  const text = { x: width / 2, y: 56, 'text-anchor': 'middle', 'font-size': 14, fill: paint('--ink-2') };
  return { height: 96, nodes: [node('text', text, `No ${many} in this view`)] };
}

/** The chart of a kind of picture. */
export function chartOf(kind: PictureKind, input: PictureInput, place = ALONE): Chart {
  if (kind === 'activity') return activityChart(input, place);
  if (kind === 'map') return mapChart(input, input.map, place);
  return kind === 'timeline' ? timelineChart(input, place) : comparisonChart(input, place);
}

/** Whether a picture has nothing to show: no incident matches, and no side of a comparison has any of its own. */
export function isEmptyPicture(kind: PictureKind, { answers }: PictureInput): boolean {
  if (kind === 'comparison' && answers.comparison !== null) return false;
  return answers.total.matched === 0;
}
