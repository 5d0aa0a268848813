import { createHash } from 'node:crypto';
import type { SeriesRest } from '../../importers/build/sink';
import type { ActorRelation, Denominator, Incident, RegionArea, Series } from '../../series/model';
import { edtf, incidentText, linkText, recordText } from './canonical-text';
import { HashList, type HashPages } from './hash-list';

/** Changes whenever the same content would get another hash. */
const FORMAT = 'annals-revision/1';

function relationRecord({ from, to, ...rest }: ActorRelation): object {
  return { ...rest, from: edtf(from), to: edtf(to) };
}

/** Its days follow from the date as written. */
function denominatorRecord({ region, date, people, sources }: Denominator): object {
  return { region, date, people, sources };
}

/** The same of an outline. */
function areaRecord({ region, date, polygons, sources }: RegionArea): object {
  return { region, date, polygons, sources };
}

/** Every record of every table but incidents and links, each with the name of its table. */
function* restRecords(rest: SeriesRest): Generator<readonly [table: string, record: object]> {
  yield ['meta', rest.meta];
  for (const field of rest.fields) yield ['fields', field];
  for (const actor of rest.actors) yield ['actors', actor];
  for (const relation of rest.actorRelations) yield ['actor_relations', relationRecord(relation)];
  for (const type of rest.types) yield ['types', type];
  for (const region of rest.regions) yield ['regions', region];
  for (const source of rest.sources) yield ['sources', source];
  for (const note of rest.coverageNotes) yield ['coverage', note];
  for (const one of rest.annotations) yield ['annotations', { ...one, date: edtf(one.date) }];
  for (const count of rest.referenceCounts) yield ['reference_counts', count];
  for (const view of rest.namedViews) yield ['named_views', view];
  for (const one of rest.areas ?? []) yield ['areas', areaRecord(one)];
  for (const one of rest.denominators ?? []) yield ['denominators', denominatorRecord(one)];
}

/** Works out a revision from incidents that come in batches, in any order, and at last the rest of the series. */
export interface RevisionHasher {
  add(incidents: readonly Incident[]): void;
  /** Takes the canonical text of a record. */
  addText(text: string): void;
  /** Begins with what another hasher has, from its `hashes`. */
  takeOver(hashes: HashPages): void;
  /** The hashes of the records so far; the end of this hasher. */
  hashes(): HashPages;
  finish(rest: SeriesRest): string;
}

/**
 * The name of a revision: SHA-256, in hexadecimal, over a format tag and the sorted hashes of the canonical records
 * (RFC 8785, NFC) of every table and of the citation metadata. The order of rows, the format they came in, problems,
 * importer and time have no part in it.
 */
export function revisionHasher(): RevisionHasher {
  const hashes = new HashList();
  return {
    add(incidents) {
      for (const incident of incidents) {
        hashes.addText(incidentText(incident));
        for (const link of incident.links) hashes.addText(linkText(incident, link));
      }
    },
    addText: (text) => hashes.addText(text),
    takeOver: (given) => hashes.takeOver(given),
    hashes: () => hashes.all(),
    finish(rest) {
      for (const [table, record] of restRecords(rest)) hashes.addText(recordText(table, record));
      const whole = createHash('sha256').update(FORMAT);
      for (const lines of hashes.sortedLines()) whole.update(lines);
      return whole.digest('hex');
    },
  };
}

/** The revision of incidents that others have hashed, with the rest of the series; see {@link revisionHasher}. */
export function revisionOfHashes(rest: SeriesRest, hashes: HashPages): string {
  const hasher = revisionHasher();
  hasher.takeOver(hashes);
  return hasher.finish(rest);
}

/** The revision of a series that is held as a whole; see {@link revisionHasher}. */
export function revisionOf({ incidents, ...rest }: Series): string {
  const hasher = revisionHasher();
  hasher.add(incidents);
  return hasher.finish(rest);
}
