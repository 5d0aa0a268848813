import { datasetsIn } from '../../store/publish/publish';
import { type Repaired, repairDataset } from '../../store/upkeep/repair';
import { EXIT } from '../terminal/exit';
import type { Command } from './command';
import { datasetsNamed, storePlace } from './store-place';

/** `annals repair`: mends what can be mended, and names the rest. */
export const repairCommand: Command = {
  usage: 'repair [ID …] [--json]',
  summary: 'Mend logs, end what was left half done, and write again what a log lost.',
  details: [
    '--json   one line: [{dataset, mended, left}]',
    'Nothing is thrown away: a damaged log is kept beside the new one. A revision whose files are damaged is mended by an',
    'import of the same content. Ends with 6 where something could not be mended.',
  ],
  options: { json: { type: 'boolean' } },
  words: [0, 1000],
  async run(words, values, { terminal, env, now }) {
    const store = storePlace(env);
    const all: Repaired[] = [];
    for (const id of datasetsNamed(words) ?? (await datasetsIn(store))) {
      const repaired = await repairDataset(store, id, now());
      all.push(repaired);
      const { mended, left } = repaired;
      terminal.err(`${id}: ${mended.length + left.length === 0 ? 'nothing to mend' : ''}`.trimEnd());
      for (const sentence of mended) terminal.err(`  mended: ${sentence}`);
      for (const sentence of left) terminal.err(`  LEFT: ${sentence}`);
    }
    if (values.json) terminal.out(JSON.stringify(all));
    return all.some(({ left }) => left.length > 0) ? EXIT.damaged : EXIT.done;
  },
};
