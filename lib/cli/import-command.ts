import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DatasetId } from '../series/model';
import { type Command, type Surroundings, textOf, textsOf, type Values } from './command';
import { EXIT, type ExitCode, usageError } from './exit';
import { READING_HELP, READING_OPTIONS } from './import-options';
import { type Input, openInput } from './input-file';
import { readLimits } from './limit-options';
import { type Prepared, prepare } from './prepare';
import { type ProgressView, showProgress } from './progress';
import { type Imported, publishImport, tryImport } from './publish-import';
import { problemLines, reportLines, reportOf } from './report';
import { keepMapping, writeMapping } from './saved-mappings';
import { readDatasetId, storePlace } from './store-place';

/** A title that hangs on nothing but the id, so that the same rows are the same revision from any file. */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface Job {
  readonly id: DatasetId;
  readonly input: Input;
  readonly progress: ProgressView;
  readonly values: Values;
  readonly around: Surroundings;
}

async function warnOfPackage(id: DatasetId, { env, terminal }: Surroundings): Promise<void> {
  const names = await readdir(join(env.ANNALS_DATA || 'data', id)).catch((): string[] => []);
  if (!names.includes('datapackage.json')) return;
  terminal.err(`Note: data/${id} is a bundled package; the next start of the app makes it current again.`);
}

async function keep(prepared: Prepared, store: string, values: Values): Promise<void> {
  if (prepared.kind !== 'table') return;
  const path = textOf(values, 'save-mapping');
  if (path !== null) await writeMapping(path, prepared.mapping);
  if (prepared.decided && !values['dry-run']) await keepMapping(store, prepared.mapping);
}

function tell(job: Job, imported: Imported, mapping: Parameters<typeof reportOf>[3]): void {
  const { id, values, around } = job;
  const { terminal } = around;
  const report = reportOf(id, imported.revision, imported.built, mapping);
  if (imported.problems.length > 0) {
    terminal.err('Problems and warnings:');
    for (const line of problemLines(imported.problems, 10, imported.allProblems)) terminal.err(line);
  }
  if (values.json) terminal.out(JSON.stringify(report));
  else for (const line of reportLines(report)) terminal.out(line);
  const revision = imported.revision.slice(0, 12);
  if (!imported.isNew)
    terminal.err(`“${id}” holds exactly this already: revision ${revision}. Nothing new was published.`);
  else if (values['dry-run'])
    terminal.err(`Nothing was published (--dry-run). It would be revision ${revision}.`);
  else terminal.err(`Published as “${id}”, revision ${revision}.`);
}

async function importInput(job: Job): Promise<ExitCode> {
  const { id, input, progress, values, around } = job;
  const store = storePlace(around.env);
  const limits = readLimits(around.env, textsOf(values, 'limit'));
  const mayAsk = around.terminal.canAsk && !values.json;
  const { onProgress } = progress;
  const prepared = await prepare({ dataset: id, store, limits, mayAsk, input, progress, values, around });
  const title = textOf(values, 'title');
  const source = input.kind === 'bytes' ? input.source.name : basename(input.dir);
  const what = { prepared, seed: { id, title: title ?? titleOf(id) }, source, store, around, onProgress };
  const imported = await (values['dry-run'] ? tryImport(what, title) : publishImport(what, title));
  progress.stop();
  await keep(prepared, store, values);
  tell(job, imported, prepared.kind === 'table' ? prepared.mapping : null);
  return EXIT.done;
}

/** `annals import`: makes a file a revision of a dataset. */
export const importCommand: Command = {
  usage: 'import FILE --as ID [--mapping M.json] [--dry-run] [--json] …',
  summary: 'Import a file, a folder with a Data Package, or standard input (-) as a revision of a dataset.',
  details: [
    '--as ID              the dataset: lower-case letters, digits and hyphens',
    '--dry-run            work everything out, publish nothing',
    '--title T            what the series is called',
    '--save-mapping FILE  write the mapping that was used',
    '--yes                take the guess as it stands; what is not settled is asked all the same',
    ...READING_HELP,
    '',
    'Without a terminal nothing is asked: where the file settles everything the import goes on, else it ends with',
    'code 4 and lists each question with the --answer to give.',
  ],
  options: {
    ...READING_OPTIONS,
    as: { type: 'string' },
    'dry-run': { type: 'boolean' },
    title: { type: 'string' },
    'save-mapping': { type: 'string' },
    yes: { type: 'boolean', short: 'y' },
  },
  words: [1, 1],
  async run([path = ''], values, around) {
    const as = textOf(values, 'as');
    if (as === null) throw usageError('Say which dataset it is: --as my-events');
    const id = readDatasetId(as);
    await warnOfPackage(id, around);
    const limits = readLimits(around.env, textsOf(values, 'limit'));
    const input = await openInput(path, textOf(values, 'name'), limits, around.signal);
    const progress = showProgress(around.terminal, values['progress-lines'] === true);
    try {
      return await importInput({ id, input, progress, values, around });
    } finally {
      progress.stop();
      await input.dispose();
    }
  },
};
