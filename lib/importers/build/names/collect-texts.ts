import type { RawTable } from '../../../formats/raw-table';
import type { Mapping } from '../../../mapping/mapping';
import type { ColumnProfile, Survey } from '../../../mapping/survey/survey';
import { type ColumnTexts, nameColumns } from './names';

/** Whether a survey has kept every text of a column whole. */
function isComplete(profile: ColumnProfile | undefined): profile is ColumnProfile {
  return profile !== undefined && profile.distinct === profile.values.length && profile.longest <= 200;
}

/** The texts of the name columns from a survey of the whole table; null where it has not kept them all. */
export function textsOfSurvey(
  survey: Survey,
  mapping: Mapping,
): ReadonlyMap<string, readonly string[]> | null {
  const texts = new Map<string, readonly string[]>();
  for (const name of nameColumns(mapping)) {
    const profile = survey.columns.find((column) => column.name === name);
    if (!isComplete(profile)) return null;
    texts.set(
      name,
      profile.values.map(([text]) => text),
    );
  }
  return texts;
}

/** The texts of the name columns, by a pass over the table. `onBatch` is told how far it is. */
export async function collectTexts(
  table: RawTable,
  mapping: Mapping,
  onBatch: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<ColumnTexts> {
  const texts = new Map<string, Set<string>>();
  const wanted = nameColumns(mapping).map((name) => {
    const found = new Set<string>();
    texts.set(name, found);
    return [table.columns.findIndex((column) => column.name === name), found] as const;
  });
  if (wanted.length === 0) return texts;
  for await (const { rows, bytes } of table.batches(signal)) {
    signal?.throwIfAborted();
    for (const { cells } of rows) {
      for (const [at, found] of wanted) found.add(cells[at] ?? '');
    }
    onBatch(bytes);
  }
  return texts;
}
