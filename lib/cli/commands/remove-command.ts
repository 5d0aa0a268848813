import { confirm, isCancel } from '@clack/prompts';
import { settle } from '../../store/log/recover';
import { revisions } from '../../store/publish/publish';
import { removeDataset, removeRevision } from '../../store/upkeep/remove';
import { CommandError, EXIT, usageError } from '../terminal/exit';
import { type Command, textOf } from './command';
import { mustResolve } from './named-revision';
import { readDatasetId, storePlace } from './store-place';

async function mustConfirm(what: string): Promise<void> {
  const message = `Remove ${what}? Links to it will say that it was removed, and why.`;
  const go = await confirm({ message, initialValue: false, output: process.stderr });
  if (isCancel(go) || !go) throw new CommandError(EXIT.interrupted, 'interrupted', 'Nothing was removed.');
}

/** `annals remove`: takes a revision, or a whole dataset, out of the store. */
export const removeCommand: Command = {
  usage: 'remove ID [--revision R] --reason "…" [--yes] [--json]',
  summary: 'Remove a revision of a dataset, or all of it. The reason stays in its place.',
  details: [
    '--revision R   only this revision, by the first digits of its hash',
    '--reason "…"   what readers of old links are told',
    '--yes          do not ask; needed where there is no terminal',
    '--json         one line: {dataset, revision, removed}',
  ],
  options: {
    revision: { type: 'string' },
    reason: { type: 'string' },
    yes: { type: 'boolean', short: 'y' },
    json: { type: 'boolean' },
  },
  words: [1, 1],
  async run([word = ''], values, { terminal, env, now }) {
    const id = readDatasetId(word);
    const store = storePlace(env);
    const reason = textOf(values, 'reason')?.trim();
    if (!reason) throw usageError('Say why: --reason "withdrawn by its publisher"');
    await settle(store, id);
    const held = new Set((await revisions(store, id)).map(({ revision }) => revision));
    if (held.size === 0) throw usageError(`Nothing was published as “${id}”.`, 'unknown-dataset');
    const prefix = textOf(values, 'revision');
    const revision = prefix === null ? null : await mustResolve(store, id, prefix);
    const what =
      revision === null ? `“${id}” and all its revisions` : `revision ${revision.slice(0, 12)} of “${id}”`;
    if (!values.yes) {
      if (!terminal.canAsk) throw usageError(`This would remove ${what}. Add --yes to do it.`);
      await mustConfirm(what);
    }
    if (revision === null) await removeDataset(store, id, { reason, now: now() });
    else await removeRevision(store, id, revision, { reason, now: now() });
    terminal.err(`Removed ${what}.`);
    if (values.json) terminal.out(JSON.stringify({ dataset: id, revision, removed: true }));
    return EXIT.done;
  },
};
