import { type Finding, verifyStore } from '../../store/upkeep/verify';
import { EXIT } from '../terminal/exit';
import type { Command } from './command';
import { datasetsNamed, storePlace } from './store-place';

function line({ kind, file, reason }: Finding): string {
  return `  ${kind}: ${file}: ${reason}`;
}

/** `annals verify`: whether a store is as it was written. Changes nothing. */
export const verifyCommand: Command = {
  usage: 'verify [ID …] [--deep] [--json]',
  summary: 'Check that the store is as it was written: logs, files by their hashes, nothing half done.',
  details: [
    '--deep   read every incident, work out its dates anew, and the name of each revision',
    '--json   one line: {store, datasets, revisions, findings: [{kind, dataset, revision, file, reason}]}',
    'Ends with 6 where something is damaged.',
  ],
  options: { deep: { type: 'boolean' }, json: { type: 'boolean' } },
  words: [0, 1000],
  async run(words, values, { terminal, env, signal, now }) {
    const store = storePlace(env);
    const findings: Finding[] = [];
    let [datasets, revisions] = [0, 0];
    const options = { deep: values.deep === true, now: now(), signal };
    for await (const verified of verifyStore(store, datasetsNamed(words), options)) {
      datasets += 1;
      revisions += verified.revisions;
      findings.push(...verified.findings);
      const isWhole = !verified.findings.some(({ kind }) => kind === 'damage');
      terminal.err(`${verified.dataset}: ${verified.revisions} revisions, ${isWhole ? 'whole' : 'DAMAGED'}`);
      for (const finding of verified.findings) terminal.err(line(finding));
    }
    if (values.json) terminal.out(JSON.stringify({ store, datasets, revisions, findings }));
    return findings.some(({ kind }) => kind === 'damage') ? EXIT.damaged : EXIT.done;
  },
};
