import { citationOf, citeAsText } from '../../export/cite/citation';
import { planListing } from '../../export/documents/listing';
import { textStream } from '../../export/formats/text-stream';
import { type SaveInput, savePageHead, savePageRows, savePageTail } from '../../export/html/save-page';
import { askForPicture } from '../../render/picture/picture-input';
import { freezeView } from '../../view/resolve';
import { viewHref } from '../../view/serialize';
import { dataResponse, problemResponse } from '../http/respond';
import type { OpenView } from '../requests/open-view';
import { originOf } from '../requests/origin';
import { identityOf, rowsTwin } from './twin';

type Ok = Extract<OpenView, { kind: 'ok' }>;

/** Rows that a browser can show, sort and search in one page. */
const MOST_ROWS = 20_000;
const PAGE = 2_000;

async function inputOf(request: Request, { opened, view }: Ok): Promise<SaveInput> {
  const { info, engine, sources } = opened;
  const frozen = freezeView(view, info.guide.meta.coverage, info.revision);
  const url = originOf(request.headers) + viewHref({ ...frozen, incident: null });
  const citation = citeAsText(citationOf(frozen, info, url, info.published));
  return { ...(await askForPicture(engine, view, info)), url, citation, sources };
}

async function* pageOf(request: Request, ok: Ok): AsyncGenerator<string> {
  const input = await inputOf(request, ok);
  yield savePageHead(input);
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await ok.opened.plainEngine.run(planListing(ok.view, input.info, offset, PAGE));
    const incidents = rows.map(({ incident }) => incident);
    yield savePageRows(incidents, offset, input);
    if (rows.length < PAGE) break;
  }
  yield savePageTail(input);
}

/** `view.html`: the view as one file that opens from a disk, without a network. */
export function savedView(request: Request, dataset: string): Promise<Response> {
  return rowsTwin(request, dataset, {}, async (ok) => {
    const { engine, info } = ok.opened;
    const { total } = await engine.run(planListing(ok.view, info, 0, 1));
    if (total > MOST_ROWS) {
      const detail = `One page can hold ${MOST_ROWS} incidents; this view has ${total}. Narrow it, or choose incidents.csv.`;
      return problemResponse(request, 'too-many-rows', detail);
    }
    const name = `${info.guide.meta.id}-${info.revision.slice(0, 12)}.html`;
    const more = {
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    };
    return dataResponse(
      request,
      identityOf(ok),
      'text/html; charset=utf-8',
      async () => textStream(pageOf(request, ok)),
      more,
    );
  });
}
