import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DatasetId } from '../../series/model';
import { revisionDir } from '../../store/log/layout';
import { current } from '../../store/publish/publish';
import { readGuide } from '../../store/revision/read-revision';
import { sitePath } from '../../text/site-path';
import { readableTitle } from '../../text/titles/readable-title';
import { READING_HELP, READING_OPTIONS } from '../importing/import-options';
import { type Input, openInput } from '../importing/input-file';
import { readLimits } from '../importing/limit-options';
import { type MappingFrom, type Prepared, prepare } from '../importing/prepare';
import { type Imported, publishImport, tryImport } from '../importing/publish-import';
import { keepMapping, writeMapping } from '../importing/saved-mappings';
import { columnLines } from '../terminal/column-lines';
import { EXIT, type ExitCode, usageError } from '../terminal/exit';
import { problemLines } from '../terminal/problem-lines';
import { type ProgressView, showProgress } from '../terminal/progress';
import { changeLines, fileReport, type ImportReport, rowLines, wholeMapping } from '../terminal/report';
import type { Terminal } from '../terminal/terminal';
import { type Command, type CommandContext, textOf, textsOf, type Values } from './command';
import { readDatasetId, storePlace } from './store-place';

interface Job {
  readonly id: DatasetId;
  readonly store: string;
  readonly input: Input;
  readonly progress: ProgressView;
  readonly values: Values;
  readonly context: CommandContext;
}

async function warnOfPackage(id: DatasetId, { env, terminal }: CommandContext): Promise<void> {
  const names = await readdir(join(env.ANNALS_DATA || 'data', id)).catch((): string[] => []);
  if (!names.includes('datapackage.json')) return;
  terminal.err(`Note: data/${id} is a bundled package; the next start of the app makes it current again.`);
}

/** What somebody decided on is kept; a guess is made anew for each file, and what was kept stays as it is. */
const DECIDED: readonly MappingFrom[] = ['answered', 'confirmed', 'given'];

async function keep(prepared: Prepared, { store, id, values }: Job): Promise<void> {
  if (prepared.kind !== 'table') return;
  const path = textOf(values, 'save-mapping');
  if (path !== null) await writeMapping(path, wholeMapping(prepared));
  if (DECIDED.includes(prepared.from) && !values['dry-run']) await keepMapping(store, id, prepared.mapping);
}

function tellProblems({ err }: Terminal, { problems, warnings }: Imported): void {
  if (problems.all > 0) {
    err('Left out:');
    for (const line of problemLines(problems.first, 10, problems.all)) err(line);
  }
  if (warnings.all > 0) {
    err('Warnings, for which nothing is left out:');
    for (const line of problemLines(warnings.first, 10, warnings.all)) err(line);
  }
}

function outcomeLine({ id, values }: Job, { before, revision }: Imported, { url }: DatasetAddress): string {
  const short = revision.slice(0, 12);
  if (before === revision)
    return `“${id}” holds exactly this already: revision ${short}. Nothing new was published. ${url}`;
  if (values['dry-run']) return `Nothing was published (--dry-run). It would be revision ${short}.`;
  const changed = before === null ? '' : `; what changed: ${url}/changes?since=${before.slice(0, 12)}`;
  return `Published as “${id}”, revision ${short}. With the app running (npm start, or annals serve): ${url}${changed}`;
}

function tell(job: Job, imported: Imported, prepared: Prepared): void {
  const { id, values, context } = job;
  const { terminal, env } = context;
  const { built, revision, changes } = imported;
  const [place, file] = [addressOf(id, env), fileReport(built, prepared)];
  tellProblems(terminal, imported);
  const report: ImportReport = { dataset: id, revision, ...file, ...place, changes };
  const lines = [...columnLines(file.columns), ...rowLines(file), ...changeLines(changes)];
  for (const line of values.json ? [JSON.stringify(report)] : lines) terminal.out(line);
  terminal.err(outcomeLine(job, imported, place));
}

/**
 * What the series is called where neither command line nor mapping say: as its last revision is, else by its id alone, so that
 * the same rows are the same revision from any file.
 */
async function seedTitle(store: string, id: DatasetId): Promise<string> {
  const last = await current(store, id);
  if (last === null) return readableTitle(id);
  return readGuide(revisionDir(store, id, last.revision)).then(
    ({ meta }) => meta.title,
    () => readableTitle(id),
  );
}

/** From so many incidents on it takes long enough to say so. */
const WORTH_A_WORD = 50_000;

/**
 * Makes the index and the card of what was published. A server that takes an upload does so itself, for its limits are those of
 * the import. Where it fails the revision stands all the same, and its first reader waits.
 */
async function prepareIt({ id, store, context }: Job, { revision, built }: Imported): Promise<void> {
  const { terminal, prepareRevision } = context;
  if (built.counts.incidents > WORTH_A_WORD) terminal.err('Making its index, so that it opens at once …');
  await prepareRevision(store, id, revision).catch((error: unknown) =>
    terminal.err(`Note: its index could not be made: ${error instanceof Error ? error.message : error}`),
  );
}

async function importInput(job: Job): Promise<ExitCode> {
  const { id, store, input, progress, values, context } = job;
  const limits = readLimits(context.env, textsOf(values, 'limit'));
  const mayAsk = context.terminal.canAsk && !values.json;
  const { onProgress } = progress;
  const prepared = await prepare({ dataset: id, store, limits, mayAsk, input, progress, values, context });
  const title = textOf(values, 'title');
  const source = input.kind === 'bytes' ? input.source.name : basename(input.dir);
  const seed = { id, title: title ?? (await seedTitle(store, id)) };
  const what = { prepared, seed, source, store, context, onProgress };
  const imported = await (values['dry-run'] ? tryImport(what, title) : publishImport(what, title));
  progress.stop();
  await keep(prepared, job);
  tell(job, imported, prepared);
  if (!values['dry-run'] && !values['progress-lines']) await prepareIt(job, imported);
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
  async run([path = ''], values, context) {
    const as = textOf(values, 'as');
    if (as === null) throw usageError('Say which dataset it is: --as my-events');
    const id = readDatasetId(as);
    await warnOfPackage(id, context);
    const limits = readLimits(context.env, textsOf(values, 'limit'));
    const input = await openInput(path, textOf(values, 'name'), limits, context.signal);
    const progress = showProgress(context.terminal, values['progress-lines'] === true);
    try {
      return await importInput({ id, store: storePlace(context.env), input, progress, values, context });
    } finally {
      progress.stop();
      await input.dispose();
    }
  },
};

/** Where a dataset is found: its path, and the whole address of the copy of the app that this environment starts. */
interface DatasetAddress {
  readonly address: string;
  readonly url: string;
}

/** By `ANNALS_ORIGIN`, else by `PORT` on this machine, where `npm start` serves the app. */
function addressOf(dataset: string, env: CommandContext['env']): DatasetAddress {
  const origin = env.ANNALS_ORIGIN?.replace(/\/+$/, '') || `http://localhost:${env.PORT || 3000}`;
  const address = sitePath(`/${dataset}`);
  return { address, url: `${origin}${address}` };
}
