/** Runs once when the server starts, before it takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { markPeers } = await import('./lib/server/uploads/peer');
  const { keepTypesPlain } = await import('./lib/server/http/plain-types');
  markPeers();
  keepTypesPlain();
}
