import type { Engine } from '../../query/engine';
import { evaluate } from '../../query/meaning/evaluate';
import type { Series } from '../../series/model';
import { parseView } from '../../view/parse';
import { toSvg } from '../svg';
import { SAMPLE_SERIES, sampleInfo } from '../timeline-sample';
import { drawPicture, type PictureSize } from './picture';
import { askForPicture, type PictureInput, type PictureKind } from './picture-input';

/** For tests: what the pictures of a view are drawn from, by the meaning itself. */
export function samplePictureInput(query: string, series: Series = SAMPLE_SERIES): Promise<PictureInput> {
  const { view } = parseView(series.meta.id, new URLSearchParams(query));
  const engine = {
    name: 'meaning',
    run: async (asked: Parameters<typeof evaluate>[1]) => evaluate(series, asked),
    close: async () => {},
  } as Engine;
  return askForPicture(engine, view, sampleInfo(series));
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
