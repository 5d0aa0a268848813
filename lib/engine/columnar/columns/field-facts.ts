import type { FieldFact } from '../../../query/info/field-facts';
import { type OwnField, type OwnValue, ownIds, ownKey, valueOfId } from '../../../series/fields';
import type { Columns } from './columns';

/** The one value of all that state any, as text; null where there are none or several. */
function onlyValue(field: OwnField, values: Iterable<OwnValue | undefined>): string | null {
  const ids = new Set<string>();
  for (const value of values) {
    if (value === undefined) continue;
    for (const id of ownIds({ own: { [field.id]: value } }, ownKey(field))) ids.add(id);
    if (ids.size > 1) return null;
  }
  const [only] = ids;
  return only === undefined ? null : valueOfId(only);
}

/** What a series says in each of its own fields as a whole. */
export function columnFacts(columns: Columns): readonly FieldFact[] {
  return columns.series.fields.map((field) => {
    const { codes, values } = columns.ownValues(ownKey(field));
    const isStated = values.map(
      (value) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    );
    let stated = 0;
    for (const code of codes) if (isStated[code]) stated++;
    return { id: field.id, stated, only: onlyValue(field, values) };
  });
}
