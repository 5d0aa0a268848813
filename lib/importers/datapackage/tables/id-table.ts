import type { IncidentId } from '../../../series/model';
import { KeyNumbers } from '../../build/hashes/key-numbers';

/**
 * The ids of one table. Where the package has the table, an id must be declared there before it can be referred to;
 * where it leaves the table out, every id that is referred to is noted, and the entries are made from the ids.
 */
export interface IdTable<T extends string> extends Referable<T> {
  /** Every id, sorted by code unit. */
  ids(): readonly T[];
}

/** Ids that can be declared and referred to. */
export interface Referable<T extends string> {
  readonly table: string;
  /** Whether the package has the table. */
  readonly declared: boolean;
  declare(id: T): void;
  /** Whether `id` may be referred to; notes it where the table is left out. */
  refer(id: string): boolean;
}

/** The ids of the incidents, of which there may be millions: only hashes are held. */
export interface IncidentIds extends Referable<IncidentId> {
  /** The number of incidents that were declared before this one. */
  placeOf(id: IncidentId): number;
}

/** The ids of the incidents; each is declared. */
export function openIncidentIds(): IncidentIds {
  const places = new KeyNumbers();
  let count = 0;
  return {
    table: 'incidents',
    declared: true,
    declare(id) {
      count += 1;
      places.note(id, count);
    },
    refer: (id) => places.of(id) > 0,
    placeOf: (id) => places.of(id) - 1,
  };
}

/** A table of ids without entries. */
export function openIdTable<T extends string>(table: string, declared: boolean): IdTable<T> {
  const known = new Set<string>();
  return {
    table,
    declared,
    declare: (id) => void known.add(id),
    refer(id) {
      if (!declared) known.add(id);
      return known.has(id);
    },
    ids: () => [...known].sort() as T[],
  };
}
