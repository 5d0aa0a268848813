import { resolve } from 'node:path';
import { datasetsIn } from '../../store/publish/publish';
import { backupDataset, type Copied, restoreDataset } from '../../store/upkeep/backup';
import { EXIT, usageError } from '../terminal/exit';
import type { Command, CommandContext } from './command';
import { datasetsNamed, storePlace } from './store-place';

function tell({ terminal }: CommandContext, { dataset, revisions, fresh }: Copied): void {
  terminal.err(`${dataset}: ${revisions} revisions, ${fresh} of them copied now`);
}

function otherPlace(text: string, store: string): string {
  const place = resolve(text);
  if (place === store || place.startsWith(`${store}/`) || store.startsWith(`${place}/`)) {
    throw usageError(`“${text}” and the store lie in each other; take another folder.`);
  }
  return place;
}

/** `annals backup`: a copy of the store, itself a store, made while others read and write. */
export const backupCommand: Command = {
  usage: 'backup FOLDER [ID …] [--json]',
  summary: 'Copy the store, checked, into a folder that is a store itself. Again: only what is new.',
  details: ['--json   one line: [{dataset, revisions, fresh}]'],
  options: { json: { type: 'boolean' } },
  words: [1, 1000],
  async run([folder = '', ...words], values, context) {
    const store = storePlace(context.env);
    const to = otherPlace(folder, store);
    const all: Copied[] = [];
    for (const id of datasetsNamed(words) ?? (await datasetsIn(store))) {
      context.signal.throwIfAborted();
      all.push(await backupDataset(store, to, id, context.now()));
      tell(context, all.at(-1)!);
    }
    if (values.json) context.terminal.out(JSON.stringify(all));
    return EXIT.done;
  },
};

/** `annals restore`: brings datasets back from a backup. */
export const restoreCommand: Command = {
  usage: 'restore FOLDER [ID …] [--replace] [--json]',
  summary: 'Bring datasets back from a backup. Never gives up what the backup does not have.',
  details: [
    '--replace   give up publications that the store has and the backup does not',
    '--json      one line: [{dataset, revisions, fresh}]',
  ],
  options: { replace: { type: 'boolean' }, json: { type: 'boolean' } },
  words: [1, 1000],
  async run([folder = '', ...words], values, context) {
    const store = storePlace(context.env);
    const from = otherPlace(folder, store);
    const ids = datasetsNamed(words) ?? (await datasetsIn(from));
    if (ids.length === 0) throw usageError(`There is no dataset in “${folder}”.`);
    const all: Copied[] = [];
    for (const id of ids) {
      context.signal.throwIfAborted();
      const how = { replace: values.replace === true, now: context.now() };
      all.push(await restoreDataset(from, store, id, how));
      tell(context, all.at(-1)!);
    }
    if (values.json) context.terminal.out(JSON.stringify(all));
    return EXIT.done;
  },
};
