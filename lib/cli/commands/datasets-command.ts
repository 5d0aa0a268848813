import type { DatasetId } from '../../series/model';
import { StoreError } from '../../store/log/store-error';
import { current, datasetsIn, listDatasets } from '../../store/publish/publish';
import { EXIT } from '../terminal/exit';
import type { Command } from './command';
import { storePlace } from './store-place';

/** Why a dataset is not listed; null where it has no publication. */
async function whyUnreadable(store: string, id: DatasetId): Promise<string | null> {
  try {
    await current(store, id);
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error.reason;
    throw error;
  }
}

/** `annals datasets`: what the store holds. */
export const datasetsCommand: Command = {
  usage: 'datasets [--json]',
  summary: 'List the datasets of the store with their current revisions.',
  details: ['--json   one line: a list of {dataset, revision, published, incidents, source}'],
  options: { json: { type: 'boolean' } },
  words: [0, 0],
  async run(_words, values, { terminal, env }) {
    const store = storePlace(env);
    const datasets = await Promise.all(
      (await listDatasets(store)).map(async (dataset) => {
        const entry = (await current(store, dataset))!;
        const { revision, time: published, counts, source } = entry;
        return { dataset, revision, published, incidents: counts.incidents, source };
      }),
    );
    const readable = new Set(datasets.map(({ dataset }) => dataset));
    for (const id of await datasetsIn(store)) {
      const problem = readable.has(id) ? null : await whyUnreadable(store, id);
      if (problem !== null) terminal.err(`${id}: ${problem}; “annals verify ${id}” says more`);
    }
    if (values.json) terminal.out(JSON.stringify(datasets));
    else if (datasets.length === 0) terminal.err(`No datasets in ${store}.`);
    else {
      for (const { dataset, revision, published, incidents } of datasets) {
        const count = `${incidents.toLocaleString('en')} incidents`;
        terminal.out(`${dataset}  ${revision.slice(0, 12)}  ${published.slice(0, 10)}  ${count}`);
      }
    }
    return EXIT.done;
  },
};
