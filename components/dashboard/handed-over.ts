import type { DashboardProps } from './dashboard';

/** What a dashboard of a served series is drawn from. */
export type DashboardData = Omit<DashboardProps, 'local'>;

/** Pages that were begun and then given up leave data behind: so many at most. */
const MOST_LEFT = 100;

const held = globalThis as typeof globalThis & { annalsHandedOver?: Map<string, DashboardData> };

/** Global, for Next loads modules anew for what it draws. */
function shelf(): Map<string, DashboardData> {
  held.annalsHandedOver ??= new Map();
  return held.annalsHandedOver;
}

/**
 * Lays data ready for the drawing of a page on the server, and gives the name under which they lie. As a property they would be
 * written into the page for the browser, beside all that is drawn from them.
 */
export function handOver(data: DashboardData): string {
  const all = shelf();
  const name = crypto.randomUUID();
  all.set(name, data);
  for (const old of [...all.keys()].slice(0, Math.max(0, all.size - MOST_LEFT))) all.delete(old);
  return name;
}

/** Takes what was laid ready, once. */
export function takeOver(name: string): DashboardData {
  const data = shelf().get(name);
  if (data === undefined) throw new Error('Nothing was handed over for this page.');
  shelf().delete(name);
  return data;
}
