import { basename } from 'node:path';
import { EXIT } from '../terminal/exit';
import { type Command, textOf } from './command';
import { importCommand } from './import-command';
import { readDatasetId } from './store-place';

const PLACE_HELP = [
  'HOST and PORT of the environment say where (127.0.0.1, 3000); docs/deploy.md lists all settings.',
] as const;

/** `annals serve`: the app for readers. */
export const serveCommand: Command = {
  usage: 'serve',
  summary: 'Serve the datasets of the store as an app, until it is told to stop.',
  details: PLACE_HELP,
  options: {},
  words: [0, 0],
  async run(_words, _values, { serve }) {
    await serve('');
    return EXIT.done;
  },
};

/** A dataset's id that the name of a file suggests: `Events 2024.csv.gz` → `events-2024`. */
export function idOfFile(path: string): string {
  const [stem = ''] = basename(path).split('.');
  const words =
    stem
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 60).replace(/-$/, '') || 'my-events';
}

/** `annals open`: a file as a dashboard, in one step. */
export const openCommand: Command = {
  usage: 'open FILE [--as ID] …',
  summary: 'Import a file as “import” does, and serve the app with it; the dataset is called as the file is.',
  details: [...PLACE_HELP, 'Takes the options of “import”.'],
  options: importCommand.options,
  words: [1, 1],
  async run([path = ''], values, context) {
    const id = readDatasetId(textOf(values, 'as') ?? idOfFile(path));
    const code = await importCommand.run([path], { ...values, as: id }, context);
    if (code !== EXIT.done || values['dry-run']) return code;
    await context.serve(`/${id}`);
    return EXIT.done;
  },
};
