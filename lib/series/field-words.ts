import type { Aggregate, FieldKind, OwnField } from './fields';

/** What the values of an own field are, in words. */
export const KIND_WORDS: Readonly<Record<FieldKind, string>> = {
  category: 'category',
  number: 'number',
  text: 'text',
  flag: 'yes or no',
  day: 'day',
  address: 'address',
};

/** How numbers add up over incidents, in words. */
export const AGGREGATE_WORDS: Readonly<Record<Aggregate, string>> = {
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
