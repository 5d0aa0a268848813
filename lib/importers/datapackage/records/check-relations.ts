import type { Problem } from '../../../problems/problem';
import { findCycle } from '../../../series/hierarchy';
import type { ActorRelation } from '../../../series/model';
import { problemAt } from '../../import-codes';

/** A circle of `part` relations as a problem of the whole table: no parent could be counted. */
export function checkRelations(relations: readonly ActorRelation[], file: string): Problem[] {
  const cycle = findCycle(relations);
  if (!cycle) return [];
  const place = { file, row: null, column: 'parent', value: cycle.join(' > ') };
  return [problemAt(place, 'actor-cycle', 'these actors are part of each other in a circle')];
}
