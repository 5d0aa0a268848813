import { aggregateInWords, kindInWords } from '../series/field-words';
import { type OwnField, ownKey } from '../series/fields';
import { columnLabel } from './labels';

/** A field in one line, as an export has it: `Damage (USD): number, added up; from the column “Cost”. What was paid.` */
export function fieldInShort(field: OwnField): string {
  const label = columnLabel({ fields: [field] }, ownKey(field));
  const what = [kindInWords(field), aggregateInWords(field)].filter((part) => part !== null).join(', ');
  const from = field.column === null ? '' : `; from the column “${field.column}”`;
  return `${label}: ${what}${from}${field.description === null ? '' : `. ${field.description}`}`;
}
