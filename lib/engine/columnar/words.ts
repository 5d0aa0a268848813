import { ownKey } from '../../series/fields';
import { fold } from '../../text/fold';
import { type Bits, include, rowsWhere } from './bits';
import type { Columns } from './columns';
import { type Dictionary, derived } from './dictionary';

/** The folded texts that a search looks through, column by column; a word never runs over from one into the next. */
function textColumns(columns: Columns): readonly Dictionary<string>[] {
  const folded = (name: string, column: () => Dictionary<string | null>) =>
    columns.kept(`folded ${name}`, () => derived(column(), (text) => fold(text ?? '')));
  const own = columns.series.fields.map((field) => {
    const key = ownKey(field);
    return columns.kept(`folded ${key}`, () =>
      derived(columns.ownValues(key), (value) => {
        if (typeof value === 'string') return fold(value);
        return typeof value === 'object' ? fold(value.join('\n')) : '';
      }),
    );
  });
  return [
    folded('title', () => columns.model.title),
    folded('place', () => columns.model.place),
    folded('notes', () => columns.model.notes),
    ...own,
  ];
}

/** The rows of which some text holds a folded word. */
export function rowsWithWord(columns: Columns, word: string): Bits {
  const [first, ...others] = textColumns(columns).map((column) =>
    rowsWhere(column, (text) => text.includes(word)),
  );
  for (const other of others) include(first!, other);
  return first!;
}
