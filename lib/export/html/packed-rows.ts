import { Zlib } from 'fflate';

/** Packs text as it comes: deflate with the header of zlib, in Base64, the same each time. */
export interface TextPacker {
  /** What there is of the packed text so far; `last` says that nothing follows. */
  readonly push: (text: string, last?: boolean) => string;
}

/** Bytes of Base64 stand for three bytes each, so that pieces can be put together. */
const GROUP = 3;

/** Bytes that become characters at a time: a call takes only so many arguments. */
const AT_A_TIME = 8192;

/** Bytes as Base64, in a browser as on a server. */
function base64(bytes: Uint8Array): string {
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at += AT_A_TIME) {
    letters.push(String.fromCharCode(...bytes.subarray(at, at + AT_A_TIME)));
  }
  return btoa(letters.join(''));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Begins to pack. */
export function textPacker(): TextPacker {
  const encoder = new TextEncoder();
  let ready: Uint8Array[] = [];
  const zlib = new Zlib({ level: 9 }, (chunk) => ready.push(chunk));
  return {
    push(text, last = false) {
      zlib.push(encoder.encode(text), last);
      const bytes = joined(ready);
      const whole = last ? bytes.length : bytes.length - (bytes.length % GROUP);
      ready = [bytes.subarray(whole)];
      return base64(bytes.subarray(0, whole));
    },
  };
}
