import type { WantedReading } from '../formats/reading';
import { byProperty } from '../series/measures';
import type { DateMapping, Mapping } from './mapping';

/** No figure at all. */
export const NO_ESTIMATE = { low: null, best: null, high: null } as const;

/** A mapping that knows the date and nothing else. What a file does not say is unclear, in scope and not disputed. */
export function emptyMapping(date: DateMapping, shape: string, reading: WantedReading = {}): Mapping {
  return {
    format: 'annals-mapping/1',
    shape,
    layout: null,
    reading,
    row: 'incident',
    date,
    id: null,
    title: null,
    actors: [],
    targets: null,
    type: null,
    subtypes: [],
    typeLabels: {},
    regions: [],
    regionSeparator: null,
    districts: [],
    regionsByPoint: null,
    place: null,
    country: null,
    lat: null,
    lon: null,
    pairOrder: 'lat-lon',
    geoPrecision: null,
    ...byProperty(() => NO_ESTIMATE),
    unknownNumbers: [],
    decimals: 'point',
    literals: {},
    sources: null,
    notes: [],
    initiator: { fixed: 'unclear' },
    natureDisputed: { fixed: false },
    inScope: { fixed: true },
    actorDecisions: { groups: [], placeholders: [] },
    fields: null,
    meta: {
      title: null,
      description: null,
      publisher: null,
      licence: null,
      noun: null,
      places: null,
      killed: null,
    },
  };
}
