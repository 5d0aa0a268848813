import type { OwnValue } from '../../../series/fields';
import type { Place } from '../../../series/model';
import { ownTextOf } from '../../../series/search-text';
import { fold } from '../../../text/fold';
import { byCodePoint } from '../../../text/order';
import type { IncidentTable, TableColumn, TableField } from '../incident-table';

/** Of columns of so many values each is folded once. */
const MOST_KEPT = 1 << 16;

/** The folded text that a row has in a column; null where it has none. */
type TextOfRow = (row: number) => string | null;

function folded({ codes, values }: TableColumn, textOf: (value: never) => string | null): TextOfRow {
  const make = (code: number) => {
    const text = (textOf as (value: unknown) => string | null)(values.at(code));
    return text === null ? null : fold(text);
  };
  if (values.length > MOST_KEPT) return (row) => make(codes[row] ?? 0);
  const known: (string | null | undefined)[] = [];
  return (row) => {
    const code = codes[row] ?? 0;
    const text = known[code];
    if (text !== undefined) return text;
    const made = make(code);
    known[code] = made;
    return made;
  };
}

/** The folded text of each row, as `searchText` puts it together: text folded part by part is the same, for line breaks change no letter beside them. */
export function searchOf(table: IncidentTable, fields: readonly TableField[]): (row: number) => string {
  const title = folded(table.part('title'), (text: string) => text);
  const place = folded(table.part('place'), ({ name }: Place) => name ?? '');
  const notes = folded(table.part('notes'), (text: string | null) => text ?? '');
  const own = fields
    .map(({ id }) => id)
    .sort(byCodePoint)
    .flatMap((id) => {
      const column = table.own.get(id);
      return column === undefined ? [] : [folded(column, (value: OwnValue | undefined) => ownTextOf(value))];
    });
  return (row) => {
    let text = `${title(row)}\n${place(row)}\n${notes(row)}`;
    for (const read of own) {
      const one = read(row);
      if (one !== null) text += `\n${one}`;
    }
    return text;
  };
}
