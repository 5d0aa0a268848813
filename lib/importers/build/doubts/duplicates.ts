import type { RawColumn, RawRow } from '../../../formats/raw-table';
import { isMissing } from '../../../mapping/survey/missing-words';
import type { IncidentId } from '../../../series/model';
import { hashOf, hexOf, shortHash } from '../../../text/held/murmur3';
import { slugOf } from '../../../text/titles/slug';
import { cellOf } from '../cells/cell-reader';
import { recordText, rowText } from '../cells/record-text';
import { HashTable } from '../hashes/hash-table';

/** How a row stands to those before it. `ordinal` counts rows of the same content, from 1. */
export type Occurrence =
  | { readonly kind: 'first'; readonly id: IncidentId; readonly ordinal: number; readonly blank: boolean }
  | { readonly kind: 'repeated'; readonly id: IncidentId }
  | { readonly kind: 'conflicting'; readonly id: IncidentId };

const LEGAL = /^[A-Za-z0-9][A-Za-z0-9._~-]*$/;
const LONGEST = 120;

/** The file's own id as it is where an address can hold it, else a slug with a hash. */
export function incidentId(text: string): IncidentId {
  const legal = text.length <= LONGEST && LEGAL.test(text) && text !== 'none' && text !== 'several';
  if (legal) return text as IncidentId;
  return `${slugOf(text).text || 'i'}~${shortHash(text.normalize('NFC'), 20)}` as IncidentId;
}

/** Ids from content: a hash of the record, with an ordinal where an equal one is among those seen. */
function contentIds(
  columns: readonly RawColumn[],
  seen: HashTable,
): (cells: readonly string[]) => [IncidentId, number] {
  const text = recordText(columns);
  const hash = new Uint32Array(4);
  return (cells) => {
    hashOf(text(cells), hash);
    seen.add(hash);
    const beside = seen.valueOf(hash);
    const ordinal = (beside[0] ?? 0) + 1;
    beside[0] = ordinal;
    return [`${hexOf(hash)}${ordinal > 1 ? `-${ordinal}` : ''}` as IncidentId, ordinal];
  };
}

/** The hashes of the ids that rows of a part have, and of the contents that ids were made of. */
export interface SeenInPart {
  readonly ids: Uint32Array<ArrayBuffer>;
  readonly contents: Uint32Array<ArrayBuffer>;
}

/** Gives every row its id and says whether one before it has the same. */
export interface DuplicateWatch {
  readonly occurrenceOf: (row: Pick<RawRow, 'cells' | 'content'>) => Occurrence;
  readonly seen: () => SeenInPart;
  /** Whether a row of a part that was watched apart has an id, or a content, of these rows. */
  readonly meets: (part: SeenInPart) => boolean;
}

/** Begins to watch. What was seen is kept as 128-bit hashes, not as texts, so that a million rows take some 60 MB. */
export function duplicateWatch(
  columns: readonly RawColumn[],
  idColumn: string | null,
  isNothing: (text: string) => boolean = isMissing,
): DuplicateWatch {
  const [ids, contents] = [new HashTable(), new HashTable()];
  const fromContent = contentIds(columns, contents);
  const ofContent: DuplicateWatch['occurrenceOf'] = ({ cells }) => {
    const [id, ordinal] = fromContent(cells);
    return { kind: 'first', id, ordinal, blank: false };
  };
  return {
    occurrenceOf: idColumn === null ? ofContent : byIds(columns, idColumn, isNothing, ids, fromContent),
    seen: () => ({ ids: ids.all(), contents: contents.all() }),
    meets: (part) => ids.hasAny(part.ids) || contents.hasAny(part.contents),
  };
}

/** Occurrences by the ids that a column holds; a row without one has that of its content. */
function byIds(
  columns: readonly RawColumn[],
  idColumn: string,
  isNothing: (text: string) => boolean,
  seen: HashTable,
  fromContent: ReturnType<typeof contentIds>,
): DuplicateWatch['occurrenceOf'] {
  const read = cellOf(columns, idColumn);
  const [key, made] = [new Uint32Array(4), new Uint32Array(4)];
  return ({ cells, content = hashOf(rowText(cells), made) }) => {
    const cell = read(cells);
    const text = isNothing(cell) ? '' : cell;
    const [id, ordinal] = text === '' ? fromContent(cells) : [incidentId(text), 1];
    hashOf(id, key);
    const isNew = seen.add(key);
    const beside = seen.valueOf(key);
    if (!isNew)
      return { kind: beside.every((word, at) => word === content[at]) ? 'repeated' : 'conflicting', id };
    beside.set(content);
    return { kind: 'first', id, ordinal, blank: text === '' };
  };
}
