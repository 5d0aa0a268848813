import { type EmbedPanel, embedHref, embedPanel, PANELS } from '../../export/html/embed-code';
import { escapeXml } from '../../text/escape-xml';
import { appPath, BASE_PATH } from '../../text/site-path';
import { resolveWindow } from '../../view/resolve';
import { viewInWords } from '../../words/view';
import { catalogue } from '../catalogue/server-catalogue';
import { dataResponse, problemResponse } from '../http/respond';
import { openRequest } from '../requests/open-request';
import { readerOf } from '../requests/reader';

/** The least and the most that a frame may be wide. */
const WIDTHS = { least: 280, most: 1200, standard: 640 } as const;

/** An answer as oEmbed 1.0 has it for type `rich`. */
interface Rich {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly author_name: string;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

/** The dataset, panel and query of an address of ours: a dashboard or an embedded panel. */
function targetOf(url: URL): { readonly dataset: string; readonly panel: EmbedPanel } | null {
  const [first, second, third, ...more] = (appPath(url.pathname) ?? '')
    .split('/')
    .filter((part) => part !== '');
  if (first === undefined || more.length > 0) return null;
  if (first !== 'embed') return second === undefined ? { dataset: first, panel: 'activity' } : null;
  const panel = embedPanel(third ?? '');
  return second !== undefined && panel ? { dataset: second, panel: panel.id } : null;
}

function readAddress(text: string, origin: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && url.origin === origin ? url : null;
}

/** A limit of the asker, as a number; null where it is not one. */
function limit(text: string | null): number | null {
  if (text === null) return Number.POSITIVE_INFINITY;
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function xmlOf(rich: Rich): string {
  const fields = Object.entries(rich).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`;
}

/** `/api/oembed?url=…`: how a page may embed an address of ours. Addresses elsewhere are not looked at. */
export async function oembed(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const reader = readerOf(request.headers);
  const { origin } = reader;
  const format = searchParams.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') {
    return problemResponse(request, 'bad-format', '“format” is json or xml.');
  }
  const [maxWidth, maxHeight] = [limit(searchParams.get('maxwidth')), limit(searchParams.get('maxheight'))];
  if (maxWidth === null || maxHeight === null || maxWidth < WIDTHS.least) {
    return problemResponse(
      request,
      'bad-format',
      `“maxwidth” and “maxheight” are whole numbers; a frame is at least ${WIDTHS.least} wide.`,
    );
  }
  const url = readAddress(searchParams.get('url') ?? '', origin);
  const target = url && targetOf(url);
  if (!url || !target) {
    return problemResponse(
      request,
      'not-found',
      '“url” is not the address of a dashboard or an embedded panel here.',
    );
  }
  const asked = { reader, dataset: target.dataset, params: url.searchParams };
  const opened = await openRequest(catalogue(), asked, { others: ['theme'] });
  if (opened.kind !== 'ok' || opened.issues.length > 0) {
    return problemResponse(request, 'not-found', 'This address shows no view that can be embedded.');
  }
  const { info } = opened.revision;
  const { meta } = info.guide;
  const words = viewInWords(opened.view, info.guide, resolveWindow(opened.view, meta.coverage));
  const panel = PANELS.find(({ id }) => id === target.panel) ?? PANELS[0];
  const width = Math.min(maxWidth, WIDTHS.standard);
  const height = Math.min(maxHeight, panel.height);
  const source = escapeXml(origin + embedHref(opened.view, panel.id));
  const rich: Rich = {
    version: '1.0',
    type: 'rich',
    title: words,
    provider_name: 'Annals',
    provider_url: origin + BASE_PATH,
    author_name: meta.publisher,
    width,
    height,
    html: `<iframe src="${source}" title="${escapeXml(words)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`,
  };
  const [type, text] =
    format === 'json'
      ? (['application/json', JSON.stringify(rich)] as const)
      : (['text/xml; charset=utf-8', xmlOf(rich)] as const);
  const identity = { revision: info.revision, pinned: false };
  return dataResponse(request, identity, type, async () => text, { 'access-control-allow-origin': '*' });
}
