/**
 * The path below which this copy of Annals lies, `/annals`; empty where it has a host of its own. `ANNALS_BASE_PATH` when the app was built:
 * Next writes it into the scripts, so it cannot be changed afterwards.
 */
export const BASE_PATH = process.env.ANNALS_BASE_PATH ?? '';

/** A path of the app, `/methods`, as browsers ask for it: below the base path. */
export function sitePath(path: string, base = BASE_PATH): string {
  // Next answers `/annals/` with a redirection to `/annals`.
  return path === '/' && base !== '' ? base : `${base}${path}`;
}

/** A path that a browser asked for as the app knows it; null where it does not lie below the base path. */
export function appPath(path: string, base = BASE_PATH): string | null {
  if (base === '') return path;
  if (path === base) return '/';
  return path.startsWith(`${base}/`) ? path.slice(base.length) : null;
}
