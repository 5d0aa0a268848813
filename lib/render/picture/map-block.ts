import { FRAME_WIDTH } from '../../boundaries/map-frame';
import { drawnAs } from '../../query/figures/derived';
import { baseOf } from '../../series/measures';
import { notedSentence } from '../../words/address/readers-own';
import {
  mapSentence,
  mapTitle,
  noPlacesSentence,
  noRegionsSentence,
  sumsSentence,
} from '../../words/marks/map';
import { marginSentences } from '../../words/marks/margin';
import { regionSentences } from '../../words/marks/regions';
import { selectedOnMap } from '../../words/view';
import type { MapAnswers } from '../map/ask-map';
import { coloursOf, layMap, type MapLayout } from '../map/lay-map';
import { boundaryWords, mapScene } from '../map/map';
import { mapGroups } from '../map/map-groups';
import { mapLegend } from '../map/map-legend';
import type { Paint } from '../scene/paint';
import { node } from '../scene/scene';
import { type Block, textBlock } from './block';
import type { Chart, ChartPlace } from './chart';
import { legendBlock, swatch } from './legend-block';
import type { PictureInput } from './picture-input';

function groupLegend(layout: MapLayout, width: number, paint: Paint): Block {
  const entries = mapGroups(layout).map(({ colour, label }) => ({ ...swatch(paint(colour)), words: label }));
  return legendBlock(entries, width, paint);
}

/** How high a map is at a width. */
export function mapHeight({ base: { frame } }: MapAnswers, width: number): number {
  return (frame.height * width) / FRAME_WIDTH;
}

/** The map of a view as a part of a picture; a sentence where nothing of it has a place. */
export function mapChart(
  { info, view, window, answers }: PictureInput,
  map: MapAnswers | null,
  { id }: ChartPlace,
): Chart {
  const { guide } = info;
  const { measure: drawn } = drawnAs(view, guide);
  const measure = baseOf(drawn);
  const title = mapTitle(guide, measure, map === null ? 'none' : coloursOf(map, view));
  if (map === null) {
    const words = noPlacesSentence(guide, answers.total.matched);
    const draw: Chart['draw'] = (width, _, paint) => [
      textBlock(words, width, { size: 14, colour: '--ink-2', lines: 2 }, paint),
    ];
    return { title, draw, caption: () => [] };
  }
  const { places, regions, base } = map;
  return {
    title,
    draw: (width, extra, paint) => {
      const full = mapHeight(map, width);
      // What is to be lower has room beside it.
      const drawn = (width * (full + Math.min(0, extra))) / full;
      const layout = layMap({ info, view, ...map }, drawn);
      const middle = { transform: `translate(${Math.round((width - drawn) / 2)},0)` };
      return [
        groupLegend(layout, width, paint),
        { height: layout.height, nodes: [node('g', middle, [mapScene(layout, id, paint)])] },
        legendBlock(mapLegend(layout, paint), width, paint),
      ];
    },
    caption: () => [
      ...[selectedOnMap(view, guide) ?? [], sumsSentence(guide, drawn) ?? []].flat(),
      ...(regions === null
        ? [noRegionsSentence(view, regions) ?? [], mapSentence(guide, measure, places)].flat()
        : regionSentences(guide, view, measure, regions, info.cited)),
      ...marginSentences(guide, view, measure, map),
      ...[notedSentence(view.notes, window) ?? []].flat(),
      boundaryWords(base, map.own),
    ],
  };
}
