import type { Incident } from '../../series/model';
import { CHANGE_FIELDS, type ChangeField, type FieldValue, fieldsOf, textOf } from './incident-fields';

/** A field that is not what it was. */
export interface FieldChange {
  readonly field: ChangeField;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

const FIELDS = Object.keys(CHANGE_FIELDS) as readonly ChangeField[];

/** The fields in which two states of an incident differ, in the order of {@link CHANGE_FIELDS}; empty where none. */
export function compareIncidents(before: Incident, after: Incident): readonly FieldChange[] {
  const [old, young] = [fieldsOf(before), fieldsOf(after)];
  return FIELDS.filter((field) => textOf(old[field]) !== textOf(young[field])).map((field) => ({
    field,
    before: old[field],
    after: young[field],
  }));
}
