import { readFileSync } from 'node:fs';
import type { DatasetId, Series } from '../../lib/series/model';
import { publish } from '../../lib/store/publish/publish';
import type { Step } from '../../lib/store/revision/write-revision';

/** A process of its own for tests: publishes a series from a JSON file and kills itself at a step, if one is given. */
async function run([store = '', file = '', lethal = '']: readonly string[]): Promise<void> {
  const series = JSON.parse(readFileSync(file, 'utf8')) as Series;
  const onStep = (step: Step) => {
    if (step === lethal) process.kill(process.pid, 'SIGKILL');
  };
  const by = { source: file, importer: 'test/1', now: new Date(), onStep };
  console.log(JSON.stringify(await publish(store, 'tiny' as DatasetId, series, [], by)));
}

await run(process.argv.slice(2));
