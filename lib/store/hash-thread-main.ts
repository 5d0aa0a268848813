import { parentPort } from 'node:worker_threads';
import type { Incident } from '../series/model';
import type { FromThread, ToThread } from './hash-thread';
import { fromRecord, type IncidentRecord } from './incident-record';
import { revisionHasher } from './revision-hash';

const hasher = revisionHasher();

function* incidentsOf(lines: string): Generator<Incident> {
  for (let from = 0, to = lines.indexOf('\n'); to >= 0; from = to + 1, to = lines.indexOf('\n', from)) {
    yield fromRecord(JSON.parse(lines.slice(from, to)) as IncidentRecord);
  }
}

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}

/** The other side of {@link hashThread}: a program for a thread of its own. */
parentPort?.on('message', (message: ToThread) => {
  if (message === null) return say(hasher.hashes());
  hasher.add([...incidentsOf(message)]);
  say('done');
});
