import { KINDS } from './field-kinds';
import type { Aggregate, OwnField } from './fields';

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
  const { words } = KINDS[kind];
  return many ? `${words}, several at a time` : words;
}
