import { chooseEntry, usableEntries } from './archive/choose-entry';
import { entrySource } from './archive/entry-source';
import { foreignZip, isWorkbook } from './archive/foreign-zip';
import { gunzipped } from './archive/gzip-source';
import { packageFiles, packageFolder } from './archive/package-files';
import { withTornEnd } from './archive/torn-end';
import { readZip, type ZipListing } from './archive/zip-directory';
import { openDelimited } from './delimited/open-delimited';
import { advisedError, formatError } from './errors/format-error';
import { openJson } from './json/open-json';
import { openNdjson } from './json/open-ndjson';
import type { ImportLimits } from './limits';
import { openParquet } from './parquet/open-parquet';
import type { Opened } from './raw-table';
import type { WantedReading } from './reading';
import { NO_READING } from './reading';
import { sniffKind } from './sniff-kind';
import { type ByteSource, blobSource } from './source/byte-source';
import { type UnpackedSource, wholeLines } from './source/unpacked-source';
import { openXlsx } from './xlsx/open-xlsx';

const HEAD = 64 * 1024;
/** Archives inside archives. */
const MOST_DEPTH = 3;
/** Bytes of a file inside an archive that are held whole, for formats that are read from their end. */
const MOST_HELD = 512 * 1024 * 1024;

/** Bytes to be opened: a file, or one inside an archive. */
export interface BytesToOpen {
  readonly source: ByteSource;
  /** Its name for messages, the archives around it first. */
  readonly file: string;
  readonly wanted: WantedReading;
  readonly limits: ImportLimits;
  readonly signal: AbortSignal | undefined;
  /** Archives around it. */
  readonly depth: number;
}

/** Opens bytes by what they are. Throws {@link FormatError} for what is not read. */
export async function openBytes(bytes: BytesToOpen): Promise<Opened> {
  const { source, file, wanted, limits, signal, depth } = bytes;
  const sniffed = sniffKind(await source.slice(0, Math.min(HEAD, source.size)), source.name);
  if (sniffed.kind === 'foreign') {
    throw advisedError(file, 'refused-format', `this is ${sniffed.what}, which is not read`, sniffed.advice);
  }
  if ((sniffed.kind === 'zip' || sniffed.kind === 'gzip') && depth >= MOST_DEPTH) {
    throw formatError(file, 'refused-format', `archives inside archives are opened ${MOST_DEPTH} deep`);
  }
  switch (sniffed.kind) {
    case 'zip':
      return openZip(bytes);
    case 'gzip':
      return openGzip(bytes);
    case 'parquet':
      return openParquet(source, file, limits);
    case 'json':
      return openJson(source, file, wanted, limits, signal);
    case 'ndjson':
      return openNdjson(source, file, wanted, limits, signal);
    default:
      return openDelimited(source, file, wanted, limits, signal);
  }
}

async function openGzip(bytes: BytesToOpen): Promise<Opened> {
  const unpacked = await gunzipped(bytes.source, bytes.file, bytes.limits, bytes.signal);
  return openUnpacked({ ...bytes, depth: bytes.depth + 1 }, unpacked);
}

/** Opens what came out of an archive. Formats that are read from their end are held whole; the others stream. */
async function openUnpacked(bytes: BytesToOpen, unpacked: UnpackedSource): Promise<Opened> {
  const { file, limits, signal } = bytes;
  const head = await unpacked.slice(0, HEAD);
  if (head.length === 0) {
    const why = unpacked.torn();
    throw formatError(
      file,
      why === null ? 'empty-file' : 'broken-file',
      why ?? 'the file in the archive holds nothing',
    );
  }
  const { kind } = sniffKind(head, unpacked.name);
  const lines = kind === 'text' || kind === 'ndjson';
  const source =
    kind === 'zip' || kind === 'parquet'
      ? await held(unpacked, file, signal)
      : lines
        ? wholeLines(unpacked, limits.recordCharacters)
        : unpacked;
  return withTornEnd(await openBytes({ ...bytes, source }), unpacked);
}

async function held(
  unpacked: UnpackedSource,
  file: string,
  signal: AbortSignal | undefined,
): Promise<ByteSource> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unpacked.stream(signal)) {
    parts.push(chunk);
    size += chunk.length;
    if (size > MOST_HELD)
      throw formatError(file, 'over-limit', 'it is too large to be read inside an archive; unpack it');
  }
  return blobSource(new Blob(parts as BlobPart[]), unpacked.name);
}

async function openZip(bytes: BytesToOpen): Promise<Opened> {
  const { source, file, wanted, limits, signal } = bytes;
  const listing = await readZip(source, file, limits);
  if (isWorkbook(listing.entries)) return openXlsx(source, listing, file, wanted, limits, signal);
  const foreign = foreignZip(listing.entries);
  if (foreign !== null) {
    throw advisedError(
      file,
      'refused-format',
      `this is ${foreign}, which is not read`,
      'Save the table as CSV or XLSX.',
    );
  }
  const folder = typeof wanted.entry === 'string' ? null : packageFolder(listing.entries);
  if (folder !== null) {
    if (listing.damage !== null)
      throw formatError(file, 'broken-file', `the package is damaged: ${listing.damage}`);
    const files = packageFiles(source, listing.entries, folder, file, limits);
    return { kind: 'package', reading: { ...NO_READING, format: 'datapackage' }, files };
  }
  return openEntry(bytes, listing);
}

async function openEntry(bytes: BytesToOpen, listing: ZipListing): Promise<Opened> {
  const { source, file, wanted, limits, signal } = bytes;
  const usable = usableEntries(listing.entries);
  const { entry, inner, question } = chooseEntry(usable, wanted.entry);
  if (entry === null)
    throw noEntry(
      file,
      wanted,
      listing,
      usable.map(({ name }) => name),
    );
  const path = `${file}/${entry.name}`;
  const unpacked = entrySource(source, entry, path, limits);
  const within: BytesToOpen = {
    ...bytes,
    file: path,
    wanted: { ...wanted, entry: inner },
    depth: bytes.depth + 1,
  };
  const opened = await openUnpacked(withoutNull(within), await measured(unpacked, signal));
  if (opened.kind !== 'table') return opened;
  const nested = opened.reading.entry;
  const damage =
    listing.damage === null
      ? []
      : [`The archive is damaged: ${listing.damage}. Files before the damage are offered.`];
  return {
    ...opened,
    reading: { ...opened.reading, entry: nested === null ? entry.name : `${entry.name}/${nested}` },
    choices: { ...opened.choices, entries: usable.map(({ name }) => name) },
    notes: [`Read ${entry.name} in the archive.`, ...damage, ...opened.notes],
    questions: question === null ? opened.questions : [question, ...opened.questions],
  };
}

/** Unpacks all of a file once, so that it is known from the start how large it is and whether it is whole. */
async function measured(unpacked: UnpackedSource, signal: AbortSignal | undefined): Promise<UnpackedSource> {
  let size = 0;
  for await (const chunk of unpacked.stream(signal)) size += chunk.length;
  return { ...unpacked, size };
}

/** An entry that nobody asked for is found again, so the key is left out. */
function withoutNull(bytes: BytesToOpen): BytesToOpen {
  const { entry, ...wanted } = bytes.wanted;
  return { ...bytes, wanted: entry === null || entry === undefined ? wanted : { ...wanted, entry } };
}

function noEntry(
  file: string,
  wanted: WantedReading,
  { entries, damage }: ZipListing,
  usable: readonly string[],
) {
  if (typeof wanted.entry === 'string' && entries.length > 0) {
    const there = usable.slice(0, 20).join(', ') || 'none';
    return formatError(
      file,
      'unknown-choice',
      `there is no such table in the archive; there is ${there}`,
      wanted.entry,
    );
  }
  if (damage !== null && entries.length === 0)
    return formatError(file, 'broken-file', `the zip is damaged: ${damage}`);
  return formatError(file, 'no-table', `none of the ${entries.length} files in the archive is a table`);
}
