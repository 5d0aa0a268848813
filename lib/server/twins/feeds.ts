import { atomFeed, type FeedDocument, jsonFeed } from '../../export/feed/feed-documents';
import { servedTwinHref } from '../../view/addresses/addresses';
import { changeView } from '../../view/change';
import { resolveWindow } from '../../view/resolve';
import { viewHref } from '../../view/serialize';
import type { View } from '../../view/view';
import { countedInWords } from '../../words/view';
import type { Publication } from '../catalogue/series-store';
import { catalogue } from '../catalogue/server-catalogue';
import { feedEntries } from '../changes/feed-entries';
import type { TwinAnswer, TwinRequest } from './twin';

function documentOf(
  { reader: { origin }, revision }: TwinRequest,
  live: View,
  history: readonly Publication[],
): Omit<FeedDocument, 'entries'> {
  const { guide } = revision.info;
  const { meta } = guide;
  const words = countedInWords(live, guide, resolveWindow(live, meta.coverage));
  return {
    title: `${words} · ${meta.title}`,
    description: `Incidents of this view as they are added, corrected, re-attributed and removed. ${meta.title}.`,
    language: 'en',
    publisher: meta.publisher,
    rights: meta.licence.name,
    url: origin + viewHref(live),
    atomUrl: origin + servedTwinHref(live, 'feed.atom'),
    jsonUrl: origin + servedTwinHref(live, 'feed.json'),
    updated: history.at(-1)?.time ?? '1970-01-01T00:00:00.000Z',
  };
}

/** What a feed is made of: a publication more or less, or an old one once more, makes it another. */
export function madeOfHistory(history: readonly Publication[], revision: string) {
  const last = history.at(-1);
  if (!last) return { revision };
  return { revision: `${last.revision} ${last.time} ${history.length}`, modified: last.time };
}

/** `feed.atom` and `feed.json`: what became of the incidents of a view. A feed follows the series: `r` has no part in it. */
export async function feed(asked: TwinRequest, format: 'atom' | 'json'): Promise<TwinAnswer<string>> {
  const { reader, dataset, revision, signal } = asked;
  const view = changeView(asked.view, { revision: null, incident: null });
  const history = await catalogue().history(dataset);
  const body = async () => {
    const making = { catalogue: catalogue(), view, origin: reader.origin, signal };
    const entries = await feedEntries(making, history);
    const document = { ...documentOf(asked, view, history), entries };
    return format === 'atom' ? atomFeed(document) : jsonFeed(document);
  };
  return { kind: 'answer', body, madeOf: madeOfHistory(history, revision.info.revision) };
}
