import { NONE } from '../../query/query';
import { type OwnField, type OwnKey, ownKey } from '../../series/fields';

/** The values that incidents of a series have in a field of its own, the most frequent first; null where it is not known which there are. */
export type ValuesOf = (key: OwnKey) => readonly string[] | null;

/** The values that a filter on an own field can name; null where they are not counted one by one, or not known. */
export function knownValues(field: OwnField, valuesOf: ValuesOf): readonly string[] | null {
  // Either may be asked for where no incident says it.
  if (field.kind === 'flag') return ['yes', 'no', NONE];
  const values = field.kind === 'category' ? valuesOf(ownKey(field)) : null;
  return values === null ? null : [...values, NONE];
}
