import { Zlib } from 'fflate';

/** Packs text as it comes: deflate with the header of zlib, in Base64, the same each time. */
export interface TextPacker {
  /** What there is of the packed text so far; `last` says that nothing follows. */
  readonly push: (text: string, last?: boolean) => string;
}

/** Bytes of Base64 stand for three bytes each, so that pieces can be put together. */
const GROUP = 3;

/** Begins to pack. */
export function textPacker(): TextPacker {
  const encoder = new TextEncoder();
  let ready: Uint8Array[] = [];
  const zlib = new Zlib({ level: 9 }, (chunk) => ready.push(chunk));
  return {
    push(text, last = false) {
      zlib.push(encoder.encode(text), last);
      const bytes = Buffer.concat(ready);
      const whole = last ? bytes.length : bytes.length - (bytes.length % GROUP);
      ready = [bytes.subarray(whole)];
      return bytes.subarray(0, whole).toString('base64');
    },
  };
}
