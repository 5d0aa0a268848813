import type { Problem } from '../../../problems/problem';
import type { RegionDef, RegionId, Source, TypeDef } from '../../../series/model';
import { webAddress } from '../../../text/web-address';
import type { Passes } from '../tables/passes';
import type { Tables } from '../tables/table';
import { buildEntries } from './build-rows';
import type { IdTables } from './id-tables';

/** The types of the package, in the order of its table. */
export function buildTypes(tables: Tables, idTables: IdTables, problems: Problem[]): Passes<TypeDef[]> {
  return buildEntries(tables.get('types'), problems, idTables.types.declare, (row) => ({
    id: row.id(),
    label: row.filled('label'),
    description: row.text('description'),
  }));
}

/** The regions of the package, in the order of its table: one that others lie in stands above them, so that there is no circle. */
export function buildRegions(tables: Tables, idTables: IdTables, problems: Problem[]): Passes<RegionDef[]> {
  return buildEntries(tables.get('regions'), problems, idTables.regions.declare, (row) => {
    const parent = row.text('parent') as RegionId | null;
    if (parent !== null && !idTables.regions.refer(parent)) {
      row.fail('parent', 'unknown-reference', `no usable row above this one has the id "${parent}"`);
    }
    return {
      ...{ id: row.id(), label: row.filled('label'), country: row.text('country') },
      ...(parent === null ? {} : { parent }),
    };
  });
}

/** The sources of the package, in the order of its table. An address is linked only where its status is `as seen`. */
export function buildSources(tables: Tables, idTables: IdTables, problems: Problem[]): Passes<Source[]> {
  return buildEntries(tables.get('sources'), problems, idTables.sources.declare, (row) => {
    const url = row.text('url');
    // What was imported from a table keeps the words that some write behind an address.
    const isWritten = url === null || row.exact || !/\s/.test(url);
    if (url !== null && !(isWritten && webAddress(url.split(/[\s"<>]/)[0] ?? '') !== null))
      row.fail('url', 'bad-url', 'not an http or https address');
    return {
      id: row.id(),
      publisher: row.filled('publisher'),
      title: row.filled('title'),
      date: row.text('date'),
      url,
      urlSeen: url !== null && row.text('url_status') === 'as seen',
      origin: row.text('origin'),
      read: row.text('read'),
    };
  });
}

/** Types made from the ids that incidents and coverage notes name, where the package has no table of them. */
export function typesFromIds(idTables: IdTables): TypeDef[] {
  return idTables.types.ids().map((id) => ({ id, label: id, description: null }));
}

/** Regions made from the ids that incidents name. */
export function regionsFromIds(idTables: IdTables): RegionDef[] {
  return idTables.regions.ids().map((id) => ({ id, label: id, country: null }));
}

/** Sources made from the ids that other tables name. Nothing is known of them but the id. */
export function sourcesFromIds(idTables: IdTables): Source[] {
  const unknown = { publisher: '', date: null, url: null, urlSeen: false, origin: null, read: null };
  return idTables.sources.ids().map((id) => ({ id, title: id, ...unknown }));
}
