import { cachedEngine } from '../../engine/cache';
import { loadInfo } from '../../query/info/load-info';
import type { DatasetId } from '../../series/model';
import { isDatasetId } from '../../store/log/layout';
import { StoreError } from '../../store/log/store-error';
import { cardFigures } from './card';
import { keepCard, readCard } from './card-file';
import { openStored } from './disk-store';

/** What keeps a revision from being prepared: which file, and why. */
interface Unprepared {
  readonly file: string;
  readonly reason: string;
}

/**
 * Opens a revision as a server does, which makes its index where it needs one, and writes its card. Null where that is done;
 * throws what is no damage.
 */
export async function prepareRevision(
  store: string,
  id: string,
  revision: string,
): Promise<Unprepared | null> {
  if (!isDatasetId(id)) return { file: store, reason: `“${id}” cannot name a dataset` };
  try {
    await writeCard(store, id, revision);
    return null;
  } catch (error) {
    if (error instanceof StoreError) return { file: error.file, reason: error.reason };
    throw error;
  }
}

async function writeCard(store: string, id: DatasetId, revision: string): Promise<void> {
  const { guide, incidents, engine: opened } = await openStored(store, id, revision);
  const engine = cachedEngine(opened, 0, 'forgotten');
  try {
    if ((await readCard(store, id, revision)) !== null) return;
    // The day of publication stands in no card.
    const info = await loadInfo(engine, { guide, incidents, revision, published: '' });
    await keepCard(store, id, revision, await cardFigures(info, engine));
  } finally {
    await engine.close();
  }
}
