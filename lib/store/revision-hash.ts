import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ActorRelation, Incident, Link, Series } from '../series/model';
import type { EventDate } from '../time/event-date';

/** Changes whenever the same content would get another hash. */
const FORMAT = 'annals-revision/1';

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A date is its EDTF text; the days are worked out from that. */
function edtf(date: EventDate | null): string | null {
  return date === null ? null : date.edtf;
}

function incidentRecord({ links: _, date, ...rest }: Incident): object {
  return { ...rest, date: edtf(date) };
}

function linkRecord(incident: Incident, { date, ...rest }: Link): object {
  return { ...rest, incident: incident.id, date: edtf(date) };
}

function relationRecord({ from, to, ...rest }: ActorRelation): object {
  return { ...rest, from: edtf(from), to: edtf(to) };
}

/** Every record of every table, each with the name of its table. */
function* recordsOf(series: Series): Generator<readonly [table: string, record: object]> {
  yield ['meta', series.meta];
  for (const incident of series.incidents) {
    yield ['incidents', incidentRecord(incident)];
    for (const link of incident.links) yield ['links', linkRecord(incident, link)];
  }
  for (const actor of series.actors) yield ['actors', actor];
  for (const relation of series.actorRelations) yield ['actor_relations', relationRecord(relation)];
  for (const type of series.types) yield ['types', type];
  for (const region of series.regions) yield ['regions', region];
  for (const source of series.sources) yield ['sources', source];
  for (const note of series.coverageNotes) yield ['coverage', note];
  for (const one of series.annotations) yield ['annotations', { ...one, date: edtf(one.date) }];
  for (const count of series.referenceCounts) yield ['reference_counts', count];
  for (const view of series.namedViews) yield ['named_views', view];
}

/** RFC 8785 has one text for a record; NFC has one for each way to write the same letters. */
function canonicalText(record: readonly [string, object]): string {
  return canonicalize(record)!.normalize('NFC');
}

/**
 * The name of a revision: SHA-256, in hexadecimal, over a format tag and the sorted hashes of the canonical records
 * (RFC 8785, NFC) of every table and of the citation metadata. The order of rows, the format they came in, problems,
 * importer and time have no part in it.
 */
export function revisionOf(series: Series): string {
  const hashes = [...recordsOf(series)].map((record) => sha256(canonicalText(record)));
  return sha256([FORMAT, ...hashes.sort()].join('\n'));
}
