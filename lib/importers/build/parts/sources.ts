import type { RawColumn } from '../../../formats/raw-table';
import type { ListMapping } from '../../../mapping/mapping';
import type { Source, SourceId } from '../../../series/model';
import { detached } from '../../../text/held/detached';
import { type Hash, hashOf, hexOf } from '../../../text/held/murmur3';
import { cellsOf } from '../cells/cell-reader';
import type { KnownCells } from '../cells/known-cells';
import { remembered } from '../cells/memo';
import { listReader } from '../cells/split-cell';
import { HashTable } from '../hashes/hash-table';
import { sourcesIn, trimAddress } from './sources-in-cell';

const LONGEST = 300;
const NO_SOURCES: readonly SourceId[] = [];

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** An address of the web; null for every other text and every other scheme. */
function addressOf(text: string): URL | null {
  if (!/^https?:\/\/\S+$/i.test(text)) return null;
  try {
    const url = new URL(text);
    return url.hostname === '' || url.username !== '' || url.password !== '' ? null : url;
  } catch {
    return null;
  }
}

/** 96 bits of the hash. */
function idOf(hash: Hash): SourceId {
  return `s-${hexOf(hash, 24)}` as SourceId;
}

const CITED = /^(.*\S)\s+(https?:\/\/\S+)$/is;

/** A text as a source: an address is published by its host; a name, or a whole citation, stands for itself. */
function describe(text: string, id: SourceId): Source {
  const url = addressOf(text);
  const unsaid = { date: null, origin: null, read: null };
  const cited = url === null ? CITED.exec(text) : null;
  const address = cited ? trimAddress(cited[2] ?? '') : null;
  if (cited && address !== null && addressOf(address) !== null) {
    const name = cut(cited[1] ?? '');
    return { id, publisher: name, title: name, url: address, urlSeen: true, ...unsaid };
  }
  if (url === null) {
    const name = cut(text);
    return { id, publisher: name, title: name, url: null, urlSeen: false, ...unsaid };
  }
  const publisher = url.hostname.replace(/^www\./, '');
  const title = cut(publisher + url.pathname.replace(/\/$/, '') + url.search);
  return { id, publisher, title, url: text, urlSeen: true, ...unsaid };
}

/** The sources that rows have named so far, each once. */
export interface SourceList {
  /** Reads the sources of a row. */
  readonly read: (cells: readonly string[]) => readonly SourceId[];
  readonly all: () => Source[];
}

/** Begins a list of the sources in these columns. Ids are made of the texts alone. */
export function sourceList(
  columns: readonly RawColumn[],
  mapping: ListMapping | null,
  known: KnownCells,
): SourceList {
  const seen = new HashTable();
  const sources: Source[] = [];
  const hash = new Uint32Array(4);
  const members = listReader(mapping, known.of, sourcesIn);
  const enter = (text: string): SourceId => {
    hashOf(text.normalize('NFC'), hash);
    const id = idOf(hash);
    if (seen.add(hash)) sources.push(describe(detached(text), id));
    return id;
  };
  const reads = cellsOf(columns, mapping?.columns ?? []);
  const build = (cells: readonly string[]): readonly SourceId[] => {
    const ids = members(cells).map(enter);
    return ids.length === 0 ? NO_SOURCES : [...new Set(ids)];
  };
  return {
    read: remembered(reads, build, 20_000),
    all: () => sources,
  };
}
