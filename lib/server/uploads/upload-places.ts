import type { UploadSettings } from './upload-settings';
import { listUploads, receivedBytes, type Upload } from './upload-spool';

/** An upload that one request works at; nobody else does until it is given back. */
export interface Claim {
  /** Says that the request is to stop, for the upload goes. */
  readonly signal: AbortSignal;
  release(): void;
}

interface Held {
  readonly claim: AbortController;
  readonly ended: Promise<void>;
}

interface Places {
  readonly claims: Map<string, Held>;
  /** How many bytes each upload that is being sent to may come to. */
  readonly coming: Map<string, number>;
  /** When the work that was begun last has ended. */
  turn: Promise<unknown>;
}

const held = globalThis as typeof globalThis & { annalsUploadPlaces?: Places };

/** Global, for Next loads modules anew for each kind of route. */
function places(): Places {
  held.annalsUploadPlaces ??= { claims: new Map(), coming: new Map(), turn: Promise.resolve() };
  return held.annalsUploadPlaces;
}

/** Does one thing after the other, so that nothing is counted while another request takes what is counted. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const all = places();
  const mine = all.turn.then(work);
  all.turn = mine.catch(() => undefined);
  return mine;
}

/** Takes an upload for one request, before anything is awaited; null where another one has it. */
export function claimUpload({ id }: Pick<Upload, 'id'>): Claim | null {
  const { claims } = places();
  if (claims.has(id)) return null;
  const claim = new AbortController();
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  claims.set(id, { claim, ended });
  const release = () => {
    claims.delete(id);
    end();
  };
  return { signal: claim.signal, release };
}

/** Takes an upload that is to go: whoever works at it is told to stop, and is waited for. */
export async function claimToEnd(upload: Pick<Upload, 'id'>): Promise<Claim> {
  for (;;) {
    const claim = claimUpload(upload);
    if (claim) return claim;
    const other = places().claims.get(upload.id);
    other?.claim.abort();
    await other?.ended;
  }
}

/** Room for bytes of one upload: `most` is what it may come to in all. */
export interface UploadRoom {
  readonly most: number;
  release(): void;
}

/**
 * Takes room for an upload to which a body is sent: as much as that says it has, else all that is left. Together uploads
 * may take twice what one may. Null where there is not so much.
 */
export function takeRoom(
  settings: UploadSettings,
  upload: Upload,
  length: number | null,
): Promise<UploadRoom | null> {
  return inTurn(async () => {
    const { coming } = places();
    const waiting = await listUploads(settings);
    const others = await Promise.all(
      waiting
        .filter(({ id }) => id !== upload.id)
        .map(async (one) => coming.get(one.id) ?? (await receivedBytes(one))),
    );
    const already = await receivedBytes(upload);
    const left = 2 * settings.mostBytes - others.reduce((sum, size) => sum + size, 0);
    if (length === null ? left <= already : left < already + length) return null;
    const most = Math.min(settings.mostBytes, left, length === null ? left : already + length);
    coming.set(upload.id, most);
    return { most, release: () => void coming.delete(upload.id) };
  });
}
