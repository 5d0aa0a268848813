import { resolve } from 'node:path';
import type { DatasetId } from '../../series/model';
import { isDatasetId } from '../../store/log/layout';
import { usageError } from '../terminal/exit';

/** The folder of the store: `ANNALS_STORE`, or `.annals` here. */
export function storePlace(env: Readonly<Record<string, string | undefined>>): string {
  return resolve(env.ANNALS_STORE || '.annals');
}

/** Why a text cannot name a dataset, and what could. */
function reasonAgainst(text: string): string {
  const better = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  if (isDatasetId(better) && better !== text) return `Did you mean “${better}”?`;
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 64) {
    return `“${text}” is a name that addresses of the app need for themselves; try “${text}-data”.`;
  }
  return 'Try “my-events”.';
}

/** The datasets that a command names; null where it names none and means all. */
export function datasetsNamed(words: readonly string[]): readonly DatasetId[] | null {
  return words.length === 0 ? null : words.map(readDatasetId);
}

/** A dataset's id as given. Throws a CommandError that says what is wrong with it. */
export function readDatasetId(text: string): DatasetId {
  if (isDatasetId(text)) return text;
  throw usageError(
    `“${text}” cannot name a dataset: lower-case letters, digits and single hyphens, at most 64. ${reasonAgainst(text)}`,
    'bad-dataset-id',
  );
}
