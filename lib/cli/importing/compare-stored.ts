import { createHash } from 'node:crypto';
import { guideChanges } from '../../export/changes/guide-changes';
import { compareIncidents } from '../../query/changes/compare-incidents';
import { type ChangeField, fieldsOf, textOf } from '../../query/changes/incident-fields';
import type { Incident } from '../../series/model';
import { type RevisionHead, readHead, readIncidents } from '../../store/revision/read-revision';

/** An incident that a publication would add, change or remove, by the title that readers see. */
export interface ChangedIncident {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly id: string;
  readonly date: string;
  readonly title: string;
  /** What differs; empty for one that comes or goes. */
  readonly fields: readonly ChangeField[];
}

/** What differs between the current revision of a dataset and another one. */
export interface StoredChanges {
  /** The revision that is compared with. */
  readonly since: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** What differs beside the incidents, by name. */
  readonly series: readonly string[];
  /** The first of each kind, at most {@link MOST_LISTED} in all kinds. */
  readonly incidents: readonly ChangedIncident[];
}

const MOST_LISTED = 20;

type Digests = Map<string, string>;

function digestOf(incident: Incident): string {
  return createHash('sha256')
    .update(textOf(fieldsOf(incident)))
    .digest('base64')
    .slice(0, 22);
}

function listed(kind: ChangedIncident['kind'], incident: Incident, fields: readonly ChangeField[] = []) {
  return { kind, id: incident.id, date: incident.date.edtf, title: incident.title, fields };
}

async function digestsOf(dir: string, head: RevisionHead): Promise<Digests> {
  const digests: Digests = new Map();
  for await (const batch of readIncidents(dir, head)) {
    for (const incident of batch) digests.set(incident.id, digestOf(incident));
  }
  return digests;
}

interface Found {
  added: number;
  changed: number;
  unchanged: number;
  readonly firstAdded: Incident[];
  readonly firstChanged: Map<string, Incident>;
}

/** Compares every incident of the newer revision; those that it has too are taken out of `digests`. */
async function compareAll(dir: string, head: RevisionHead, digests: Digests): Promise<Found> {
  const found: Found = { added: 0, changed: 0, unchanged: 0, firstAdded: [], firstChanged: new Map() };
  for await (const batch of readIncidents(dir, head)) {
    for (const incident of batch) {
      const before = digests.get(incident.id);
      digests.delete(incident.id);
      if (before === undefined) {
        found.added++;
        if (found.firstAdded.length < MOST_LISTED) found.firstAdded.push(incident);
      } else if (before === digestOf(incident)) found.unchanged++;
      else {
        found.changed++;
        if (found.firstChanged.size < MOST_LISTED) found.firstChanged.set(incident.id, incident);
      }
    }
  }
  return found;
}

/** The older states of what changed, and the first of what is gone. */
async function older(
  dir: string,
  head: RevisionHead,
  changed: ReadonlyMap<string, Incident>,
  gone: Digests,
): Promise<readonly ChangedIncident[]> {
  const list: ChangedIncident[] = [];
  let removed = 0;
  if (changed.size === 0 && gone.size === 0) return list;
  for await (const batch of readIncidents(dir, head)) {
    for (const incident of batch) {
      const now = changed.get(incident.id);
      if (now) {
        const fields = compareIncidents(incident, now).map(({ field }) => field);
        list.push(listed('changed', now, fields));
      } else if (gone.has(incident.id) && removed < MOST_LISTED) {
        removed++;
        list.push(listed('removed', incident));
      }
    }
  }
  return list;
}

/** What publishing the revision in `after` over the one in `before` would change. Holds a digest of each older incident. */
export async function compareStored(since: string, before: string, after: string): Promise<StoredChanges> {
  const [old, young] = [await readHead(before), await readHead(after)];
  const digests = await digestsOf(before, old);
  const found = await compareAll(after, young, digests);
  const rest = await older(before, old, found.firstChanged, digests);
  const { added, changed, unchanged } = found;
  const { sources: _, ...guide } = old.rest;
  const { sources: __, ...newGuide } = young.rest;
  return {
    ...{ since, added, changed, removed: digests.size, unchanged },
    series: guideChanges(guide, newGuide),
    incidents: [...found.firstAdded.map((incident) => listed('added', incident)), ...rest].slice(
      0,
      3 * MOST_LISTED,
    ),
  };
}
