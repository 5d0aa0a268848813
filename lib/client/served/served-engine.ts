import { cachedEngine } from '../../engine/cache';
import { httpEngine } from '../../engine/http/http-engine';
import type { Engine } from '../../query/engine';
import { columnsSource, withColumns } from './columns-source';
import type { ColumnsSource } from './columns-state';

/** Bytes of results that a page keeps, some dozens of views, so that going back is instant. */
const RESULTS = 32_000_000;

/** What answers for a page that a server has drawn: that server, and columns once they are here; and it remembers. */
export function servedEngine(
  dataset: string,
  revision: string,
): { readonly engine: Engine; readonly columns: ColumnsSource } {
  const columns = columnsSource();
  const server = httpEngine({ dataset, revision });
  return { engine: cachedEngine(withColumns(server, columns), RESULTS), columns };
}
