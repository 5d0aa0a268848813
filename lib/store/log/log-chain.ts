import { sha256 } from '../revision/hash-list';

/**
 * The lines of a log, each sealed by a hash of the line before it and of itself, so that no line can change or go without
 * the next one telling. The seal stands last in the line: `{…,"seal":"9f86…"}`. Logs of older versions have none.
 */
const SEALED = /^(\{.*),"seal":"([0-9a-f]{64})"\}$/;

/** What stands before the first line. */
export const BEGINNING = '0'.repeat(64);

function sealOf(before: string, text: string): string {
  return sha256(`${before}\n${text}`);
}

/** One line of a chain, without its end. */
export interface SealedLine {
  /** The JSON that was sealed. */
  readonly text: string;
  readonly seal: string;
}

/** A line of JSON, sealed behind the line of the seal `before`. */
export function sealed(before: string, text: string): string {
  return `${text.slice(0, -1)},"seal":"${sealOf(before, text)}"}`;
}

function readSealed(line: string): SealedLine | null {
  const [, start, seal] = SEALED.exec(line) ?? [];
  return start === undefined || seal === undefined ? null : { text: `${start}}`, seal };
}

/** The JSON of a line that was sealed behind `before`; null where it is not as it was written. */
export function unsealed(before: string, line: string): string | null {
  const read = readSealed(line);
  return read !== null && read.seal === sealOf(before, read.text) ? read.text : null;
}

/** What a log holds, line by line. `torn` is what a crash left behind the last whole line. */
export type Chain =
  | { readonly kind: 'sealed'; readonly lines: readonly SealedLine[]; readonly torn: string }
  /** A log of an older version: its lines as they are. */
  | { readonly kind: 'plain'; readonly lines: readonly string[]; readonly torn: string }
  /** The lines before the first that does not hold, its number from 1, and what stands from there on. */
  | {
      readonly kind: 'broken';
      readonly lines: readonly SealedLine[];
      readonly at: number;
      readonly rest: readonly string[];
    };

/** Whether the text behind the last line is a whole line with something in the place of its end. */
function hidesLine(before: string, torn: string): boolean {
  return unsealed(before, torn.slice(0, -1)) !== null;
}

/** Reads the lines of a log and checks that each follows from the one before. */
export function readChain(content: string): Chain {
  const all = content.split('\n');
  const torn = all.pop() ?? '';
  if (!all.some((line) => readSealed(line)) && readSealed(torn) === null) {
    return { kind: 'plain', lines: all, torn };
  }
  const lines: SealedLine[] = [];
  let before = BEGINNING;
  for (const [at, text] of all.entries()) {
    const line = readSealed(text);
    if (line === null || line.seal !== sealOf(before, line.text)) {
      return { kind: 'broken', lines, at: at + 1, rest: [...all.slice(at), torn] };
    }
    lines.push(line);
    before = line.seal;
  }
  // A last line that lacks only its end was written; one whose end became something else was changed.
  const last = readSealed(torn);
  if (last !== null && last.seal === sealOf(before, last.text)) {
    return { kind: 'sealed', lines: [...lines, last], torn: '' };
  }
  if (hidesLine(before, torn)) return { kind: 'broken', lines, at: lines.length + 1, rest: [torn] };
  return { kind: 'sealed', lines, torn };
}
