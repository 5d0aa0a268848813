import { renderAsync } from '@resvg/resvg-js';
import { drawPicture, type Picture } from '../../../render/picture/picture';
import { askForPicture, type PictureKind } from '../../../render/picture/picture-input';
import { toSvg } from '../../../render/svg';
import { dataResponse, problemResponse } from '../../http/respond';
import type { OpenView } from '../../requests/open-view';
import { identityOf, twin } from '../twin';
import { fontsFor } from './picture-fonts';
import { PICTURE_KEYS, type PictureParams, readPicture } from './picture-params';

type Ok = Extract<OpenView, { kind: 'ok' }>;

/** What a picture may load and run: nothing. */
const POLICY = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" };

/** The PNG of an SVG text. Same text, same bytes: only fonts that come with Annals are used. */
export async function toPng(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles: fontsFor(svg), loadSystemFonts: false, defaultFontFamily: 'Inter' },
  });
  return new Uint8Array(image.asPng());
}

async function draw({ opened, view }: Ok, kind: PictureKind, size: PictureParams): Promise<Picture> {
  return drawPicture(kind, await askForPicture(opened.engine, view, opened.info), size);
}

/** `timeline.svg`, `activity.png` and the like: the view of the address as a picture. */
export function pictureTwin(
  request: Request,
  dataset: string,
  kind: PictureKind,
  format: 'svg' | 'png',
): Promise<Response> {
  return twin(request, dataset, { others: PICTURE_KEYS }, async (ok) => {
    const { picture: size, errors } = readPicture(new URL(request.url).searchParams);
    if (errors.length > 0) {
      return problemResponse(request, 'bad-picture', errors.map(({ message }) => message).join(' '), errors);
    }
    const picture = await draw(ok, kind, size);
    if (picture.kind === 'too-low') {
      const message = `At ${size.width} pixels of width this picture needs a height of at least ${picture.least}.`;
      const error = { key: 'height', value: String(size.height), code: 'bad-picture', message };
      return problemResponse(request, 'bad-picture', message, [error]);
    }
    const svg = toSvg(picture.scene);
    const name = `${dataset}-${kind}-${ok.opened.info.revision.slice(0, 12)}.${format}`;
    const more = { ...POLICY, 'content-disposition': `inline; filename="${name}"` };
    return format === 'svg'
      ? dataResponse(request, identityOf(ok), 'image/svg+xml; charset=utf-8', async () => svg, more)
      : dataResponse(request, identityOf(ok), 'image/png', () => toPng(svg, size.scale), more);
  });
}
