import { revisions } from '../../store/publish/publish';
import { EXIT, usageError } from '../terminal/exit';
import type { Command } from './command';
import { readDatasetId, storePlace } from './store-place';

/** `annals revisions`: what was published of a dataset, newest last. */
export const revisionsCommand: Command = {
  usage: 'revisions ID [--json]',
  summary: 'List what was published of a dataset, oldest first; the last is current.',
  details: ['--json   one line: a list of the entries of its log'],
  options: { json: { type: 'boolean' } },
  words: [1, 1],
  async run([word = ''], values, { terminal, env }) {
    const id = readDatasetId(word);
    const entries = await revisions(storePlace(env), id);
    if (entries.length === 0) throw usageError(`Nothing was published as “${id}”.`, 'unknown-dataset');
    if (values.json) terminal.out(JSON.stringify(entries));
    else {
      for (const { revision, time, counts, source } of entries) {
        const count = `${counts.incidents.toLocaleString('en')} incidents`;
        terminal.out(`${revision.slice(0, 12)}  ${time}  ${count}  from ${source}`);
      }
    }
    return EXIT.done;
  },
};
