import { datasetsIn, revisions } from '../../store/publish/publish';
import { collectGarbage } from '../../store/upkeep/collect-garbage';
import { removeRevision } from '../../store/upkeep/remove';
import { EXIT, usageError } from '../terminal/exit';
import { type Command, textOf } from './command';
import { datasetsNamed, readDatasetId, storePlace } from './store-place';

/** `annals prune`: keeps the last revisions of a dataset and removes those before. */
export const pruneCommand: Command = {
  usage: 'prune ID --keep N [--yes] [--json]',
  summary: 'Remove the oldest revisions of a dataset but the last N. Links to them will say so.',
  details: [
    '--keep N   how many revisions stay, the current one among them',
    '--yes      do it; without it the revisions are only listed',
    '--json     one line: {dataset, kept, removed}',
  ],
  options: { keep: { type: 'string' }, yes: { type: 'boolean', short: 'y' }, json: { type: 'boolean' } },
  words: [1, 1],
  async run([word = ''], values, { terminal, env, now }) {
    const [store, id] = [storePlace(env), readDatasetId(word)];
    const keep = Number(textOf(values, 'keep'));
    if (!Number.isInteger(keep) || keep < 1) throw usageError('Say how many stay: --keep 10');
    // A revision that somebody went back to stands where it stood last.
    const all = (await revisions(store, id)).map(({ revision }) => revision);
    const order = [...new Set(all.toReversed())];
    if (order.length === 0) throw usageError(`Nothing was published as “${id}”.`, 'unknown-dataset');
    const [kept, old] = [order.slice(0, keep), order.slice(keep).toReversed()];
    for (const revision of old) {
      terminal.err(`${values.yes ? 'removed' : 'would be removed'}: ${revision.slice(0, 12)}`);
      const reason = `Removed when only the last ${keep === 1 ? 'revision was' : `${keep} revisions were`} kept.`;
      if (values.yes) await removeRevision(store, id, revision, { now: now(), reason });
    }
    if (old.length === 0) terminal.err('Nothing to remove.');
    else if (!values.yes) terminal.err('Add --yes to do it.');
    const removed = values.yes ? old : [];
    if (values.json) terminal.out(JSON.stringify({ dataset: id, kept: values.yes ? kept : order, removed }));
    return EXIT.done;
  },
};

/** `annals gc`: takes away what is of no use to anybody. */
export const gcCommand: Command = {
  usage: 'gc [ID …] [--json]',
  summary: 'Take away what dead processes left, and indexes that only older versions read.',
  details: ['--json   one line: [{dataset, paths, bytes}]'],
  options: { json: { type: 'boolean' } },
  words: [0, 1000],
  async run(words, values, { terminal, env, now }) {
    const store = storePlace(env);
    const all = [];
    for (const id of datasetsNamed(words) ?? (await datasetsIn(store))) {
      const collected = await collectGarbage(store, id, now());
      all.push(collected);
      terminal.err(
        `${id}: ${collected.paths.length} left over, ${collected.bytes.toLocaleString('en')} bytes`,
      );
    }
    if (values.json) terminal.out(JSON.stringify(all));
    return EXIT.done;
  },
};
