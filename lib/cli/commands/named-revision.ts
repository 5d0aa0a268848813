import type { DatasetId } from '../../series/model';
import { resolveRevision } from '../../store/publish/publish';
import { usageError } from '../terminal/exit';

/** A revision by the first digits of its hash. Throws a CommandError where they name none, or several. */
export async function mustResolve(store: string, id: DatasetId, prefix: string): Promise<string> {
  const unknown = usageError(`No revision of “${id}” begins with “${prefix}”.`, 'unknown-revision');
  if (!/^[0-9a-f]{4,64}$/.test(prefix)) throw unknown;
  const found = await resolveRevision(store, id, prefix);
  if (found.kind === 'found') return found.revision;
  if (found.kind === 'unknown') throw unknown;
  if (found.kind === 'removed') {
    const day = found.time.slice(0, 10);
    throw usageError(
      `Revision ${found.revision.slice(0, 12)} of “${id}” was removed on ${day}: ${found.reason}`,
      'revision-removed',
    );
  }
  throw usageError(
    `Several revisions of “${id}” begin with “${prefix}”; write more digits.`,
    'unknown-revision',
  );
}
