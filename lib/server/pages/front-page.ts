import { failedWords } from '../../problems/failed-words';
import type { DamagedDataset, DatasetCardData } from '../../query/info/dataset-card';
import { asOfWords } from '../../words/as-of';
import type { Catalogue, DatasetStatus } from '../catalogue/catalogue';
import { problemsOf } from '../catalogue/series-store';

/** A dataset on the front page. */
export type Card = DatasetCardData & { readonly kind: 'card' };
export type DamagedCard = DamagedDataset & { readonly kind: 'damaged' };

async function cardOf(catalogue: Catalogue, status: Extract<DatasetStatus, { kind: 'ok' }>): Promise<Card> {
  const { sourcesUntil, ...figures } = await catalogue.card(status.id, status);
  const asOf = asOfWords(sourcesUntil === null ? {} : { sourcesUntil });
  return {
    ...{ kind: 'card', ...figures, asOf, published: status.published },
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
