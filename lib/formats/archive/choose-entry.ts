import type { ReadingQuestion } from '../reading';
import { baseName, type ZipEntry } from './zip-entry';

const TABLES =
  /\.(?:csv|tsv|tab|txt|psv|dat|xlsx|xlsm|json|geojson|topojson|ndjson|jsonl|geojsonl|parquet|pq|gz|zip)$/i;
/** What systems leave in archives. */
const LEFT_BEHIND = /(?:^|[/\\])(?:__MACOSX[/\\]|\.[^./\\]|Thumbs\.db$|desktop\.ini$)/i;
/** Files that explain or license others. */
const ASIDE =
  /read.?me|licen[cs]e|copying|codebook|code.?book|dictionary|metadata|changelog|changes|citation|schema|manifest|variables|notes?\.|terms|about/i;
const MOST_OPTIONS = 50;

/** The files of an archive that may be tables, those that explain others last. */
export function usableEntries(entries: readonly ZipEntry[]): ZipEntry[] {
  const files = entries.filter(({ name }) => !/[/\\]$/.test(name) && !LEFT_BEHIND.test(name));
  const tables = files.filter(({ name }) => TABLES.test(name) || !baseName(name).includes('.'));
  return tables.sort((a, b) => Number(isAside(a)) - Number(isAside(b)) || b.unpacked - a.unpacked);
}

function isAside({ name }: ZipEntry): boolean {
  return ASIDE.test(baseName(name));
}

/** A chosen file, and what was asked of the archive inside it. */
export interface ChosenEntry {
  readonly entry: ZipEntry | null;
  readonly inner: string | null;
  readonly question: ReadingQuestion | null;
}

/**
 * Which file of an archive is the table: the one that is asked for, the only one, or the largest with a question. `wanted`
 * may go on into an archive inside: `inner.zip/events.csv`.
 */
export function chooseEntry(usable: readonly ZipEntry[], wanted: string | null | undefined): ChosenEntry {
  if (typeof wanted === 'string') {
    const exact = usable.find(({ name }) => name === wanted);
    if (exact !== undefined) return { entry: exact, inner: null, question: null };
    const outer = usable.find(({ name }) => wanted.startsWith(`${name}/`));
    const inner = outer === undefined ? null : wanted.slice(outer.name.length + 1);
    return { entry: outer ?? null, inner, question: null };
  }
  const plain = usable.filter((entry) => !isAside(entry));
  const tables = plain.length > 0 ? plain : usable;
  const [first] = tables;
  return { entry: first ?? null, inner: null, question: tables.length > 1 ? askEntry(tables) : null };
}

function askEntry(tables: readonly ZipEntry[]): ReadingQuestion {
  return {
    id: 'entry',
    text: `The archive holds ${tables.length} tables. Which has the events?`,
    options: tables.slice(0, MOST_OPTIONS).map(({ name, unpacked }) => ({
      value: name,
      label: unpacked < 0 ? name : `${name}: ${unpacked} bytes`,
      change: { reading: { entry: name } },
    })),
  };
}
