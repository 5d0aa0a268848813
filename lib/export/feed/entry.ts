import type { IncidentChange } from '../../query/changes/compare-views';
import type { SeriesGuide } from '../../series/model';
import { showable } from '../../text/fold';
import { formatEventDate } from '../../time/format';
import { changeInWords, KIND_LABELS } from '../../words/changes';
import { classesOf } from '../changes/summary';

/** One thing that happened to an incident, as a feed tells it. */
export interface FeedEntry {
  /** Stable: the same change has the same id wherever the feed is read. A `urn:`. */
  readonly id: string;
  readonly title: string;
  /** Plain text. */
  readonly summary: string;
  /** One line a change: `Killed: 144 → 145`. */
  readonly lines: readonly string[];
  readonly url: string;
  /** When the revision was published that brought it, ISO 8601 in UTC. */
  readonly updated: string;
}

/** The revision that brought a change: its hash, when it was published, and the guides on both sides of it. */
export interface EntryContext {
  readonly dataset: string;
  readonly revision: string;
  readonly time: string;
  readonly before: SeriesGuide | null;
  readonly after: SeriesGuide;
  /** The address of an incident's page in a revision. */
  readonly urlOf: (incident: string, revision: string) => string;
  /** The revision before; null for the first. */
  readonly parent: string | null;
}

function verbOf(change: IncidentChange): string {
  if (change.kind !== 'changed') return KIND_LABELS[change.kind];
  const classes = classesOf(change);
  return classes.size === 1 && classes.has('attribution') ? 'Re-attributed' : KIND_LABELS.changed;
}

/** A change of an incident as an entry. */
export function entryOf(change: IncidentChange, context: EntryContext): FeedEntry {
  const { dataset, revision, time, before, after, urlOf, parent } = context;
  const incident = change.after ?? change.before;
  const old = before ?? after;
  const lines = change.fields.map((field) => {
    const { label, before: then, after: now } = changeInWords(field, old, after);
    return `${label}: ${then} → ${now}`;
  });
  const when = incident === null ? '' : formatEventDate(incident.date);
  const verb = verbOf(change);
  const shown = change.after === null && parent !== null ? parent : revision;
  return {
    // The time tells two publications of one revision apart, where a series went back to it.
    id: `urn:annals:${dataset}:${revision.slice(0, 16)}:${Date.parse(time)}:${encodeURIComponent(showable(change.id))}`,
    title: `${verb}: ${incident?.title ?? change.id} (${when})`,
    summary: lines.length === 0 ? `${verb} in revision ${revision.slice(0, 12)}.` : lines.join('; '),
    lines,
    url: urlOf(change.id, shown),
    updated: time,
  };
}
