import { entrySource } from '../archive/entry-source';
import type { ZipListing } from '../archive/zip-directory';
import { decodeStream } from '../encoding/decode-stream';
import { formatError } from '../errors/format-error';
import type { ImportLimits } from '../limits';
import type { ByteSource } from '../source/byte-source';
import type { UnpackedSource } from '../source/unpacked-source';
import type { CellNumberKind } from './number-format';
import { SharedStrings } from './shared-strings';
import { Styles } from './styles';
import { attribute, XmlReader, type XmlVisitor } from './xml-reader';

/** A sheet of cells; charts and macros are none. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly source: UnpackedSource;
}

/** A workbook with what its cells refer to. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly texts: readonly string[];
  readonly kinds: readonly CellNumberKind[];
  readonly is1904: boolean;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The parts of a package by their names, which differ in case and slashes from one program to the next. */
type Parts = (name: string) => UnpackedSource | null;

/** Opens the parts that all sheets need. Throws `broken-file` where one of them is missing or torn. */
export async function openWorkbook(
  zip: ByteSource,
  listing: ZipListing,
  file: string,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<Workbook> {
  const parts = partsOf(zip, listing, file, limits);
  const path = pathOf(listing);
  const book = parts(path);
  if (book === null)
    throw formatError(file, 'broken-file', 'the part that lists the sheets is missing', path);
  const { sheets, is1904 } = await readBook(book, file, signal);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await readRelations(parts(relationsOf(path)), file, folder, signal);
  const part = (type: string) => {
    const found = relations.find((one) => one.type === type);
    if (found === undefined) return null;
    const there = parts(found.target);
    if (there === null)
      throw formatError(file, 'broken-file', 'a part that all cells need is missing', found.target);
    return there;
  };
  const [strings, styles] = [new SharedStrings(file), new Styles()];
  const [stringsPart, stylesPart] = [part('sharedStrings'), part('styles')];
  if (stringsPart !== null) await readPart(stringsPart, file, strings, signal);
  if (stylesPart !== null) await readPart(stylesPart, file, styles, signal);
  const found = sheets.flatMap(({ name, id, hidden }) => {
    const relation = relations.find((one) => one.id === id && one.type === 'worksheet');
    const source = relation === undefined ? null : parts(relation.target);
    return source === null ? [] : [{ name, hidden, source }];
  });
  return { sheets: found, texts: strings.texts, kinds: styles.kinds, is1904 };
}

function partsOf(zip: ByteSource, { entries }: ZipListing, file: string, limits: ImportLimits): Parts {
  const byName = new Map(entries.map((entry) => [partName(entry.name), entry]));
  return (name) => {
    const entry = byName.get(partName(name));
    return entry === undefined ? null : entrySource(zip, entry, file, limits);
  };
}

function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** Where the workbook stands in the package: `xl/workbook.xml` but for a few programs. */
function pathOf({ entries }: ZipListing): string {
  const found = entries.find(({ name }) => /^xl\/workbook\d*\.xml$/.test(partName(name)));
  return found?.name ?? 'xl/workbook.xml';
}

function relationsOf(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

interface Listed {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

async function readBook(part: UnpackedSource, file: string, signal?: AbortSignal) {
  const sheets: Listed[] = [];
  let is1904 = false;
  const open: XmlVisitor['open'] = (name, attributes) => {
    if (name === 'workbookPr') is1904 = /^(1|true|on)$/.test(attribute(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
    sheets.push({
      name: attribute(attributes, 'name') ?? '',
      id: attribute(attributes, ':id') ?? '',
      hidden,
    });
  };
  await readPart(part, file, { open, close: () => undefined, text: () => undefined }, signal);
  return { sheets, is1904 };
}

async function readRelations(
  part: UnpackedSource | null,
  file: string,
  folder: string,
  signal?: AbortSignal,
): Promise<Relation[]> {
  const relations: Relation[] = [];
  const open: XmlVisitor['open'] = (name, attributes) => {
    if (name !== 'Relationship') return;
    const target = attribute(attributes, 'Target') ?? '';
    relations.push({
      id: attribute(attributes, 'Id') ?? '',
      type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
      target: target.startsWith('/') ? target : `${folder}${target}`,
    });
  };
  if (part !== null)
    await readPart(part, file, { open, close: () => undefined, text: () => undefined }, signal);
  return relations;
}

/** Reads a small part of a workbook to its end. Throws `broken-file` where the part is torn. */
async function readPart(
  part: UnpackedSource,
  file: string,
  visitor: XmlVisitor,
  signal?: AbortSignal,
): Promise<void> {
  const reader = new XmlReader(visitor, file);
  for await (const { text } of decodeStream(part, 'utf-8', signal)) reader.feed(text);
  const why = part.torn();
  if (why !== null)
    throw formatError(file, 'broken-file', `a part that all cells need is damaged: ${why}`, part.name);
}
