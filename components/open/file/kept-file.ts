import type { Mapping } from '@/lib/mapping/mapping';

/** A file that the reader told this browser to keep, with what its columns mean. */
export interface KeptFile {
  readonly file: File;
  /** Null for a Data Package. */
  readonly mapping: Mapping | null;
  /** The title that the reader gave; empty where none was given. */
  readonly title: string;
}

const DATABASE = 'annals';
const STORE = 'open-file';
/** One file is kept at a time. */
const KEY = 'file';

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
}

/** Works on the store; what was written stands on the disk once the promise is fulfilled. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase();
  try {
    const transaction = database.transaction(STORE, mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([done(work(transaction.objectStore(STORE))), ended]);
    return result;
  } finally {
    database.close();
  }
}

/** A file as its bytes, for private windows of Safari keep no files. */
interface KeptBytes extends Omit<KeptFile, 'file'> {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** Keeps a file, and forgets the one that was kept before. Rejects where the browser has no room or does not allow it. */
export async function keepFile(kept: KeptFile): Promise<void> {
  try {
    await inStore('readwrite', (store) => store.put(kept, KEY));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') throw error;
    const { file, ...rest } = kept;
    const bytes: KeptBytes = { ...rest, name: file.name, bytes: await file.arrayBuffer() };
    await inStore('readwrite', (store) => store.put(bytes, KEY));
  }
}

function asFile(kept: KeptFile | KeptBytes): KeptFile {
  if ('file' in kept) return kept;
  const { name, bytes, ...rest } = kept;
  return { ...rest, file: new File([bytes], name) };
}

/** The file that is kept; null where there is none, or where the browser keeps nothing. */
export async function keptFile(): Promise<KeptFile | null> {
  try {
    const found = (await inStore('readonly', (store) => store.get(KEY))) as KeptFile | KeptBytes | undefined;
    return found === undefined ? null : asFile(found);
  } catch {
    return null;
  }
}

/** Forgets the file that is kept. */
export async function forgetFile(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(KEY)).catch(() => undefined);
}
