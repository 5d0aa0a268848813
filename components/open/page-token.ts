const KEPT_AS = 'annals-token';
const IN_ADDRESS = /^#token=([\w-]+)$/;

/**
 * The token that the address brings (`/open#token=…`, which no server is sent), or that this tab brought before; '' for none.
 * It is taken out of the address, so that nobody passes it on with a link.
 */
export function takeToken(): string {
  const [, brought] = IN_ADDRESS.exec(window.location.hash) ?? [];
  try {
    if (brought === undefined) return window.sessionStorage.getItem(KEPT_AS) ?? '';
    window.sessionStorage.setItem(KEPT_AS, brought);
  } catch {
    // Storage is forbidden: the token is asked for.
  }
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return brought ?? '';
}
