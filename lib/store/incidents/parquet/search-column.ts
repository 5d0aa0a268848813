import { KINDS } from '../../../series/field-kinds';
import type { OwnValue } from '../../../series/fields';
import type { Place } from '../../../series/model';
import { ownTextOf } from '../../../series/search-text';
import { fold } from '../../../text/fold';
import { byCodePoint } from '../../../text/order';
import type { IncidentTable, TableColumn, TableField } from '../incident-table';
import type { PutText } from './own-texts';
import type { TextBytes } from './text-bytes';

/** Of columns of so many values each is folded once. */
const MOST_KEPT = 1 << 16;

const encoder = new TextEncoder();

/** Appends the folded text that a row has in a column, behind another. */
function folded(
  { codes, values }: TableColumn,
  textOf: (value: never) => string | null,
  before: string,
): PutText {
  const make = (code: number) => {
    const text = (textOf as (value: unknown) => string | null)(values.at(code));
    return text === null ? null : before + fold(text);
  };
  if (values.length > MOST_KEPT) {
    const start = encoder.encode(before);
    return (row, texts) => {
      const code = codes[row] ?? 0;
      const bytes = values.bytesAt?.(code) ?? null;
      if (bytes !== null && texts.appendLowered(bytes, start)) return true;
      return appended(make(code), texts);
    };
  }
  const known: (Uint8Array | null | undefined)[] = [];
  return (row, texts) => {
    const code = codes[row] ?? 0;
    let bytes = known[code];
    if (bytes === undefined) {
      const text = make(code);
      bytes = text === null ? null : encoder.encode(text);
      known[code] = bytes;
    }
    if (bytes !== null) texts.appendBytes(bytes);
    return bytes !== null;
  };
}

function appended(text: string | null, texts: TextBytes): boolean {
  if (text !== null) texts.append(text);
  return text !== null;
}

/** Puts the folded text of each row, as `searchText` puts it together: text folded part by part is the same, for line breaks change no letter beside them. */
export function searchOf(table: IncidentTable, fields: readonly TableField[]): PutText {
  const parts = [
    folded(table.part('title'), (text: string) => text, ''),
    folded(table.part('place'), ({ name }: Place) => name ?? '', '\n'),
    folded(table.part('notes'), (text: string | null) => text ?? '', '\n'),
  ];
  const own = fields
    .filter(({ kind }) => KINDS[kind].held === 'text')
    .map(({ id }) => id)
    .sort(byCodePoint)
    .flatMap((id) => {
      const column = table.own.get(id);
      if (column === undefined) return [];
      return [folded(column, (value: OwnValue | undefined) => ownTextOf(value), '\n')];
    });
  const all = [...parts, ...own];
  return (row, texts) => {
    texts.begin();
    for (const append of all) append(row, texts);
    texts.end();
    return true;
  };
}
