import { decodeStream } from '../encoding/decode-stream';
import { formatError } from '../format-error';
import type { UnpackedSource } from '../source/unpacked-source';
import { XmlReader, type XmlVisitor } from './xml-reader';

/** Reads a small part of a workbook to its end. Throws `broken-file` where the part is torn. */
export async function readPart(
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
