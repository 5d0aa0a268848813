import { isOwnKey } from '../../series/fields';
import type { Incident } from '../../series/model';
import { CHANGE_FIELDS, type ChangeField, type FieldValue, fieldsOf, textOf } from './incident-fields';

/** A field that is not what it was. */
export interface FieldChange {
  readonly field: ChangeField;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

const FIELDS = Object.keys(CHANGE_FIELDS) as readonly ChangeField[];

type Values = ReturnType<typeof fieldsOf>;

/** The own fields that any of two states has a value of, in order of their ids. */
function ownKeys(...states: readonly Values[]): readonly ChangeField[] {
  return [...new Set(states.flatMap((state) => Object.keys(state).filter(isOwnKey)))].sort();
}

/**
 * The fields in which two states of an incident differ, in the order of {@link CHANGE_FIELDS}, the series'
 * own after them; empty where none. What an own field does not state is null.
 */
export function compareIncidents(before: Incident, after: Incident): readonly FieldChange[] {
  const [old, young] = [fieldsOf(before), fieldsOf(after)];
  return [...FIELDS, ...ownKeys(old, young)]
    .map((field) => ({ field, before: old[field] ?? null, after: young[field] ?? null }))
    .filter(({ before: then, after: now }) => textOf(then) !== textOf(now));
}
