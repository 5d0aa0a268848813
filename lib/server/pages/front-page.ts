import { failedWords } from '../../problems/failed-words';
import type { DamagedDataset, DatasetCardData } from '../../query/info/dataset-card';
import { asOfWords } from '../../words/provenance';
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

/** A dataset whose figures are being worked out: its index is made, or many were published at once. */
export interface WaitingCard {
  readonly kind: 'waiting';
  readonly id: string;
}

/** The list waits so long for figures that were not written down, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Every dataset for the front page; one that cannot be read says so and leaves the others alone, and so does one whose
 * figures do not come within `patience`.
 */
export async function loadCards(
  catalogue: Catalogue,
  patience = PATIENCE,
): Promise<readonly (Card | DamagedCard | WaitingCard)[]> {
  const statuses = await catalogue.list();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  const card = async (status: DatasetStatus): Promise<Card | DamagedCard | WaitingCard> => {
    const { id } = status;
    if (status.kind === 'damaged') return { kind: 'damaged', id, problems: status.problems };
    try {
      return (await Promise.race([cardOf(catalogue, status), late])) ?? { kind: 'waiting', id };
    } catch (error) {
      return { kind: 'damaged', id, problems: problemsOf(error, id) };
    }
  };
  return Promise.all(statuses.map(card)).finally(() => clearTimeout(timer));
}
