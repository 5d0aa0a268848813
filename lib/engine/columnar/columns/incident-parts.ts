import type { Incident } from '../../../series/model';
import type { PartProperty } from '../../../series/parts/part-keys';
import type { Dictionary } from './dictionary';

/** All that is said of incidents, by row, each part once for all that say the same. */
export type IncidentParts = { readonly [P in PartProperty]: Dictionary<Incident[P]> };
