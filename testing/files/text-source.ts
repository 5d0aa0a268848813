import { type ByteSource, blobSource } from '../../lib/formats/source/byte-source';

/** Text as a file of UTF-8. */
export function textSource(text: string, name: string): ByteSource {
  return blobSource(new Blob([text]), name);
}
