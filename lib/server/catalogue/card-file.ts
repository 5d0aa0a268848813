import { createHash } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { METHODS } from '../../query/info/methods-version';
import type { DatasetId } from '../../series/model';
import { cardFile, REVISION_FILES, revisionDir } from '../../store/log/layout';
import type { CardFigures } from './card';

/** The shape of a card: one of another shape is made anew. */
const SHAPE = 4;

/** The sizes and times of the files of a revision: whoever changes one, changes this. Null where one is missing. */
async function stampOf(dir: string): Promise<string | null> {
  const names = Object.values(REVISION_FILES);
  const all = names.map(async (name) => {
    const { size, mtimeMs, ino } = await stat(join(dir, name));
    return `${name} ${size} ${mtimeMs} ${ino}`;
  });
  return Promise.all(all).then(
    (stamps) => `card ${SHAPE}, methods ${METHODS}\n${stamps.join('\n')}`,
    () => null,
  );
}

/** The hash of a card and of what it was made from: a bit that flips in it changes no figure in silence. */
function sealOf(revision: string, stamp: string, card: string): string {
  return createHash('sha256').update(`${revision}\n${stamp}\n${card}`).digest('hex');
}

/** The card that was kept of a revision; null where there is none, or it is of other files, of other methods, or damaged. */
export async function readCard(store: string, id: DatasetId, revision: string): Promise<CardFigures | null> {
  const [text, stamp] = await Promise.all([
    readFile(cardFile(store, id, revision), 'utf8').catch(() => null),
    stampOf(revisionDir(store, id, revision)),
  ]);
  if (text === null || stamp === null) return null;
  const [seal, card = ''] = text.split('\n');
  return seal === sealOf(revision, stamp, card) ? (JSON.parse(card) as CardFigures) : null;
}

/** Keeps the card of a revision beside it. What cannot be written is not kept, and made anew for the next list. */
export async function keepCard(
  store: string,
  id: DatasetId,
  revision: string,
  card: CardFigures,
): Promise<void> {
  const dir = revisionDir(store, id, revision);
  const [stamp, file] = [await stampOf(dir), cardFile(store, id, revision)];
  if (stamp === null) return;
  const fresh = `${file}.${process.pid}.new`;
  try {
    const text = JSON.stringify(card);
    await writeFile(fresh, `${sealOf(revision, stamp, text)}\n${text}\n`);
    await rename(fresh, file);
    // Of a revision that was removed meanwhile nothing is left.
    if ((await stampOf(dir)) === null) await rm(file, { force: true });
  } catch {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}
