import type { OutlineFiles } from '../../boundaries/outline-files';
import { sitePath } from '../../text/site-path';

/** The outlines that come with Annals. */
export const BUNDLED = 'natural-earth';

async function fetched<T>(id: string, name: string): Promise<T> {
  const response = await fetch(`${sitePath('/api/v1/boundaries')}/${encodeURIComponent(id)}/${name}`);
  if (!response.ok) throw new Error(`The outlines “${id}” could not be had.`);
  return response.json();
}

type Units = OutlineFiles['units'];

/**
 * The outlines of all countries, and of all their units where these are wanted: the same for every file, so that asking for them tells
 * nothing of what is in one.
 */
export async function fetchOutlines(id: string, withUnits: boolean): Promise<OutlineFiles> {
  const [about, countries, disputed, units] = await Promise.all([
    fetched<OutlineFiles['about']>(id, 'boundaries.json'),
    fetched<OutlineFiles['countries']>(id, 'countries.json'),
    fetched<OutlineFiles['disputed']>(id, 'disputed.json').catch(() => null),
    withUnits ? fetched<Units>(id, 'units.json') : null,
  ]);
  return { about, countries, disputed, units };
}
