import { atomFeed, type FeedDocument, jsonFeed } from '../../export/feed/feed-documents';
import { changeView } from '../../view/change';
import { resolveWindow } from '../../view/resolve';
import { viewHref } from '../../view/serialize';
import type { View } from '../../view/view';
import { viewInWords } from '../../view/words';
import type { Publication } from '../catalogue/series-store';
import { catalogue } from '../catalogue/server-catalogue';
import { feedEntries } from '../changes/feed-entries';
import { dataResponse, type Identity } from '../http/respond';
import type { OpenView } from '../requests/open-view';
import { originOf } from '../requests/origin';
import { rowsTwin } from './twin';

type Ok = Extract<OpenView, { kind: 'ok' }>;

function documentOf(
  ok: Ok,
  origin: string,
  live: View,
  history: readonly Publication[],
): Omit<FeedDocument, 'entries'> {
  const { guide } = ok.opened.info;
  const { meta } = guide;
  const words = viewInWords(live, guide, resolveWindow(live, meta.coverage));
  return {
    title: `${words} · ${meta.title}`,
    description: `Incidents of this view as they are added, corrected, re-attributed and removed. ${meta.title}.`,
    language: 'en',
    publisher: meta.publisher,
    rights: meta.licence.name,
    url: origin + viewHref(live),
    atomUrl: origin + viewHref(live, '/feed.atom'),
    jsonUrl: origin + viewHref(live, '/feed.json'),
    updated: history.at(-1)?.time ?? '1970-01-01T00:00:00.000Z',
  };
}

const TYPES = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const;

/** What a feed is made of: a publication more or less, or an old one once more, makes it another. */
function identityOf(history: readonly Publication[], revision: string): Identity {
  const last = history.at(-1);
  if (!last) return { revision, pinned: false };
  return { revision: `${last.revision} ${last.time} ${history.length}`, pinned: false, modified: last.time };
}

/** `feed.atom` and `feed.json`: what became of the incidents of a view. A feed follows the series: `r` has no part in it. */
export function feed(request: Request, dataset: string, format: keyof typeof TYPES): Promise<Response> {
  return rowsTwin(request, dataset, {}, async (ok) => {
    const origin = originOf(request.headers);
    const view = changeView(ok.view, { revision: null, incident: null });
    const history = await catalogue().history(view.dataset);
    const body = async () => {
      const entries = await feedEntries({ catalogue: catalogue(), view, origin }, history);
      const document = { ...documentOf(ok, origin, view, history), entries };
      return format === 'atom' ? atomFeed(document) : jsonFeed(document);
    };
    return dataResponse(request, identityOf(history, ok.opened.info.revision), TYPES[format], body);
  });
}
