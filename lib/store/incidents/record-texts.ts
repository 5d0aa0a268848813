import type { Incident } from '../../series/model';
import { searchText } from '../../series/search-text';
import { MEMBER_NAMES, partText } from '../revision/canonical-text';
import { quoted } from '../revision/json-text';
import type { CodedBatch, CodedColumn } from './coded-batch';
import { ColumnTexts, HALF, IS_PLAIN, member, wellFormed } from './column-texts';

/** A column and where its codes begin. */
interface Placed {
  readonly texts: ColumnTexts;
  readonly name: string;
  readonly from: number;
}

/** The texts of some incidents. */
export interface Texts {
  /** Their records in JSON, with the names of the file's columns and links in order, one each. */
  readonly records: readonly string[];
  /** The canonical texts of incidents and links, by which a revision is named, in any order. */
  readonly canonical: readonly string[];
  /** The same batch with its values as they are kept. */
  readonly batch: CodedBatch;
}

/**
 * Makes the texts of incidents out of those of their parts, each of which is made once as long as it is remembered: `JSON.stringify`
 * of whole records takes many times as long. `search` is there only where it is more than the texts of the incident in lower case.
 * Throws for NaN and infinities.
 */
export class RecordTexts {
  readonly #columns = new Map<string, ColumnTexts>();

  of(batch: CodedBatch): Texts {
    const rows = batch.ids.length;
    const [parts, own]: [Placed[], Placed[]] = [[], []];
    const columns = batch.columns.map((column, at) => {
      const texts = this.#textsOf(column);
      const values = texts.take(column);
      (column.kind === 'part' ? parts : own).push({ texts, name: column.name, from: at * rows });
      return { ...column, values };
    });
    const ids = batch.ids.map((id) => (quoted(id).includes(HALF) ? wellFormed(id) : id));
    const placed = { ids, columns, codes: batch.codes };
    return { ...textsOf(placed, parts, own), batch: placed };
  }

  #textsOf(column: CodedColumn): ColumnTexts {
    const key = `${column.kind} ${column.name}`;
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    const made = new ColumnTexts(column);
    this.#columns.set(key, made);
    return made;
  }
}

/** The folded text of an incident, where it takes more than lower case to make it. */
function foldedText(
  row: number,
  codes: Uint32Array,
  parts: ReadonlyMap<string, Placed>,
  own: readonly Placed[],
): string | null {
  const isFolded = ({ texts, from }: Placed) => texts.folded?.has(codes[from + row]!) === true;
  const searched = [...parts.values()];
  if (!searched.some(isFolded) && !own.some(isFolded)) return null;
  const values = (all: readonly Placed[]) =>
    Object.fromEntries(all.map(({ texts, name, from }) => [name, texts.values[codes[from + row]!]]));
  return searchText({ ...values(searched), own: values(own) } as unknown as Incident);
}

function textsOf(
  { ids, codes }: CodedBatch,
  parts: readonly Placed[],
  own: readonly Placed[],
): Pick<Texts, 'records' | 'canonical'> {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const searched = new Map([...byName].filter(([name]) => name in IS_PLAIN));
  const isFolding = [...searched.values(), ...own].some(({ texts }) => texts.folded !== null);
  const ownInOrder = own.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const members = MEMBER_NAMES.map((name) => ({ name, part: byName.get(name) ?? null }));
  const last = members.at(-1)!.name;
  const links = byName.get('links')!;
  const [records, canonical]: [string[], string[]] = [[], []];
  for (let row = 0; row < ids.length; row++) {
    const id = quoted(ids[row]!);
    const canonicalId = partText('id', ids[row]);
    records.push(
      recordOf(row, id, codes, parts, own, isFolding ? foldedText(row, codes, searched, own) : null),
    );
    let text = '["incidents",{';
    for (const { name, part } of members) {
      const one =
        part !== null
          ? part.texts.canonical[codes[part.from + row]!]!
          : name === 'id'
            ? canonicalId
            : ownMember(row, codes, ownInOrder);
      if (one !== '') text += name === last ? one : `${one},`;
    }
    canonical.push(`${text}}]`);
    for (const [before, after] of links.texts.links[codes[links.from + row]!]!) {
      canonical.push(before + canonicalId.slice(ID_MEMBER) + after);
    }
  }
  return { records, canonical };
}

/** Characters before the id in its member. */
const ID_MEMBER = '"id":'.length;

function ownMember(row: number, codes: Uint32Array, own: readonly Placed[]): string {
  let text = '';
  for (const { texts, from } of own) {
    const code = codes[from + row]!;
    if (code !== 0) text += (text === '' ? '"own":{' : ',') + texts.canonical[code]!;
  }
  return text === '' ? '' : `${text}}`;
}

function recordOf(
  row: number,
  id: string,
  codes: Uint32Array,
  parts: readonly Placed[],
  own: readonly Placed[],
  search: string | null,
): string {
  let text = `{"id":${id}`;
  for (const { texts, from } of parts) text += texts.records[codes[from + row]!]!;
  let isFirst = true;
  for (const { texts, from } of own) {
    const code = codes[from + row]!;
    if (code === 0) continue;
    text += (isFirst ? ',"own":{' : ',') + texts.records[code]!;
    isFirst = false;
  }
  return `${text}${isFirst ? '' : '}'}${member('search', search)}}`;
}
