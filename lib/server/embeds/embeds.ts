import { createHash } from 'node:crypto';
import { planListing } from '../../export/documents/listing';
import { PROBLEM_KINDS } from '../../export/documents/problem-codes';
import { type EmbedPanel, embedPanel, PANELS } from '../../export/html/embed-code';
import { type EmbedInput, embedPage, SIZE_SCRIPT } from '../../export/html/embed-page';
import { html, trusted } from '../../export/html/markup';
import { embedStyles, PAGE_THEMES, type PageTheme } from '../../export/html/styles';
import { askForPicture } from '../../render/picture/picture-input';
import { servedOutlines } from '../boundaries/served-outlines';
import { catalogue } from '../catalogue/server-catalogue';
import { dataResponse } from '../http/respond';
import { type OpenRequest, openRequest, type RequestOutcome } from '../requests/open-request';
import { frozenReader, readerOf } from '../requests/reader';
import { LEFT } from '../requests/refusal';
import { chartLate } from '../watch/chart-late';
import { requestWork } from '../work/admission';
import { isRefused, type RefusedError } from '../work/fair-queue';
import { REFUSALS } from '../work/refused';

/** Rows of an embedded table. */
const ROWS = 100;

/** Who may put a panel into a page: `ANNALS_FRAME_ANCESTORS` as a list of CSP sources, everybody by default. */
function frameAncestors(): string {
  const set = process.env.ANNALS_FRAME_ANCESTORS?.trim() ?? '';
  return /^[\w\-.:/*' ]+$/.test(set) ? set : '*';
}

const hashed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/** What an embedded page runs and looks like, by hashes. A nonce would tie the policy of a 304 to a page it does not come with. */
const SCRIPT = hashed(SIZE_SCRIPT);
const STYLES = PAGE_THEMES.map((theme) => hashed(embedStyles(theme))).join(' ');

function policy(): string {
  return [
    "default-src 'none'",
    `script-src ${SCRIPT}`,
    `style-src ${STYLES}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors()}`,
  ].join('; ');
}

/** A note in place of a panel that cannot be shown, so that a frame never holds a raw error. */
function notice(status: number, title: string, text: string): Response {
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${trusted(embedStyles('auto'))}</style></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy(),
    'cache-control': 'no-store',
  };
  return new Response(page.markup, { status, headers });
}

function refusal(opened: Exclude<RequestOutcome, OpenRequest>): Response {
  if (opened.kind === 'no-dataset') {
    const words = opened.removed ?? 'No dataset has the id in this address.';
    return notice(opened.removed === null ? 404 : 410, 'No such series', words);
  }
  if (opened.kind === 'damaged') return notice(503, 'This series cannot be read', 'Its data are damaged.');
  const words = opened.issues.map(({ message }) => message).join(' ');
  const removed = opened.issues.some(({ code }) => code === 'revision-removed');
  return notice(removed ? 410 : 404, 'This revision is not here', words);
}

/** A note for a frame whose panel gets no place now. */
function busyNotice({ reason, retryAfter }: RefusedError): Response {
  const { code, detail } = REFUSALS[reason];
  const { status, title } = PROBLEM_KINDS[code];
  const response = notice(status, title, detail);
  response.headers.set('retry-after', String(retryAfter));
  return response;
}

function themeOf(params: URLSearchParams): PageTheme | null {
  const text = params.get('theme') ?? 'auto';
  return PAGE_THEMES.find((theme) => theme === text) ?? null;
}

async function tableRows({
  revision,
  view,
}: OpenRequest): Promise<Pick<EmbedInput, 'incidents' | 'matched'>> {
  const { rows, total } = await revision.engine.run(planListing(view, revision.info, 0, ROWS));
  return { incidents: rows.map(({ incident }) => incident), matched: total };
}

const NO_ROWS = { incidents: [], matched: 0 };

async function page(
  request: Request,
  opened: OpenRequest,
  panel: EmbedPanel,
  theme: PageTheme,
): Promise<Response> {
  const { engine, info } = opened.revision;
  const { origin } = opened.frozen ? frozenReader() : opened.reader;
  const revision = opened.closed === null ? info.revision : `${info.revision} closed`;
  const identity = { revision, pinned: opened.frozen };
  const body = async () => {
    const late = panel === 'activity' ? await chartLate(opened.revision, opened.view) : null;
    const outlines = panel === 'map' ? servedOutlines : null;
    const input = await askForPicture(engine, opened.view, info, undefined, outlines, late);
    const { closed } = opened;
    const rows = panel === 'table' && closed === null ? await tableRows(opened) : NO_ROWS;
    return embedPage({ ...input, panel, theme, origin, ...rows, closed });
  };
  return dataResponse(request, identity, 'text/html; charset=utf-8', body, {
    'content-security-policy': policy(),
  });
}

/** `/embed/<dataset>/<panel>`: a panel of a view as a page for a frame. */
export async function embed(request: Request, dataset: string, name: string): Promise<Response> {
  const panel = embedPanel(name);
  if (!panel) {
    return notice(404, 'No such panel', `The panels are ${PANELS.map(({ id }) => id).join(', ')}.`);
  }
  const params = new URL(request.url).searchParams;
  const theme = themeOf(params);
  if (!theme) return notice(400, 'No such theme', `“theme” is one of ${PAGE_THEMES.join(', ')}.`);
  const work = requestWork('page', request.signal);
  const asked = { reader: readerOf(request.headers), dataset, params, signal: work.signal };
  try {
    const opened = await openRequest(catalogue(), asked, { others: ['theme'] });
    if (opened.kind !== 'ok') return refusal(opened);
    if (opened.issues.length > 0) {
      const words = opened.issues.map(({ message }) => message).join(' ');
      return notice(400, 'This address cannot be shown', words);
    }
    return await work.place(() => page(request, opened, panel.id, theme));
  } catch (error) {
    if (isRefused(error)) return busyNotice(error);
    if (request.signal.aborted) return new Response(null, { status: LEFT });
    console.error(error);
    return notice(503, 'This series cannot be read', 'The log of the server says more.');
  }
}
