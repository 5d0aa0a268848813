import type { FieldFact } from '../../../query/field-facts';
import { NONE } from '../../../query/query';
import { ownKey, valueOfId } from '../../../series/fields';
import type { Columns } from './columns';

/** What a series says in each of its own fields as a whole. */
export function columnFacts(columns: Columns): readonly FieldFact[] {
  return columns.series.fields.map((field) => {
    const { codes, values } = columns.ids(ownKey(field));
    const isSilent = values.map(([id]) => id === NONE);
    let stated = 0;
    for (const code of codes) if (!isSilent[code]) stated++;
    const ids = new Set<string>();
    // Two values are as many as need be known.
    for (const list of values) for (const id of list) if (id !== NONE && ids.size < 2) ids.add(id);
    const [only] = ids;
    return { id: field.id, stated, only: ids.size === 1 && only !== undefined ? valueOfId(only) : null };
  });
}
