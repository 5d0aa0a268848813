import { type Aggregate, type FieldKind, type OwnField, ownKey } from '../series/fields';
import { columnLabel } from './labels';

/** What the values of an own field are, in words. */
const KIND_WORDS: Readonly<Record<FieldKind, string>> = {
  category: 'category',
  number: 'number',
  text: 'text',
  flag: 'yes or no',
  day: 'day',
  address: 'address',
};

const AGGREGATE_WORDS: Readonly<Record<Aggregate, string>> = {
  sum: 'added up',
  mean: 'averaged',
  none: 'not added up',
};

/** How the numbers of a field add up over incidents; null for fields that hold no numbers. */
export function aggregateInWords({ kind, aggregate }: Pick<OwnField, 'kind' | 'aggregate'>): string | null {
  return kind === 'number' ? AGGREGATE_WORDS[aggregate] : null;
}

/** `category`, `number`, or `category, several at a time`. */
export function kindInWords({ kind, many }: Pick<OwnField, 'kind' | 'many'>): string {
  return many ? `${KIND_WORDS[kind]}, several at a time` : KIND_WORDS[kind];
}

/** A field in one line, as an export has it: `Damage (USD): number, added up; from the column “Cost”. What was paid.` */
export function fieldInShort(field: OwnField): string {
  const label = columnLabel({ fields: [field] }, ownKey(field));
  const what = [kindInWords(field), aggregateInWords(field)].filter((part) => part !== null).join(', ');
  const from = field.column === null ? '' : `; from the column “${field.column}”`;
  return `${label}: ${what}${from}${field.description === null ? '' : `. ${field.description}`}`;
}
