import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetId, Series } from '../../lib/series/model';
import { columnsFile, isTemporary, revisionDir } from '../../lib/store/log/layout';

const ID = 'tiny' as DatasetId;

type Work = (store: string, subject: string, onStep: (step: string) => void) => Promise<unknown>;

const by = (source: string, onStep: (step: string) => void) => ({
  ...{ source, importer: 'test/1', now: new Date(), onStep },
});

// Each work loads what it needs, for to load all of it takes longer than any of them.

/** Reads a file and publishes it, as the command line does. */
const importFile: Work = async (store, file, onStep) => {
  const { fileSource } = await import('../../lib/formats/source/file-source');
  const { examine, runImport } = await import('../../lib/importers/run/import-file');
  const { openPublication } = await import('../../lib/store/publish/open-publication');
  const examined = await examine(await fileSource(file));
  if (examined.kind === 'refused') throw new Error(JSON.stringify(examined.problems));
  onStep('examined');
  const writer = await openPublication(store, ID, by(file, onStep));
  const incidents: typeof writer.incidents = async (batch) => {
    await writer.incidents(batch);
    onStep('first rows');
  };
  const { rest, counts } = await runImport(
    examined,
    null,
    { id: ID, title: 'Tiny' },
    { ...writer, incidents },
  );
  return writer.finish(rest, counts);
};

/** Makes the columns of a revision, and looks every millisecond how far that is. */
const columns: Work = async (store, revision, onStep) => {
  const { openStoredEngine } = await import('../../lib/engine/stored/stored-engine');
  const { readHead } = await import('../../lib/store/revision/read-revision');
  const beside = () => readdirSync(join(store, ID));
  const watch = setInterval(() => {
    if (beside().some(isTemporary)) onStep('building');
    if (beside().some((name) => columnsFile(store, ID, revision).endsWith(name))) onStep('in place');
  }, 1);
  const head = await readHead(revisionDir(store, ID, revision));
  const engine = await openStoredEngine(store, ID, revision, head);
  await engine.close();
  clearInterval(watch);
  onStep('in place');
};

const publishSeries: Work = async (store, file, onStep) => {
  const { publish } = await import('../../lib/store/publish/publish');
  return publish(store, ID, JSON.parse(readFileSync(file, 'utf8')) as Series, [], by(file, onStep));
};

const remove: Work = async (store, revision, onStep) => {
  const { removeRevision } = await import('../../lib/store/upkeep/remove');
  return removeRevision(store, ID, revision, { now: new Date(), reason: 'Withdrawn.', onStep });
};

const WORKS: Readonly<Record<string, Work>> = {
  columns,
  import: importFile,
  publish: publishSeries,
  remove,
};

/**
 * A process of its own for tests: does a work to a store and kills itself at a step, if one is given, and where the environment
 * says so the process that started it, as when a container goes. `publish` takes a series as a JSON file, `import` any file,
 * `remove` and `columns` a revision.
 */
async function run([work = '', store = '', subject = '', lethal = '']: readonly string[]): Promise<void> {
  const onStep = (step: string) => {
    if (step !== lethal) return;
    if (process.env.ANNALS_TEST_WITH_PARENT) process.kill(process.ppid, 'SIGKILL');
    process.kill(process.pid, 'SIGKILL');
  };
  console.log(JSON.stringify((await WORKS[work]?.(store, subject, onStep)) ?? null));
}

await run(process.argv.slice(2));
