import { SharedWork } from '../../caches/shared-work';
import { sizeOf } from '../../caches/size-of';
import type { LateFound } from '../../export/documents/watch-document';
import { filterOf } from '../../query/plan/filter';
import type { BinsQuery } from '../../query/query';
import {
  binOfCadence,
  type LateReports,
  LEAST_PUBLICATIONS,
  LONGEST_DELAY,
  lateReports,
  type PublishedCounts,
} from '../../query/watch/late-bins';
import { type Bin, binSpan, binStarts } from '../../time/bin';
import { type Day, parseDay } from '../../time/day';
import { serializeView } from '../../view/serialize';
import type { View } from '../../view/view';
import type { Catalogue, OpenRevision } from '../catalogue/catalogue';
import { onRemoval } from '../catalogue/removals';
import type { Publication } from '../catalogue/series-store';

/** The most revisions that are looked at, the latest ones. */
const MOST_PUBLICATIONS = 30;
/** Bins before the first publication that tell what is usual. */
const USUAL_BINS = 52;

/** Bytes of results that are kept: revisions never change. */
const KEPT = 4_000_000;
const kept = new SharedWork<LateFound>(KEPT);
onRemoval(() => kept.clear());

/** The publications up to a revision, the last one of each day, oldest first. */
function upTo(history: readonly Publication[], revision: string): readonly Publication[] {
  const end = history.findLastIndex((one) => one.revision === revision);
  const days = new Map(history.slice(0, end + 1).map((one) => [one.time.slice(0, 10), one]));
  return [...days.values()].slice(-MOST_PUBLICATIONS);
}

async function countsOf(
  catalogue: Catalogue,
  publication: Publication,
  query: (opened: OpenRevision) => BinsQuery,
  view: View,
  signal: AbortSignal,
): Promise<PublishedCounts> {
  const opened = await catalogue.open(view.dataset, publication, signal);
  const { one: engine, release } = await opened.lease();
  try {
    const { bins } = await engine.run(query(opened), signal);
    const counts = new Map(bins.map(({ start, best }) => [start, best ?? 0]));
    return { day: parseDay(publication.time.slice(0, 10))!, counts };
  } finally {
    release();
  }
}

async function find(
  catalogue: Catalogue,
  published: readonly Publication[],
  view: View,
  { info }: OpenRevision,
  finest: Bin,
  signal: AbortSignal,
): Promise<LateReports | null> {
  const days = published.map(({ time }) => parseDay(time.slice(0, 10))!);
  const bin = binOfCadence(days, finest);
  const { coverage } = info.guide.meta;
  const end = Math.min(coverage.to, days.at(-1)! - 1) as Day;
  const starts = binStarts(coverage.from, end, bin).filter((start) => binSpan(start, bin).to <= end);
  const first = starts.findIndex((start) => binSpan(start, bin).to >= days[0]!);
  const looked = starts.slice(Math.max(0, Math.min(first, starts.length - LONGEST_DELAY) - USUAL_BINS));
  if (first === -1 || looked.length === 0) return null;
  const span = { from: looked[0]!, to: binSpan(looked.at(-1)!, bin).to };
  const query = (opened: OpenRevision): BinsQuery => ({
    ...{ kind: 'bins', bin, measure: 'incidents', split: 'none', stacked: false, beyond: null },
    filter: { ...filterOf(view, opened.info), ...span },
  });
  const counts: PublishedCounts[] = [];
  // One after the other: each may have to be read from the disk.
  for (const publication of published) {
    counts.push(await countsOf(catalogue, publication, query, view, signal));
  }
  return lateReports(counts, looked, bin);
}

/** What later reports can still add to the last bins of a view, from the revisions up to the one that is shown. In bins like these, or coarser ones where revisions are. */
export async function lateOf(
  catalogue: Catalogue,
  view: View,
  revision: OpenRevision,
  finest: Bin,
  signal?: AbortSignal,
): Promise<LateFound> {
  const published = upTo(await catalogue.history(view.dataset), revision.info.revision);
  const publications = published.length;
  if (publications < LEAST_PUBLICATIONS) return { publications, late: null };
  const times = published.map(({ revision: hash, time }) => `${hash} ${time}`);
  const run = async (stop: AbortSignal): Promise<LateFound> => ({
    publications,
    late: await find(catalogue, published, view, revision, finest, stop),
  });
  const key = JSON.stringify([times, serializeView(view), finest]);
  return kept.ask(key, { run, bytes: sizeOf }, signal);
}
