import { baseMap } from '../../lib/boundaries/base-map';
import type { Engine } from '../../lib/query/engine';
import { evaluate } from '../../lib/query/meaning/evaluate';
import type { MapOutlines } from '../../lib/render/map/ask-map';
import { drawPicture, type PictureSize } from '../../lib/render/picture/picture';
import { askForPicture, type PictureInput, type PictureKind } from '../../lib/render/picture/picture-input';
import { toSvg } from '../../lib/render/scene/svg';
import type { Series } from '../../lib/series/model';
import { parseView } from '../../lib/view/parse';
import { SAMPLE_BOUNDARIES } from './map-sample';
import { SAMPLE_SERIES, sampleInfo } from './timeline-sample';

/** For tests: what the pictures of a view are drawn from, by the meaning itself. */
export function samplePictureInput(query: string, series: Series = SAMPLE_SERIES): Promise<PictureInput> {
  const { view } = parseView(series.meta.id, new URLSearchParams(query));
  const engine = {
    name: 'meaning',
    run: async (asked: Parameters<typeof evaluate>[1]) => evaluate(series, asked),
    close: async () => {},
  } as Engine;
  const outlines: MapOutlines = {
    base: (frame) => baseMap(SAMPLE_BOUNDARIES, frame, ['AAA']),
    distances: () => () => null,
    regions: () => null,
  };
  return askForPicture(engine, view, sampleInfo(series), undefined, outlines);
}

/** For tests: a picture as SVG; throws where it does not fit. */
export async function samplePicture(
  kind: PictureKind,
  query: string,
  size: Partial<PictureSize> = {},
  series: Series = SAMPLE_SERIES,
): Promise<string> {
  const wanted = { width: 720, height: null, theme: 'light', ...size } as const;
  const picture = drawPicture(kind, await samplePictureInput(query, series), wanted);
  if (picture.kind !== 'picture') throw new Error(`needs a height of ${picture.least}`);
  return toSvg(picture.scene);
}

/** For tests: the words of a picture, its lines joined by spaces. */
export function wordsOf(svg: string): string {
  return [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]*)</g)].map(([, text]) => text).join(' ');
}
