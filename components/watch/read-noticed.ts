import type { watchDocument } from '@/lib/export/documents/watch-document';
import type { LateReports } from '@/lib/query/watch/late-bins';
import { parseDay } from '@/lib/time/day';

/** A notice in a sentence, and the query string of the view that opens its incidents. */
interface NoticeInShort {
  readonly key: string;
  readonly words: string;
  readonly query: string;
}

/** What of `watch.json` stands on a dashboard. */
export interface Noticed {
  /** Those of the last 13 bins alone. */
  readonly notices: readonly NoticeInShort[];
  /** What it means that there are none: how much would have been noticed, or why nothing can be. */
  readonly silence: { readonly able: boolean; readonly words: string };
  readonly late: LateReports | null;
}

type WatchJson = Pick<ReturnType<typeof watchDocument>, 'notices' | 'late' | 'words' | 'why'>;

function lateOf({ revisions, chart }: WatchJson['late']): LateReports | null {
  if (chart.bin === null || chart.shares === null) return null;
  const bins = chart.bins.flatMap(({ start, best, share, estimate, interval }) => {
    const day = parseDay(start);
    const { lower: low, upper: high } = interval;
    return day === null ? [] : [{ start: day, reported: best, share, estimate, low, high }];
  });
  const level = chart.bins[0]?.interval.level ?? 0.95;
  return { bin: chart.bin, publications: revisions, shares: chart.shares, bins, level };
}

/** Reads an answer of the server that the page came from. */
export function readNoticed({ notices, late, words, why }: WatchJson): Noticed {
  const fresh = notices.filter((one) => one.new === true);
  return {
    notices: fresh.map(({ key, words, view }) => ({ key, words: String(words), query: String(view) })),
    // The first says how many stand out, the second what was looked at.
    silence: { able: why === null, words: String(words[why === null ? 2 : 0] ?? '') },
    late: lateOf(late),
  };
}
