import { csvHeader } from '../../export/formats/csv';
import { wholeColumns, wholeLines, wholeRow } from '../../export/formats/whole-rows';
import { packageFiles } from '../../export/package/package-files';
import { zipFiles } from '../../export/package/package-zip';
import type { Incident } from '../../series/model';
import { readHead, readIncidents } from '../../store/revision/read-revision';

/** What a revision can be written as. Each is made piece by piece, from the folder of the revision. */
export const EXPORT_FORMATS: Readonly<Record<string, (dir: string) => AsyncIterable<Uint8Array>>> = {
  package: zipped,
  csv: (dir) => encoded(csv(dir)),
  json: (dir) => encoded(json(dir)),
  ndjson: (dir) => encoded(ndjson(dir)),
};

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

async function* incidentsOf(dir: string): AsyncGenerator<readonly Incident[]> {
  yield* readIncidents(dir, await readHead(dir));
}

async function* zipped(dir: string): AsyncGenerator<Uint8Array> {
  const head = await readHead(dir);
  const { sources, ...guide } = head.rest;
  yield* zipFiles(packageFiles({ guide, sources, incidents: () => readIncidents(dir, head) }));
}

async function* csv(dir: string): AsyncGenerator<string> {
  const head = await readHead(dir);
  const columns = wholeColumns(head.rest.fields);
  yield csvHeader(columns);
  for await (const batch of readIncidents(dir, head)) yield wholeLines(batch, columns);
}

async function* ndjson(dir: string): AsyncGenerator<string> {
  for await (const batch of incidentsOf(dir)) {
    yield batch.map((incident) => `${JSON.stringify(wholeRow(incident))}\n`).join('');
  }
}

async function* json(dir: string): AsyncGenerator<string> {
  let before = '[';
  for await (const batch of incidentsOf(dir)) {
    yield batch
      .map((incident, at) => `${at === 0 ? before : ',\n'}${JSON.stringify(wholeRow(incident))}`)
      .join('');
    before = ',\n';
  }
  yield before === '[' ? '[]\n' : ']\n';
}
