import { summaryInWords } from '../../export/changes/summary';
import { serializeView } from '../../view/serialize';
import type { Published } from '../catalogue/series-store';
import { catalogue } from '../catalogue/server-catalogue';
import { compareRevisions } from '../changes/compare-revisions';
import type { OpenView } from '../requests/open-view';

type Ok = Extract<OpenView, { kind: 'ok' }>;

/** What a frozen link must say: that there is a newer revision, and what it changed in this very view. */
export interface SinceLink {
  readonly current: Published;
  /** The view that the words are for, as a query; words are null where the series is too large to compare on the way. */
  readonly query: string;
  readonly words: string | null;
}

/** Larger series are compared when somebody asks, not before a page is shown. */
const MOST_INCIDENTS = 50_000;

/** Null where the address is not frozen, or its revision is the current one. */
export async function sinceLink(ok: Ok): Promise<SinceLink | null> {
  if (ok.view.revision === null) return null;
  const { info } = ok.opened;
  const { id } = info.guide.meta;
  const current = (await catalogue().history(id)).at(-1);
  if (!current || current.revision === info.revision) return null;
  const query = serializeView(ok.view);
  const { revision, published } = current;
  const found = { current: { revision, published }, query };
  if (info.incidents > MOST_INCIDENTS) return { ...found, words: null };
  const { summary } = await compareRevisions(catalogue(), id, ok.view, { before: info, after: current });
  return { ...found, words: summaryInWords(summary) };
}
