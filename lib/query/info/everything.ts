import { type AskedList, byAsked } from '../../series/facets';
import { MAX_DAY, MIN_DAY } from '../../time/day';
import type { Filter } from '../query';

/** Everything in a revision, whatever its scope and initiator. */
export const EVERYTHING: Filter = {
  from: MIN_DAY,
  to: MAX_DAY,
  ...(byAsked(({ apart }) => (apart === null ? [] : 'any')) as Pick<Filter, AskedList>),
  suspicions: false,
  disputed: null,
  scope: 'any',
  own: [],
  series: null,
  box: null,
  places: [],
  words: [],
  nothing: false,
};
