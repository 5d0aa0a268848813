import type { BaseMap } from '../../boundaries/base-map';
import { mapTitle } from '../../words/marks/map';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { coloursOf, type MapLayout } from './lay-map';
import { baseNodes, placeNodes } from './map-nodes';

/** Where outlines come from, as it stands under every map. `own` are the sources of those that the series brings itself, null where none is drawn. */
export function boundaryWords(
  { source, missing }: Pick<BaseMap, 'source' | 'missing'>,
  own: readonly string[] | null,
): string {
  const instead = missing === null ? '' : `No outlines are called “${missing}” here. `;
  const by = own === null || own.length === 0 ? '' : ` (${own.join(', ')})`;
  const regions = own === null ? '' : ` Outlines of regions: the series’ own${by}.`;
  return `${instead}Outlines: ${source.source} (${source.licence}).${regions} They say where things are, not whose they are.`;
}

/** A map as a drawing: outlines, marks and their texts, cut off at its edge. `id` is unique in the document. */
export function mapScene(layout: MapLayout, id: string, paint: Paint): SceneNode {
  const { width, height, unit, input } = layout;
  const clip = `${id}-frame`;
  return node(
    'svg',
    {
      class: 'map',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': mapTitle(input.info.guide, input.view.measure, coloursOf(input, input.view)),
    },
    [
      node('defs', {}, [node('clipPath', { id: clip }, [node('rect', { width, height, rx: 3 })])]),
      node('g', { 'clip-path': `url(#${clip})` }, [
        node('g', { transform: `scale(${unit})` }, baseNodes(layout, paint)),
        ...placeNodes(layout, id, paint),
      ]),
      node('rect', {
        class: 'map-edge',
        x: 0.5,
        y: 0.5,
        width: width - 1,
        height: height - 1,
        rx: 3,
        fill: 'none',
        stroke: paint('--line'),
      }),
    ],
  );
}
