import type { Catalogue } from '../catalogue/catalogue';

/** What can stand in the way of a server or of a dataset. */
export const HEALTH_CODES = [
  'starting',
  'stopping',
  'store-unreadable',
  'dataset-damaged',
  'package-failed',
] as const;

/** Something to know about this server, by a stable code. */
interface HealthNote {
  readonly code: (typeof HEALTH_CODES)[number];
  readonly detail: string;
}

/** Whether a server can be asked. Reasons say why not; notes are what an operator should see to meanwhile. */
interface Readiness {
  readonly ready: boolean;
  readonly reasons: readonly HealthNote[];
  readonly notes: readonly HealthNote[];
}

/** A check waits so long for the store; whoever asks has a deadline of its own. */
const PATIENCE_MS = 2_000;

const state = globalThis as typeof globalThis & { annalsStopping?: boolean };

async function notesOf(catalogue: Pick<Catalogue, 'list'>): Promise<readonly HealthNote[]> {
  return (await catalogue.list()).flatMap((status): HealthNote[] => {
    if (status.kind === 'damaged') {
      return [{ code: 'dataset-damaged', detail: `${status.id}: ${status.problems[0]?.reason}` }];
    }
    const [failed] = status.failed;
    return failed ? [{ code: 'package-failed', detail: `${status.id}: ${failed.reason}` }] : [];
  });
}

function notReady(code: HealthNote['code'], detail: string): Readiness {
  return { ready: false, reasons: [{ code, detail }], notes: [] };
}

/**
 * How ready a server is. One damaged dataset is a note: the others can be read, and taking the server out of service would
 * mend nothing.
 */
async function readiness(catalogue: Pick<Catalogue, 'list'>, patience: number): Promise<Readiness> {
  if (state.annalsStopping) return notReady('stopping', 'The server ends what runs and takes nothing new.');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    const notes = await Promise.race([notesOf(catalogue), late]);
    if (notes === null) return notReady('starting', 'Datasets are being imported, or the store is slow.');
    return { ready: true, reasons: [], notes };
  } catch (error) {
    return notReady('store-unreadable', error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** The answer of `/healthz`: that this process answers, and, where `ready` is asked, the whole of it. 503 where it is not ready. */
export async function health(
  ready: boolean,
  catalogue: Pick<Catalogue, 'list'>,
  patience = PATIENCE_MS,
): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  if (!ready) return new Response(JSON.stringify({ live: true }), { headers });
  const found = await readiness(catalogue, patience);
  return new Response(JSON.stringify({ live: true, ...found }), { status: found.ready ? 200 : 503, headers });
}
