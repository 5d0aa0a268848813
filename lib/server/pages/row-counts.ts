import type { ImportCounts } from '../../importers/import-counts';
import type { DatasetId } from '../../series/model';
import { revisions } from '../../store/publish/publish';
import { storeFolder } from '../catalogue/store-folder';

/** What became of the rows of the file that a revision was made from; null where nobody counted. */
export async function rowCounts(
  id: DatasetId,
  revision: string,
): Promise<Pick<ImportCounts, 'read' | 'incidents' | 'problems' | 'skipped'> | null> {
  const entries = await revisions(storeFolder(), id).catch(() => []);
  const counts = entries.findLast((entry) => entry.revision === revision)?.counts;
  if (!counts || counts.read === null) return null;
  const { read, incidents, problems, skipped } = counts;
  return { read, incidents, problems, skipped: skipped ?? 0 };
}
