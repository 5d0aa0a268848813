import { MOST_ROWS, readLimit } from '../../export/documents/listing';
import { watchDocument } from '../../export/documents/watch-document';
import { atomFeed } from '../../export/feed/feed-documents';
import { noticeEntry } from '../../export/feed/notice-entry';
import { servedTwinHref } from '../../view/addresses/addresses';
import { changeView } from '../../view/change';
import { resolveWindow } from '../../view/resolve';
import { viewHref } from '../../view/serialize';
import { viewInWords } from '../../words/view';
import { catalogue } from '../catalogue/server-catalogue';
import { chartLate } from '../watch/chart-late';
import { comparedRates } from '../watch/compared-rates';
import { lateOf } from '../watch/late-of';
import { watchedView, watchOf } from '../watch/watch-of';
import { badLimit } from './bad-limit';
import { madeOfHistory } from './feeds';
import type { TwinAnswer, TwinRequest } from './twin';

/** The key of watch.json beside those of a view: how many notices are told, new ones first. */
export const WATCH_KEYS = ['limit'];

/** watch.json: what stands out in a view, and by which test. */
export async function watchJson({
  revision,
  view,
  params,
  signal,
}: TwinRequest): Promise<TwinAnswer<string>> {
  const limit = readLimit(params, MOST_ROWS);
  if (limit === null) return badLimit(params);
  const body = async () => {
    const whole = await watchOf(revision, view, signal);
    const watch = { ...whole, notices: whole.notices.slice(0, limit) };
    const late = await lateOf(catalogue(), watchedView(view), revision, watch.bin, signal);
    const bars = await chartLate(revision, view, signal);
    const compared = await comparedRates(revision, view, signal);
    return JSON.stringify(watchDocument(revision.info, view, watch, { ...late, bars }, compared));
  };
  return { kind: 'answer', body };
}

/** watch.atom: an entry for each notice. Like every feed it follows the series: `r` has no part in it. */
export async function watchFeed(asked: TwinRequest): Promise<TwinAnswer<string>> {
  const { reader, dataset, view, signal } = asked;
  const history = await catalogue().history(dataset);
  const last = history.at(-1);
  const body = async () => {
    const revision = last === undefined ? asked.revision : await catalogue().open(dataset, last, signal);
    const { info } = revision;
    const { meta } = info.guide;
    const live = changeView(view, { revision: null, incident: null, compare: null, select: null });
    const words = viewInWords(live, info.guide, resolveWindow(live, meta.coverage));
    const watch = await watchOf(revision, live, signal);
    return atomFeed({
      title: `What stands out: ${words} · ${meta.title}`,
      description: `What stands out in this view against its own past, as it is noticed. ${meta.title}.`,
      language: 'en',
      publisher: meta.publisher,
      rights: meta.licence.name,
      url: reader.origin + viewHref(live, '/watch'),
      atomUrl: reader.origin + servedTwinHref(live, 'watch.atom'),
      updated: last?.time ?? '1970-01-01T00:00:00.000Z',
      entries: watch.notices.map((notice) => noticeEntry(notice, watch, info, reader.origin)),
    });
  };
  return { kind: 'answer', body, madeOf: madeOfHistory(history, asked.revision.info.revision) };
}
