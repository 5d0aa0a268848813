import type { HashThread } from './hash-thread';
import type { RevisionHasher } from './revision-hash';
import type { StoredIncident } from './stored-incident';

/** Incidents that are hashed before a thread is worth its start. */
const FEW = 20_000;

/** Hashes incidents, here or in a thread. */
export interface RowHasher {
  add(batch: readonly StoredIncident[]): Promise<void>;
  /** Brings everything that was hashed into the hasher of the revision. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Hashes the first incidents at once; the others in a thread, where one can be had. */
export function rowHasher(hasher: RevisionHasher, start: (() => HashThread) | null, few = FEW): RowHasher {
  let [count, thread]: [number, HashThread | null] = [0, null];
  return {
    async add(batch) {
      count += batch.length;
      if (start !== null && count > few) thread ??= start();
      if (thread === null) hasher.add(batch.map(({ incident }) => incident));
      else await thread.add(batch.map(({ line }) => line).join(''));
    },
    async finish() {
      if (thread !== null) hasher.addHashes(await thread.finish());
      await thread?.close();
    },
    close: async () => thread?.close(),
  };
}
