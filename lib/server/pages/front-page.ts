import { failedWords } from '../../problems/failed-words';
import type { DamagedDataset, DatasetCardData } from '../../query/dataset-card';
import { filterOf } from '../../query/plan';
import { finestBin } from '../../time/bin';
import { MAX_DAY, MIN_DAY } from '../../time/day';
import { defaultView } from '../../view/keys';
import { resolveWindow } from '../../view/resolve';
import { asOfWords } from '../../words/as-of';
import type { Catalogue, DatasetStatus } from '../catalogue/catalogue';
import { problemsOf } from '../catalogue/series-store';

/** A dataset on the front page. */
export type Card = DatasetCardData & { readonly kind: 'card' };
export type DamagedCard = DamagedDataset & { readonly kind: 'damaged' };

/** More bins than this would not be seen apart on a card. */
const MOST_BARS = 60;

async function cardOf(catalogue: Catalogue, status: Extract<DatasetStatus, { kind: 'ok' }>): Promise<Card> {
  const { info, engine } = await catalogue.open(status.id, status);
  const { meta, namedViews } = info.guide;
  const view = defaultView(meta.id, info.standard);
  const filter = filterOf(view, info);
  const { from, to } = resolveWindow(view, meta.coverage);
  const bin = finestBin(from, to, MOST_BARS);
  const [bins, outside] = await Promise.all([
    engine.run({
      kind: 'bins',
      filter,
      bin,
      measure: 'incidents',
      split: 'none',
      stacked: false,
      beyond: null,
    }),
    engine.run({
      kind: 'total',
      filter: { ...filter, from: MIN_DAY, to: MAX_DAY, scope: 'out', initiators: 'any' },
      bin,
    }),
  ]);
  const { id, title, description, coverage } = meta;
  const { revision, published, incidents } = info;
  return {
    kind: 'card',
    ...{ id, title, description, coverage, incidents, revision, published, bin, namedViews },
    asOf: asOfWords(meta),
    outOfScope: outside.matched,
    spark: bins.bins,
    warning: failedWords(status.failed),
  };
}

/** Every dataset for the front page; one that cannot be read says so and leaves the others alone. */
export async function loadCards(catalogue: Catalogue): Promise<readonly (Card | DamagedCard)[]> {
  const card = async (status: DatasetStatus): Promise<Card | DamagedCard> => {
    if (status.kind === 'damaged') return { kind: 'damaged', id: status.id, problems: status.problems };
    try {
      return await cardOf(catalogue, status);
    } catch (error) {
      return { kind: 'damaged', id: status.id, problems: problemsOf(error, status.id) };
    }
  };
  return Promise.all((await catalogue.list()).map(card));
}
