import { cachedEngine } from '../../engine/cache';
import { httpEngine } from '../../engine/http/http-engine';
import type { Engine } from '../../query/engine';

/** Bytes of results that a page keeps, some dozens of views, so that going back is instant. */
const RESULTS = 32_000_000;

/** The engine of a page that a server has drawn: asks that server, and remembers. */
export function browserEngine(dataset: string, revision: string): Engine {
  return cachedEngine(httpEngine({ dataset, revision }), RESULTS);
}
