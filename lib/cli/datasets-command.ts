import { current, listDatasets } from '../store/publish';
import type { Command } from './command';
import { EXIT } from './exit';
import { storePlace } from './store-place';

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
