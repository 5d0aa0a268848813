import { drawPicture } from '../../../render/picture/picture';
import { askForPicture, type PictureKind } from '../../../render/picture/picture-input';
import { toSvg } from '../../../render/scene/svg';
import { servedOutlines } from '../../boundaries/served-outlines';
import { chartLate } from '../../watch/chart-late';
import type { TwinAnswer, TwinRequest } from '../twin';
import { fontsFor } from './picture-fonts';
import { MOST_PIXELS, readPicture } from './picture-params';
import { pictureThread } from './picture-thread';

/** What a picture may load and run: nothing. */
export const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The PNG of an SVG text. Same text, same bytes: only fonts that come with Annals are used. */
export function toPng(svg: string, scale: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  return pictureThread().ask({ svg, scale, fontFiles: fontsFor(svg) }, signal);
}

type Problem = Extract<TwinAnswer<never>, { kind: 'problem' }>;

function badPicture(key: 'height' | 'scale', value: number, message: string): Problem {
  const errors = [{ key, value: String(value), code: 'bad-picture', message }];
  return { kind: 'problem', code: 'bad-picture', detail: message, errors };
}

interface Drawn {
  readonly kind: 'drawn';
  readonly svg: string;
  readonly scale: number;
}

/** The view as SVG text, in the size that the address asks for. */
async function draw(
  { revision, view, params, signal }: TwinRequest,
  kind: PictureKind,
): Promise<Drawn | Problem> {
  const { picture: size, errors } = readPicture(params);
  if (errors.length > 0) {
    const detail = errors.map(({ message }) => message).join(' ');
    return { kind: 'problem', code: 'bad-picture', detail, errors };
  }
  const outlines = kind === 'map' ? servedOutlines : null;
  const late = kind === 'activity' ? await chartLate(revision, view, signal) : null;
  const input = await askForPicture(revision.engine, view, revision.info, signal, outlines, late);
  const picture = drawPicture(kind, input, size);
  if (picture.kind === 'too-low') {
    const message = `At ${size.width} pixels of width this picture needs a height of at least ${picture.least}.`;
    return badPicture('height', size.height ?? picture.least, message);
  }
  // A picture grows downwards with what is in it, which the address does not say.
  if (picture.width * picture.height * size.scale ** 2 > MOST_PIXELS) {
    const message = `At this scale the picture has more than ${MOST_PIXELS / 1e6} million pixels.`;
    return badPicture('scale', size.scale, message);
  }
  return { kind: 'drawn', svg: toSvg(picture.scene), scale: size.scale };
}

function headersOf({ dataset, revision }: TwinRequest, kind: PictureKind, ending: 'svg' | 'png') {
  const name = `${dataset}-${kind}-${revision.info.revision.slice(0, 12)}.${ending}`;
  return { 'content-disposition': `inline; filename="${name}"` };
}

/** `timeline.svg` and the like: the view as a picture. */
export async function svgOf(asked: TwinRequest, kind: PictureKind): Promise<TwinAnswer<string>> {
  const drawn = await draw(asked, kind);
  if (drawn.kind === 'problem') return drawn;
  return { kind: 'answer', body: async () => drawn.svg, headers: headersOf(asked, kind, 'svg') };
}

/** `activity.png` and the like: the same in pixels. */
export async function pngOf(asked: TwinRequest, kind: PictureKind): Promise<TwinAnswer<BodyInit>> {
  const drawn = await draw(asked, kind);
  if (drawn.kind === 'problem') return drawn;
  return {
    kind: 'answer',
    body: () => toPng(drawn.svg, drawn.scale, asked.signal),
    headers: headersOf(asked, kind, 'png'),
  };
}
