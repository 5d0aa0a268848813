/**
 * The ids of one table. Where the package has the table, an id must be declared there before it can be referred to;
 * where it leaves the table out, every id that is referred to is noted, and the entries are made from the ids.
 */
export interface IdTable<T extends string> {
  readonly table: string;
  /** Whether the package has the table. */
  readonly declared: boolean;
  declare(id: T): void;
  /** Whether `id` may be referred to; notes it where the table is left out. */
  refer(id: string): boolean;
  /** Every id, sorted by code unit. */
  ids(): readonly T[];
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
