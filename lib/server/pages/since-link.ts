import { summaryInWords } from '../../export/changes/summary';
import { serializeView } from '../../view/serialize';
import type { Published } from '../catalogue/series-store';
import { catalogue } from '../catalogue/server-catalogue';
import { compareRevisions } from '../changes/compare-revisions';
import type { OpenRequest } from '../requests/open-request';

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
export async function sinceLink({ dataset, revision, view, signal }: OpenRequest): Promise<SinceLink | null> {
  if (view.revision === null) return null;
  const { info } = revision;
  const current = (await catalogue().history(dataset)).at(-1);
  if (!current || current.revision === info.revision) return null;
  const found = {
    current: { revision: current.revision, published: current.published },
    query: serializeView(view),
  };
  if (info.incidents > MOST_INCIDENTS) return { ...found, words: null };
  const sides = { before: info, after: current };
  const { summary } = await compareRevisions(catalogue(), dataset, view, sides, signal);
  return { ...found, words: summaryInWords(summary) };
}
