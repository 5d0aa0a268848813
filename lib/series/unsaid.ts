import { NOT_REPORTED } from './estimate';
import { byProperty } from './measures';
import type { Incident } from './model';

/** What is said of an incident of which nothing is known but its name, its date and its title: nothing reported, nothing disputed, in scope. */
export const UNSAID: Omit<Incident, 'id' | 'date' | 'title'> = {
  type: null,
  subtypes: [],
  regions: [],
  place: { name: null, country: null, lat: null, lon: null, precision: null, note: null },
  links: [],
  targets: [],
  ...byProperty(() => NOT_REPORTED),
  natureDisputed: false,
  inScope: true,
  scopeNote: null,
  initiator: 'unclear',
  sources: [],
  notes: null,
  own: {},
};
