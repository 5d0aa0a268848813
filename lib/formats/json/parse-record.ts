/** A record as JavaScript has it, and what was mended on the way. */
export type ParsedRecord =
  | { readonly kind: 'record'; readonly value: unknown; readonly notANumber: boolean }
  | { readonly kind: 'broken'; readonly reason: string };

/** Whole numbers this long lose digits in JavaScript: they stay text. */
const LONG_NUMBER = /\d{16}/;
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])|-?\b(?:NaN|Infinity)\b/gs;

/**
 * Parses one JSON value. Whole numbers of 16 digits and more become text, digit by digit as they stand; NaN and
 * Infinity, which JSON does not have but Python writes, become null.
 */
export function parseRecord(text: string): ParsedRecord {
  const strict = attempt(LONG_NUMBER.test(text) ? quoteLong(text) : text);
  if (strict.kind === 'record') return strict;
  if (!/NaN|Infinity/.test(text)) return strict;
  const mended = attempt(text.replace(TOKENS, (token) => (/^-?[NI]/.test(token) ? 'null' : quoted(token))));
  return mended.kind === 'record' ? { ...mended, notANumber: true } : strict;
}

function quoteLong(text: string): string {
  return text.replace(TOKENS, quoted);
}

function quoted(token: string): string {
  return /^-?\d/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
}

function attempt(text: string): ParsedRecord {
  try {
    return { kind: 'record', value: JSON.parse(text) as unknown, notANumber: false };
  } catch (error) {
    return { kind: 'broken', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The members of all objects in a value, to be held against those that its text has. */
export function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Array.isArray(value) ? (value as unknown[]) : Object.values(value);
  const own = Array.isArray(value) ? 0 : inner.length;
  return inner.reduce<number>((sum, one) => sum + countMembers(one), own);
}
