import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { revisionDir } from '../../store/log/layout';
import { current } from '../../store/publish/publish';
import { EXIT, usageError } from '../terminal/exit';
import { type Command, textOf } from './command';
import { EXPORT_FORMATS } from './export-formats';
import { mustResolve } from './named-revision';
import { readDatasetId, storePlace } from './store-place';

/** Writes a file beside its place and moves it in, so that nobody finds half of it. */
async function writeFileWhole(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const aside = `${path}.part`;
  try {
    await pipeline(Readable.from(bytes, { objectMode: true }), createWriteStream(aside), { signal });
    await rename(aside, path);
  } finally {
    await rm(aside, { force: true });
  }
}

/** `annals export`: writes a revision as a file that other tools read. */
export const exportCommand: Command = {
  usage: 'export ID [--revision R] [--format package|csv|json|ndjson] [--out FILE]',
  summary:
    'Write a revision as a Data Package (zip) that imports back to the same revision, or its incidents as rows.',
  details: [
    '--revision R   by the first digits of its hash; the current one where it is left out',
    '--format F     package (the default), csv, json or ndjson',
    '--out FILE     where to; standard output where it is left out',
  ],
  options: { revision: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
  words: [1, 1],
  async run([word = ''], values, { terminal, env, signal }) {
    const id = readDatasetId(word);
    const store = storePlace(env);
    const format = textOf(values, 'format') ?? 'package';
    const make = Object.hasOwn(EXPORT_FORMATS, format) ? EXPORT_FORMATS[format] : undefined;
    if (!make) throw usageError(`There is no format “${format}”: ${Object.keys(EXPORT_FORMATS).join(', ')}.`);
    const prefix = textOf(values, 'revision');
    const latest = (await current(store, id))?.revision;
    if (latest === undefined) throw usageError(`Nothing was published as “${id}”.`, 'unknown-dataset');
    const revision = prefix === null ? latest : await mustResolve(store, id, prefix);
    const out = textOf(values, 'out');
    if (out === null && format === 'package' && terminal.isOutScreen) {
      throw usageError('A package is a zip; write it to a file: --out events.zip');
    }
    const bytes = make(revisionDir(store, id, revision));
    if (out !== null) await writeFileWhole(out, bytes, signal);
    else {
      for await (const chunk of bytes) {
        signal.throwIfAborted();
        await terminal.write(chunk);
      }
    }
    if (out !== null) terminal.err(`Wrote revision ${revision.slice(0, 12)} of “${id}” to ${out}.`);
    return EXIT.done;
  },
};
