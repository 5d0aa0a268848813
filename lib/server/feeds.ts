import { compareViews, type IncidentChange } from '../export/changes/compare-views';
import { type EntryContext, entryOf, type FeedEntry } from '../export/feed/entry';
import { atomFeed, type FeedDocument, jsonFeed } from '../export/feed/feed-documents';
import { filterOf } from '../query/plan';
import { changeView } from '../view/change';
import { resolveWindow } from '../view/resolve';
import { viewHref } from '../view/serialize';
import type { View } from '../view/view';
import { viewInWords } from '../view/words';
import type { OpenView } from './open-view';
import { originOf } from './origin';
import { dataResponse } from './respond';
import { catalogue } from './root';
import type { Publication } from './series-store';
import { rowsTwin } from './twin';

type Ok = Extract<OpenView, { kind: 'ok' }>;

/** Entries of a feed, and revisions that are looked at for them. */
const MOST_ENTRIES = 200;
const MOST_REVISIONS = 20;

function contextOf(
  ok: Ok,
  origin: string,
  now: Publication,
  before: Publication | null,
  guides: Pick<EntryContext, 'before' | 'after'>,
): EntryContext {
  const { dataset } = ok.view;
  return {
    ...{ dataset, revision: now.revision, parent: before?.revision ?? null, time: now.time, ...guides },
    urlOf: (incident, revision) =>
      `${origin}/${encodeURIComponent(dataset)}/incidents/${encodeURIComponent(incident)}?r=${revision.slice(0, 12)}`,
  };
}

/** The first revision: its incidents in the view, the latest first. */
async function firstEntries(ok: Ok, origin: string, first: Publication): Promise<readonly FeedEntry[]> {
  const { info, plainEngine } = await catalogue().open(ok.view.dataset, first);
  const filter = filterOf(ok.view, info.guide.meta.coverage);
  const { rows } = await plainEngine.run({ kind: 'rows', filter, sort: [], offset: 0, limit: MOST_ENTRIES });
  const context = contextOf(ok, origin, first, null, { before: null, after: info.guide });
  return rows.map(({ incident }) => {
    const added: IncidentChange = {
      kind: 'added',
      id: incident.id,
      before: null,
      after: incident,
      fields: [],
    };
    return entryOf(added, context);
  });
}

/** What one revision brought to the view. Both sides are asked for the same days, so a window that rolls adds nothing. */
async function entriesBetween(
  ok: Ok,
  origin: string,
  before: Publication,
  now: Publication,
): Promise<readonly FeedEntry[]> {
  const source = catalogue();
  const { dataset } = ok.view;
  const [old, young] = await Promise.all([source.open(dataset, before), source.open(dataset, now)]);
  const filter = filterOf(ok.view, young.info.guide.meta.coverage);
  const changes = await compareViews(
    { engine: old.plainEngine, filter },
    { engine: young.plainEngine, filter },
  );
  const guides = { before: old.info.guide, after: young.info.guide };
  const context = contextOf(ok, origin, now, before, guides);
  return changes.map((change) => entryOf(change, context));
}

/** The newest entries of a view, revision by revision from the current one back. */
async function entriesOf(
  ok: Ok,
  origin: string,
  history: readonly Publication[],
): Promise<readonly FeedEntry[]> {
  const entries: FeedEntry[] = [];
  const oldest = Math.max(0, history.length - MOST_REVISIONS);
  for (let at = history.length - 1; at >= oldest && entries.length < MOST_ENTRIES; at--) {
    const [now, before] = [history[at], history[at - 1]];
    if (!now) break;
    entries.push(
      ...(before ? await entriesBetween(ok, origin, before, now) : await firstEntries(ok, origin, now)),
    );
  }
  return entries.slice(0, MOST_ENTRIES);
}

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

/** `feed.atom` and `feed.json`: what became of the incidents of a view. A feed follows the series: `r` has no part in it. */
export function feed(request: Request, dataset: string, format: keyof typeof TYPES): Promise<Response> {
  return rowsTwin(request, dataset, {}, async (ok) => {
    const origin = originOf(request.headers);
    const live = changeView(ok.view, { revision: null, incident: null });
    const history = await catalogue().history(ok.view.dataset);
    const last = history.at(-1);
    const body = async () => {
      const entries = await entriesOf({ ...ok, view: live }, origin, history);
      const document = { ...documentOf(ok, origin, live, history), entries };
      return format === 'atom' ? atomFeed(document) : jsonFeed(document);
    };
    const more = last ? { 'last-modified': new Date(last.time).toUTCString() } : {};
    const revision = last?.revision ?? ok.opened.info.revision;
    return dataResponse(request, { revision, pinned: false }, TYPES[format], body, more);
  });
}
