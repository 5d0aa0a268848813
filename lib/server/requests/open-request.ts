import { withoutValues } from '../../importers/report/without-values';
import type { Problem } from '../../problems/problem';
import type { DatasetId, IncidentId } from '../../series/model';
import { isDatasetId } from '../../store/log/layout';
import { dayInWords } from '../../time/format';
import { parseView } from '../../view/parse';
import type { View, ViewIssue } from '../../view/view';
import { checkView } from '../../words/address/view-issues';
import type { Catalogue, DatasetStatus, OpenRevision } from '../catalogue/catalogue';
import { type Published, problemsOf, type Resolution } from '../catalogue/series-store';
import { closeRows, whyClosed } from './closed-rows';
import type { Reader } from './reader';

type Found = Extract<DatasetStatus, { kind: 'ok' }>;
type Removed = Extract<Resolution, { kind: 'removed' }>;

/** A request before anything is looked up: who asks, of which dataset, with which keys. */
export interface AskedRequest {
  readonly reader: Reader;
  /** As written in the address. */
  readonly dataset: string;
  readonly params: URLSearchParams;
  /** Aborted when the reader leaves: what was asked for them stops. */
  readonly signal?: AbortSignal | undefined;
}

/** A request that can be answered. Every route, twin, page and embed begins with one. */
export interface OpenRequest {
  readonly kind: 'ok';
  readonly reader: Reader;
  readonly signal?: AbortSignal | undefined;
  readonly dataset: DatasetId;
  readonly revision: OpenRevision;
  readonly view: View;
  readonly issues: readonly ViewIssue[];
  /** True where the address names the revision, so that the answer may be kept. */
  readonly frozen: boolean;
  /** Why rows may not be passed on, and the revision has none to give; null where they may. */
  readonly closed: string | null;
  /** Problems of the dataset's package where that could not be imported and an older revision stands in. */
  readonly failed: readonly Problem[];
}

/** What becomes of a request. */
export type RequestOutcome =
  /** `removed` is a sentence where the address names a revision that was removed with all others. */
  | { readonly kind: 'no-dataset'; readonly dataset: string; readonly removed: string | null }
  | { readonly kind: 'damaged'; readonly dataset: string; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'unknown-revision';
      readonly view: View;
      readonly issues: readonly ViewIssue[];
      readonly current: Published;
      readonly title: string;
    }
  | OpenRequest;

export interface RequestOptions {
  /** Keys of the address that the caller reads itself. */
  readonly others?: readonly string[];
  /** A revision that a cursor names where the address names none. */
  readonly pinned?: string | null;
}

function revisionIssue(value: string, message: string): ViewIssue {
  return { key: 'r', value, code: 'unknown-revision', message };
}

/** A sentence for those who follow a link to a revision that was removed. */
export function removalMessage({ removed, reason }: Removed): string {
  return `This revision was removed on ${dayInWords(removed)}: ${reason}`;
}

function removalIssue(value: string, removed: Removed): ViewIssue {
  return { key: 'r', value, code: 'revision-removed', message: removalMessage(removed) };
}

/** The revision that a view asks for; the current one where it names none; an issue where there is no such. */
async function revisionOf(
  catalogue: Catalogue,
  status: Found,
  prefix: string | null,
): Promise<Published | ViewIssue> {
  if (prefix === null) return status;
  const found = await catalogue.resolve(status.id, prefix);
  if (found.kind === 'found') return found;
  if (found.kind === 'removed') return removalIssue(prefix, found);
  if (found.kind === 'unknown')
    return revisionIssue(prefix, `No revision “${prefix}” of this series is kept here.`);
  return revisionIssue(prefix, `${found.count} revisions begin with “${prefix}”: write more of its digits.`);
}

async function incidentIssues(
  view: View,
  { engine }: OpenRevision,
  closed: string | null,
): Promise<readonly ViewIssue[]> {
  if (view.incident === null) return [];
  const issue = { key: 'incident', value: view.incident, code: 'unknown-incident' } as const;
  if (closed !== null) return [{ ...issue, message: `Incidents of this series are not shown. ${closed}` }];
  const { incident } = await engine.run({ kind: 'incident', incident: view.incident as IncidentId });
  if (incident) return [];
  const message = 'The series has no incident of this id in this revision.';
  return [{ ...issue, message }];
}

async function openFound(
  catalogue: Catalogue,
  status: Found,
  { reader, params, signal }: AskedRequest,
  { others = [], pinned = null }: RequestOptions,
): Promise<RequestOutcome> {
  // The revision says what the series means by an address that says nothing, so that is read before all else.
  const first = parseView(status.id, params, { others });
  const asked = await revisionOf(catalogue, status, first.view.revision ?? pinned);
  const { view, issues } = first;
  const missing = 'code' in asked ? [asked] : issues.filter(({ key }) => key === 'r');
  if ('code' in asked || missing.length > 0) {
    const { revision, published } = status;
    const title = (await catalogue.open(status.id, status)).info.guide.meta.title;
    const others = issues.filter(({ key }) => key !== 'r');
    return {
      kind: 'unknown-revision',
      view,
      issues: [...missing, ...others],
      current: { revision, published },
      title,
    };
  }
  const whole = await catalogue.open(status.id, asked, signal);
  const closed = await whyClosed(catalogue, status, whole);
  const revision = closed === null ? whole : closeRows(whole, closed);
  const { standard, guide, ranking } = revision.info;
  const read = parseView(status.id, params, { others, standard });
  const found = checkView(read.view, guide, (key) => ranking[key] ?? null);
  const later = [...found, ...(await incidentIssues(read.view, revision, closed))];
  return {
    kind: 'ok',
    ...{ reader, signal, dataset: status.id, revision, view: read.view, issues: [...read.issues, ...later] },
    ...{ frozen: read.view.revision !== null, closed },
    failed: closed === null ? status.failed : withoutValues(status.failed),
  };
}

/** What became of the revision that an address names, in a dataset of which nothing is left. */
async function removedHere(
  catalogue: Catalogue,
  dataset: string,
  params: URLSearchParams,
): Promise<string | null> {
  if (!isDatasetId(dataset)) return null;
  const { view } = parseView(dataset, params);
  if (view.revision === null) return null;
  const found = await catalogue.resolve(dataset, view.revision).catch(() => null);
  return found?.kind === 'removed' ? removalMessage(found) : null;
}

/**
 * Reads a request: its dataset, its revision, its view, and all that is wrong with them. The one place where that is
 * decided. Never throws for damage; throws what an aborted signal says.
 */
export async function openRequest(
  catalogue: Catalogue,
  asked: AskedRequest,
  options: RequestOptions = {},
): Promise<RequestOutcome> {
  const { dataset, params } = asked;
  const status = await catalogue.find(dataset);
  if (!status) return { kind: 'no-dataset', dataset, removed: await removedHere(catalogue, dataset, params) };
  if (status.kind === 'damaged') return { kind: 'damaged', dataset, problems: status.problems };
  try {
    return await openFound(catalogue, status, asked, options);
  } catch (error) {
    asked.signal?.throwIfAborted();
    return { kind: 'damaged', dataset, problems: problemsOf(error, dataset) };
  }
}
