import { MAX_DAY, MIN_DAY } from '../../time/day';
import type { Filter } from '../query';

/** Everything in a revision, whatever its scope and initiator. */
export const EVERYTHING: Filter = {
  from: MIN_DAY,
  to: MAX_DAY,
  actors: [],
  relations: [],
  suspicions: false,
  certainties: [],
  disputed: null,
  types: [],
  regions: [],
  initiators: 'any',
  scope: 'any',
  own: [],
  series: null,
  words: [],
  nothing: false,
};
