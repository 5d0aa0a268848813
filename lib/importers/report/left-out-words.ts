import { thousands } from '../../text/thousands';
import type { ImportCounts } from '../import-counts';

/**
 * What an import kept out of the counts, and what it only warns of. `rows` could not be used, `skipped` rows were left out
 * by a stated rule, `cells` of rows that are used were left out; for `warnings` nothing was left out.
 */
export interface LeftOut {
  readonly rows: number;
  readonly skipped: number;
  readonly cells: number;
  readonly warnings: number;
}

/** The same from the counts of an import. */
export function leftOutOfCounts({ problems, skipped, cells, warnings }: ImportCounts): LeftOut {
  return { rows: problems, skipped, cells, warnings };
}

/** A count and its noun: `1 row`, `2,000 cells`. */
export function quantity(count: number, one: string): string {
  return `${thousands(String(count))} ${one}${count === 1 ? '' : 's'}`;
}

/** What is left out of every count, in sentences; empty where nothing is. */
export function leftOutSentences({ rows, skipped, cells }: LeftOut): readonly string[] {
  const unused = [[rows, 'row'] as const, [cells, 'cell'] as const].filter(([count]) => count > 0);
  const words = unused.map(([count, one]) => quantity(count, one)).join(' and ');
  const verb = rows + cells === 1 ? 'is' : 'are';
  return [
    ...(words === ''
      ? []
      : [`${words} of the source could not be used and ${verb} left out of every count.`]),
    ...(skipped === 0
      ? []
      : [`${quantity(skipped, 'row')} ${skipped === 1 ? 'is' : 'are'} left out by a stated rule.`]),
  ];
}

/** What was only warned of, in a sentence; null where there is nothing. */
export function warningSentence({ warnings }: LeftOut): string | null {
  if (warnings === 0) return null;
  const [verb, them] = warnings === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${quantity(warnings, 'warning')} ${verb} noted; nothing is left out for ${them}.`;
}
