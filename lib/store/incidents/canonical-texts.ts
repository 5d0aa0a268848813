import type { CodedBatch, CodedColumn } from '../../series/parts/coded-batch';
import { MEMBER_NAMES, partText } from '../revision/canonical-text';
import { quoted } from '../revision/json-text';
import { ColumnTexts, HALF, type Parted, wellFormed } from './column-texts';

/** A column and where its codes begin. */
interface Placed {
  readonly texts: ColumnTexts;
  readonly name: string;
  readonly from: number;
}

/** The texts of some incidents. */
export interface Texts {
  /** The canonical texts of incidents and links, by which a revision is named, in any order. */
  readonly canonical: readonly string[];
  /** The same batch with its values as they are kept. */
  readonly batch: CodedBatch;
}

/** Members have a comma behind them, but the last, which is never left out; own fields, of which any may be the first, before them. */
function partedOf({ kind, name }: CodedColumn): Parted {
  if (kind === 'own') return 'before';
  return name === MEMBER_NAMES.at(-1) ? 'neither' : 'after';
}

/**
 * Makes the canonical texts of incidents out of those of their parts, each of which is made once as long as it is remembered:
 * `JSON.stringify` of whole incidents takes many times as long. Throws for NaN and infinities.
 */
export class CanonicalTexts {
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
    return { canonical: textsOf(placed, parts, own), batch: placed };
  }

  #textsOf(column: CodedColumn): ColumnTexts {
    const key = `${column.kind} ${column.name}`;
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    const made = new ColumnTexts(column, partedOf(column));
    this.#columns.set(key, made);
    return made;
  }
}

function textsOf({ ids, codes }: CodedBatch, parts: readonly Placed[], own: readonly Placed[]): string[] {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const ownInOrder = own.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const members = MEMBER_NAMES.map((name) => ({ name, part: byName.get(name) ?? null }));
  const links = byName.get('links')!;
  const canonical: string[] = [];
  for (let row = 0; row < ids.length; row++) {
    const id = partText('id', ids[row]);
    let text = '["incidents",{';
    for (const { name, part } of members) {
      if (part !== null) text += part.texts.canonical[codes[part.from + row]!]!;
      else text += name === 'id' ? `${id},` : ownMember(row, codes, ownInOrder);
    }
    canonical.push(`${text}}]`);
    for (const [before, after] of links.texts.links[codes[links.from + row]!]!) {
      canonical.push(before + id.slice(ID_MEMBER) + after);
    }
  }
  return canonical;
}

/** Characters before the id in its member. */
const ID_MEMBER = '"id":'.length;

function ownMember(row: number, codes: Uint32Array, own: readonly Placed[]): string {
  let text = '';
  for (const { texts, from } of own) {
    const code = codes[from + row]!;
    if (code !== 0) text += texts.canonical[code]!;
  }
  return text === '' ? '' : `"own":{${text.slice(1)}},`;
}
